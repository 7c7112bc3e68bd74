// The hand-off to a running window and the start of a new one, with real processes.

#include "process/launchfolder.h"
#include "support/places.h"

#include <QDir>
#include <QJsonArray>
#include <QLocalServer>
#include <QLockFile>
#include <QTest>

#include <csignal>
#include <vector>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;

namespace {

const QStringList somePatient{u"--patient"_s, u"10000000146"_s};

/// The command lines of all processes of this computer, ours that call with a number left out.
QString commandLinesBut(qint64 process)
{
    QString all;
    const QStringList processes = QDir(u"/proc"_s).entryList(QDir::Dirs);
    for (const QString& name : processes) {
        QFile file(u"/proc/%1/cmdline"_s.arg(name));
        if (name.toLongLong() != process && name.toLongLong() > 0 && file.open(QIODevice::ReadOnly))
            all += QString::fromUtf8(file.readAll().replace('\0', ' ')) + u'\n';
    }
    return all;
}

} // namespace

class TestHandOff : public QObject
{
    Q_OBJECT

private slots:
    void startsAWindowAndReusesIt();
    void fiftyLaunchesMakeOneWindow();
    void anotherLauncherTakesOverFromADeadOne();
    void leftoverOfADeadWindowIsReplaced();
    void emptyLockFileDoesNotLockOut();
    void windowThatEndsEarlyIsTold();
    void launchAtTheEndOfAWindowStartsTheNext();
    void missingWindowIsTold();
    void otherEnvironmentIsTold();
    void refusalForBusynessIsTold();
    void logOutReachesTheWindow();
    void logOutStartsNoWindow();
    void sessionsHaveWindowsOfTheirOwn();
    void callerIsNotHeldByTheWindow();
    void S1_numberIsInNoCommandLine();
};

void TestHandOff::startsAWindowAndReusesIt()
{
    const LaunchFolder folder;
    QCOMPARE(folder.run(somePatient).exitCode, 0);
    QCOMPARE(folder.run(somePatient).exitCode, 0);
    QTRY_COMPARE(folder.messages().size(), 2);
    QCOMPARE(folder.windows().size(), 1);
}

void TestHandOff::fiftyLaunchesMakeOneWindow()
{
    const LaunchFolder folder;
    std::vector<std::unique_ptr<QProcess>> launchers;
    for (int i = 0; i < 50; ++i)
        launchers.push_back(folder.start(somePatient + QStringList{u"--accession"_s, u"A%1"_s.arg(i)}));
    for (const auto& launcher : launchers) {
        const Run run = LaunchFolder::finish(*launcher);
        QVERIFY2(run.exitCode == 0, qPrintable(run.error));
    }
    QTRY_COMPARE(folder.messages().size(), 50);
    QCOMPARE(folder.windows().size(), 1);
    QSet<QString> accessions;
    const QList<QJsonObject> messages = folder.messages();
    for (const QJsonObject& message : messages)
        accessions.insert(message.value(u"accession").toArray().first().toString());
    QCOMPARE(accessions.size(), 50);
}

void TestHandOff::anotherLauncherTakesOverFromADeadOne()
{
    LaunchFolder folder;
    folder.setWindowManner(u"deaf"_s);
    const std::unique_ptr<QProcess> leader = folder.start(somePatient);
    QTRY_COMPARE(folder.windows().size(), 1); // it holds the launch lock and waits
    folder.setWindowManner({});
    const std::unique_ptr<QProcess> next = folder.start(somePatient);
    QVERIFY(next->waitForStarted());
    leader->kill();
    QVERIFY(leader->waitForFinished());
    QCOMPARE(LaunchFolder::finish(*next).exitCode, 0);
    QTRY_COMPARE(folder.messages().size(), 1);
    QCOMPARE(folder.windows().size(), 2);
}

