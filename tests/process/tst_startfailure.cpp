// A window that cannot start: exit 5 with the true reason, in a sentence, and never 0. desktop_start has the
// real window.

#include "process/launchfolder.h"

#include <QDir>
#include <QTest>

#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;

namespace {

const QStringList somePatient{u"--patient"_s, u"10000000146"_s};

Run runWithFiles(LaunchFolder& folder, rlim_t soft, rlim_t hard)
{
    QProcess launcher;
    launcher.setProcessEnvironment(folder.environment());
    launcher.setChildProcessModifier([soft, hard] {
        const rlimit files = {soft, hard};
        ::setrlimit(RLIMIT_NOFILE, &files);
    });
    launcher.start(folder.launcher(), somePatient);
    return LaunchFolder::finish(launcher);
}

} // namespace

class TestStartFailure : public QObject
{
    Q_OBJECT

private slots:
    void W1_theWindowsReasonIsTold();
    void W1_whatWasSaidLastIsTold();
    void aWindowThatRunsLeavesNoWords();
    void W1_tooFewFilesAreTold();
    void aRunningWindowIsReachedWithFewFiles();
    void moreFilesAreTakenWhereTheyAreAllowed();
    void librariesOfTheCallerAreNotLoaded();
    void aMissingPreloadIsNoEnd();
    void W1_aMissingRuntimeFolderIsTold_data();
    void W1_aMissingRuntimeFolderIsTold();
};

void TestStartFailure::W1_theWindowsReasonIsTold()
{
    LaunchFolder folder;
    folder.setWindowManner(u"says why"_s);
    const Run run = folder.run(somePatient);
    QCOMPARE(run.exitCode, 5);
    QVERIFY2(run.error.contains(u"no screen"), qPrintable(run.error));
    QVERIFY2(run.error.contains(u"(not \"here\")"), qPrintable(run.error));
    QVERIFY2(!run.error.contains(u"install"), qPrintable(run.error));
    QCOMPARE(run.error.count(u'\n'), 1);
    QCOMPARE(folder.windows().size(), 1); // nothing that a second start would change
}

void TestStartFailure::W1_whatWasSaidLastIsTold()
{
    LaunchFolder folder;
    folder.setWindowManner(u"crashes"_s);
    const Run run = folder.run(somePatient);
    QCOMPARE(run.exitCode, 5);
    QVERIFY2(run.error.contains(u"libX.so.1: cannot open shared object file"), qPrintable(run.error));
    QCOMPARE(run.error.count(u'\n'), 1);
}

void TestStartFailure::aWindowThatRunsLeavesNoWords()
{
    const LaunchFolder folder;
    QCOMPARE(folder.run(somePatient).exitCode, 0);
    QVERIFY(!QFile::exists(folder.path(u"run/hekim-asistani-_77.start"_s)));
    QCOMPARE(QFile::symLinkTarget(u"/proc/%1/fd/2"_s.arg(folder.windowProcess())), u"/dev/null"_s);
}

void TestStartFailure::W1_tooFewFilesAreTold()
{
    LaunchFolder folder;
    const Run run = runWithFiles(folder, 64, 64);
    QCOMPARE(run.exitCode, 5);
    QVERIFY2(run.error.contains(u"too few files"), qPrintable(run.error));
    QVERIFY2(run.error.contains(u"limit of open files is 64"), qPrintable(run.error));
    QVERIFY(folder.windows().isEmpty());
}

void TestStartFailure::aRunningWindowIsReachedWithFewFiles()
{
    LaunchFolder folder;
    QCOMPARE(folder.run({}).exitCode, 0);
    const Run run = runWithFiles(folder, 16, 16);
    QVERIFY2(run.exitCode == 0, qPrintable(run.error));
    QTRY_COMPARE(folder.messages().size(), 2);
}

void TestStartFailure::moreFilesAreTakenWhereTheyAreAllowed()
{
    LaunchFolder folder;
    const Run run = runWithFiles(folder, 64, 600);
    QVERIFY2(run.exitCode == 0, qPrintable(run.error));
    QCOMPARE(folder.windows().constFirst().value(u"filesLimit").toInteger(), 600);
}

void TestStartFailure::librariesOfTheCallerAreNotLoaded()
{
    LaunchFolder folder;
    QVERIFY(QDir().mkdir(folder.path(u"lib"_s)));
    for (const QString& library : {u"libQt6Core.so.6"_s, u"libQt6Network.so.6"_s, u"libstdc++.so.6"_s})
        (void)folder.writeFile(u"lib/"_s + library, "of another system");
    folder.environment().insert(u"LD_LIBRARY_PATH"_s, folder.path(u"lib"_s));
    const Run run = folder.run(somePatient);
    QVERIFY2(run.exitCode == 0, qPrintable(run.error));
    QCOMPARE(run.error, QString());
    QTRY_COMPARE(folder.messages().size(), 1);
}

void TestStartFailure::aMissingPreloadIsNoEnd()
{
    LaunchFolder folder;
    folder.environment().insert(u"LD_PRELOAD"_s, u"/nonexistent/lib.so"_s);
    const Run run = folder.run(somePatient);
    QVERIFY2(run.exitCode == 0, qPrintable(run.error)); // the loader's remark comes before our first line
    QTRY_COMPARE(folder.messages().size(), 1);
}

void TestStartFailure::W1_aMissingRuntimeFolderIsTold_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("told");
    QTest::newRow("not set") << QString() << u"XDG_RUNTIME_DIR is not set"_s;
    QTest::newRow("relative") << u"run"_s << u"XDG_RUNTIME_DIR names no folder: run"_s;
    QTest::newRow("not there") << u"/nonexistent"_s << u"XDG_RUNTIME_DIR names no folder: /nonexistent"_s;
}

void TestStartFailure::W1_aMissingRuntimeFolderIsTold()
{
    QFETCH(QString, folder);
    QFETCH(QString, told);
    if (QDir(u"/run/user/%1"_s.arg(::geteuid())).exists())
        QSKIP("this user has the system's folder: it would be used");
    LaunchFolder launch;
    launch.environment().remove(u"XDG_RUNTIME_DIR"_s);
    if (!folder.isEmpty())
        launch.environment().insert(u"XDG_RUNTIME_DIR"_s, folder);
    const Run run = launch.run(somePatient);
    QCOMPARE(run.exitCode, 5);
    QVERIFY2(run.error.contains(told), qPrintable(run.error));
    QVERIFY2(!run.error.contains(u"another user"), qPrintable(run.error));
    QVERIFY(launch.windows().isEmpty());
}

QTEST_GUILESS_MAIN(TestStartFailure)
#include "tst_startfailure.moc"
