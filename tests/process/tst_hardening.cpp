// Rule S7 at the start of the chain: what the window inherits from the launcher.

#include "process/launchfolder.h"

#include <QJsonArray>
#include <QTest>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;

class TestHardening : public QObject
{
    Q_OBJECT

private slots:
    void S7_environmentIsCleared_data();
    void S7_environmentIsCleared();
    void S7_otherVariablesStay();
    void S7_sandboxSwitchIsRootsOnly();
    void S7_noCoreDumps();
    void S1_memoryIsClosedToOthers();
    void S1_theNumberLeavesTheProcessList();
};

namespace {

/// The names of the variables that the window was started with.
QStringList variablesOf(const QJsonObject& window)
{
    QStringList names;
    const QJsonArray entries = window.value(u"environment").toArray();
    for (const QJsonValue& entry : entries)
        names.append(entry.toString().section(u'=', 0, 0));
    return names;
}

} // namespace

void TestHardening::S7_environmentIsCleared_data()
{
    QTest::addColumn<QString>("variable");
    for (const char* name :
         {"QTWEBENGINE_REMOTE_DEBUGGING", "QTWEBENGINE_CHROMIUM_FLAGS", "QTWEBENGINEPROCESS_PATH",
          "QTWEBENGINE_RESOURCES_PATH", "QTWEBENGINE_ANYTHING_NEW", "SSLKEYLOGFILE", "SSL_CERT_FILE",
          "SSL_CERT_DIR", "SSL_DIR", "QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "QML_IMPORT_PATH",
          "QML2_IMPORT_PATH", "OPENSSL_CONF", "OPENSSL_MODULES", "NSS_ALLOW_SSLKEYLOGFILE",
          "CHROME_LOG_FILE"})
        QTest::newRow(name) << QString::fromLatin1(name);
    for (const char* name :
         {"LD_LIBRARY_PATH", "LD_PRELOAD", "LD_BIND_NOW", "GCONV_PATH", "QT_FATAL_WARNINGS"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestHardening::S7_environmentIsCleared()
{
    QFETCH(QString, variable);
    LaunchFolder folder;
    folder.environment().insert(variable, u"/nonexistent"_s);
    QCOMPARE(folder.run({}).exitCode, 0);
    QCOMPARE(folder.windows().size(), 1);
    QVERIFY(!variablesOf(folder.windows().constFirst()).contains(variable));
}

void TestHardening::S7_otherVariablesStay()
{
    LaunchFolder folder;
    const QStringList kept{u"QT_QPA_PLATFORM"_s, u"QT_IM_MODULE"_s, u"https_proxy"_s, u"QT_SCALE_FACTOR"_s};
    for (const QString& name : kept)
        folder.environment().insert(name, u"1"_s);
    QCOMPARE(folder.run({}).exitCode, 0);
    const QStringList variables = variablesOf(folder.windows().constFirst());
    for (const QString& name : kept)
        QVERIFY2(variables.contains(name), qPrintable(name));
}

void TestHardening::S7_sandboxSwitchIsRootsOnly()
{
    if (!isRoot())
        QSKIP("compares root with another user");
    const QString variable = u"QTWEBENGINE_DISABLE_SANDBOX"_s;
    LaunchFolder folder;
    folder.environment().insert(variable, u"1"_s);
    QCOMPARE(folder.run({}).exitCode, 0);
    QVERIFY(variablesOf(folder.windows().constFirst()).contains(variable)); // a test's only way to start it
    QTRY_COMPARE(folder.messages().size(), 1); // written after it was acknowledged

    for (const QString& path : {u""_s, u"run"_s, u"record"_s, u"bin"_s, u"bin/hekim-asistani"_s,
                                u"bin/hekim-asistani-desktop"_s, u"record/windows"_s, u"record/messages"_s,
                                u"record/listening"_s, u"config"_s, u"run/hekim-asistani-_77.lock"_s})
        QVERIFY2(giveToNobody(folder.path(path)), qPrintable(path));
    folder.environment().insert(u"DISPLAY"_s, u":78"_s);
    QProcess launcher;
    launcher.setProcessEnvironment(folder.environment());
    runAsNobody(launcher);
    launcher.start(folder.launcher(), {});
    const Run run = LaunchFolder::finish(launcher);
    QVERIFY2(run.exitCode == 0, qPrintable(run.error));
    QCOMPARE(folder.windows().size(), 2);
    QVERIFY(!variablesOf(folder.windows().constLast()).contains(variable));
}

void TestHardening::S7_noCoreDumps()
{
    rlimit limit = {};
    QCOMPARE(::getrlimit(RLIMIT_CORE, &limit), 0);
    if (limit.rlim_max == 0)
        QSKIP("core dumps are off for this whole session");
    LaunchFolder folder;
    QProcess launcher;
    launcher.setProcessEnvironment(folder.environment());
    launcher.setChildProcessModifier([limit] {
        const rlimit on = {limit.rlim_max, limit.rlim_max};
        ::setrlimit(RLIMIT_CORE, &on);
    });
    launcher.start(folder.launcher(), {});
    QCOMPARE(LaunchFolder::finish(launcher).exitCode, 0);
    QCOMPARE(folder.windows().size(), 1);
    // Not 0: crash handlers that the kernel starts would still get the memory.
    QCOMPARE(folder.windows().constFirst().value(u"coreLimit").toInteger(-1), 1);
}

void TestHardening::S1_memoryIsClosedToOthers()
{
    if (!isRoot())
        QSKIP("root makes the launcher another user's and looks at it as that user");
    LaunchFolder folder;
    folder.setWindowManner(u"deaf"_s);
    for (const QString& path :
         {u""_s, u"run"_s, u"record"_s, u"bin"_s, u"bin/hekim-asistani"_s, u"bin/hekim-asistani-desktop"_s})
        QVERIFY2(giveToNobody(folder.path(path)), qPrintable(path));
    QVERIFY(QFile::setPermissions(folder.path(u"config"_s), QFileDevice::Permissions(0x7555)));
    QProcess launcher;
    launcher.setProcessEnvironment(folder.environment());
    runAsNobody(launcher);
    launcher.start(folder.launcher(), {u"--patient"_s, u"10000000146"_s});
    QTRY_COMPARE(folder.windows().size(), 1); // it waits now, with the number in its memory

    const auto opensMemory = [](qint64 process) {
        QProcess other;
        runAsNobody(other);
        other.start(u"/bin/sh"_s, {u"-c"_s, u"exec 3</proc/%1/mem"_s.arg(process)});
        return LaunchFolder::finish(other).exitCode == 0;
    };
    QVERIFY(opensMemory(folder.windows().constFirst().value(u"process").toInteger())); // the stand-in is open
    QVERIFY(!opensMemory(launcher.processId()));
    launcher.kill();
    QVERIFY(launcher.waitForFinished());
}

void TestHardening::S1_theNumberLeavesTheProcessList()
{
    LaunchFolder folder;
    folder.setWindowManner(u"deaf"_s);
    const std::unique_ptr<QProcess> launcher = folder.start({u"--patient"_s, u"10000000146"_s});
    QTRY_COMPARE(folder.windows().size(), 1); // it waits now, for up to 30 s
    QFile list(u"/proc/%1/cmdline"_s.arg(launcher->processId()));
    QVERIFY(list.open(QIODevice::ReadOnly));
    const QString line = QString::fromLocal8Bit(list.readAll());
    QVERIFY(line.contains(u"hekim-asistani"));
    QVERIFY2(!holdsWholeNumber(line), qPrintable(line));
    launcher->kill();
    QVERIFY(launcher->waitForFinished());
}

QTEST_GUILESS_MAIN(TestHardening)
#include "tst_hardening.moc"