void TestHandOff::leftoverOfADeadWindowIsReplaced()
{
    const LaunchFolder folder;
    QCOMPARE(folder.run(somePatient).exitCode, 0);
    QTRY_COMPARE(folder.messages().size(), 1);
    QCOMPARE(::kill(static_cast<pid_t>(folder.windowProcess()), SIGKILL), 0);
    QVERIFY(QFile::exists(folder.socketPath()));
    const Run run = folder.run(somePatient);
    QCOMPARE(run.error, QString());
    QCOMPARE(run.exitCode, 0);
    QTRY_COMPARE(folder.messages().size(), 2);
    QCOMPARE(folder.windows().size(), 2);
}

void TestHandOff::emptyLockFileDoesNotLockOut()
{
    const LaunchFolder folder; // what a crash between making and filling the file leaves
    const QString lock = folder.writeFile(u"run/hekim-asistani-_77.lock"_s, {});
    QFile file(lock);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(-60), QFileDevice::FileModificationTime));
    QCOMPARE(folder.run(somePatient).exitCode, 0);
}

void TestHandOff::windowThatEndsEarlyIsTold()
{
    LaunchFolder folder;
    folder.setWindowManner(u"ends"_s);
    const Run run = folder.run(somePatient);
    QCOMPARE(run.exitCode, 5);
    QVERIFY2(run.error.contains(u"ended before it opened its channel"), qPrintable(run.error));
    QCOMPARE(folder.windows().size(), 2); // tried once more, and no further
}

void TestHandOff::launchAtTheEndOfAWindowStartsTheNext()
{
    const LaunchFolder folder;
    // A window at its end: its channel is closed already, its lock is not.
    QLockFile ending(folder.path(u"run/hekim-asistani-_77.lock"_s));
    QVERIFY(ending.tryLock());
    const std::unique_ptr<QProcess> launcher = folder.start(somePatient);
    QTRY_VERIFY(QFile::exists(folder.path(u"record/givenWay"_s)));
    ending.unlock();
    const Run run = LaunchFolder::finish(*launcher);
    QCOMPARE(run.error, QString());
    QCOMPARE(run.exitCode, 0);
    QTRY_COMPARE(folder.messages().size(), 1);
    QCOMPARE(folder.windows().size(), 2);
}

void TestHandOff::missingWindowIsTold()
{
    const LaunchFolder folder;
    QVERIFY(QFile::remove(folder.path(u"bin/hekim-asistani-desktop"_s)));
    QCOMPARE(folder.run(somePatient).exitCode, 5);
    QVERIFY(QDir().mkpath(folder.path(u"libexec/hekim-asistani"_s)));
    QVERIFY(QFile::copy(QStringLiteral(HEKIM_BIN "/hekim-test-window"),
                        folder.path(u"libexec/hekim-asistani/hekim-asistani-desktop"_s)));
    QCOMPARE(folder.run(somePatient).exitCode, 0);
}

void TestHandOff::otherEnvironmentIsTold()
{
    const LaunchFolder folder;
    QCOMPARE(folder.run(somePatient).exitCode, 0);
    const Run other = folder.run(somePatient + QStringList{u"--environment"_s, u"test"_s});
    QCOMPARE(other.exitCode, 5);
    QVERIFY2(!holdsWholeNumber(other.error), qPrintable(other.error));
    QCOMPARE(folder.run(somePatient + QStringList{u"--environment"_s, u"training"_s}).exitCode, 0);
    QTRY_COMPARE(folder.messages().size(), 2);
}

void TestHandOff::refusalForBusynessIsTold()
{
    LaunchFolder folder;
    folder.setWindowManner(u"busy"_s);
    const Run run = folder.run(somePatient);
    QCOMPARE(run.exitCode, 5);
    QVERIFY2(run.error.contains(u"too many launches wait"), qPrintable(run.error));
}

void TestHandOff::logOutReachesTheWindow()
{
    const LaunchFolder folder;
    QCOMPARE(folder.run({}).exitCode, 0);
    QCOMPARE(folder.run({u"--logout"_s}).exitCode, 0);
    QTRY_COMPARE(folder.messages().size(), 2);
    QCOMPARE(folder.messages().constLast().value(u"command").toString(), u"logout"_s);
}

void TestHandOff::logOutStartsNoWindow()
{
    const LaunchFolder folder;
    const Run run = folder.run({u"--logout"_s});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.error, QString());
    QVERIFY(folder.windows().isEmpty());
}

void TestHandOff::sessionsHaveWindowsOfTheirOwn()
{
    LaunchFolder folder;
    QCOMPARE(folder.run(somePatient).exitCode, 0);
    folder.environment().insert(u"DISPLAY"_s, u":77.1"_s); // another screen of the same session
    QCOMPARE(folder.run(somePatient).exitCode, 0);
    QTRY_COMPARE(folder.messages().size(), 2);
    QCOMPARE(folder.windows().size(), 1);
    folder.environment().insert(u"DISPLAY"_s, u":78"_s);
    QCOMPARE(folder.run(somePatient).exitCode, 0);
    QCOMPARE(folder.windows().size(), 2);
    folder.environment().insert(u"DISPLAY"_s, QString(300, u'x') + u":1"_s);
    QCOMPARE(folder.run(somePatient).exitCode, 0);
    QCOMPARE(folder.windows().size(), 3);
    folder.environment().remove(u"DISPLAY"_s);
    QCOMPARE(folder.run(somePatient).exitCode, 0);
    QCOMPARE(folder.windows().size(), 4);
}

void TestHandOff::callerIsNotHeldByTheWindow()
{
    // A caller reads the launcher's output to its end; a window that inherited the pipe would hold it for
    // hours.
    LaunchFolder folder;
    QProcess shell;
    shell.setProcessEnvironment(folder.environment());
    shell.start(u"/bin/sh"_s, {u"-c"_s, u"said=$(%1 2>&1); exit $?"_s.arg(folder.launcher())});
    const Run run = LaunchFolder::finish(shell);
    QCOMPARE(run.exitCode, 0);
    QVERIFY(folder.windowProcess() > 0);
    QCOMPARE(::kill(static_cast<pid_t>(folder.windowProcess()), 0), 0);
}

void TestHandOff::S1_numberIsInNoCommandLine()
{
    LaunchFolder folder;
    folder.setWindowManner(u"deaf"_s);
    const std::unique_ptr<QProcess> launcher = folder.start({u"--request"_s, u"-"_s});
    launcher->write(R"({"patient":"99999999990","doctor":"99999999982"})");
    launcher->closeWriteChannel();
    QTRY_COMPARE(folder.windows().size(), 1); // the launcher still waits, the window runs
    QCOMPARE(folder.windows().constFirst().value(u"arguments").toArray(), QJsonArray());
    QVERIFY(!commandLinesBut(0).contains(u"9999999999"));

    const std::unique_ptr<QProcess> named = folder.start({u"--patient"_s, u"99999999990"_s});
    QVERIFY(named->waitForStarted());
    launcher->kill();
    QVERIFY(launcher->waitForFinished());
    QTRY_COMPARE(folder.windows().size(), 2);
    QVERIFY(!commandLinesBut(0).contains(u"99999999990")); // the caller's own doing, and taken away by then
    named->kill();
    QVERIFY(named->waitForFinished());

    QProcess planted; // the search itself finds what is there
    planted.start(u"sleep"_s, {u"99999999990"_s});
    QVERIFY(planted.waitForStarted());
    QTRY_VERIFY(commandLinesBut(0).contains(u"99999999990"));
    QVERIFY(!commandLinesBut(planted.processId()).contains(u"99999999990"));
    planted.kill();
    QVERIFY(planted.waitForFinished());
}

QTEST_GUILESS_MAIN(TestHandOff)
#include "tst_handoff.moc"
