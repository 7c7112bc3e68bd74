// One window for each user and desktop session: whatever way the display is spelled, and whatever runtime
// folder the caller has. Real launchers, real X servers, the stand-in window.

#include "process/launchfolder.h"

#include <QDir>
#include <QJsonArray>
#include <QLocalServer>
#include <QTcpServer>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;

namespace {

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;

/// An X server of the test's own.
class XServer
{
public:
    explicit XServer(const QStringList& options)
    {
        // It takes a free number, tells it when it takes connections, and ends with its parent.
        m_process.start(u"Xvfb"_s, QStringList{u"-displayfd"_s, u"1"_s, u"-noreset"_s} + options);
        if (until([this] { return m_process.canReadLine(); }))
            m_number = m_process.readLine().trimmed().toInt();
    }
    ~XServer()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(XServer)

    [[nodiscard]] int number() const { return m_number; }

private:
    QProcess m_process;
    int m_number = -1;
};

/// How many windows there are after a call from each of these displays.
qsizetype windowsOf(LaunchFolder& folder, const QString& variable, const QStringList& values)
{
    for (const QString& value : values) {
        folder.environment().insert(variable, value);
        const Run run = folder.run({});
        if (run.exitCode != 0)
            qWarning("%s=%s: %d %s", qPrintable(variable), qPrintable(value), run.exitCode,
                     qPrintable(run.error));
    }
    if (!until([&] { return folder.messages().size() == values.size(); }))
        qWarning("%d calls, %d messages", int(values.size()), int(folder.messages().size()));
    return folder.windows().size();
}

} // namespace

class TestOneWindow : public QObject
{
    Q_OBJECT

private slots:
    void spellingsOfADisplayAreOne();
    void pathsOfADisplaysSocketAreOne();
    void anXServerThatTakesTcpIsOne();
    void whatSshForwardsIsAnother();
    void displaysOfOthersAreOthers();
    void spellingsOfAWaylandDisplayAreOne();
    void privateRuntimeFoldersMeetInTheUsersOwn_data();
    void privateRuntimeFoldersMeetInTheUsersOwn();
};

void TestOneWindow::spellingsOfADisplayAreOne()
{
    LaunchFolder folder;
    QCOMPARE(windowsOf(folder, u"DISPLAY"_s,
                       {u":77"_s, u":77.0"_s, u":77.1"_s, u"unix:77"_s, u"unix:77.0"_s, u"unix/:77"_s,
                        u"unix/host:77"_s, u":077"_s}),
             1);
}

void TestOneWindow::pathsOfADisplaysSocketAreOne()
{
    const XServer server({u"-nolisten"_s, u"tcp"_s});
    QVERIFY(server.number() >= 0);
    const QString socket = u"/tmp/.X11-unix/X%1"_s.arg(server.number());
    if (!QFile::exists(socket))
        QSKIP("this X server has no socket in the file system");
    LaunchFolder folder;
    QCOMPARE(windowsOf(folder, u"DISPLAY"_s,
                       {u":%1"_s.arg(server.number()), socket, socket + u".0"_s, u"unix:"_s + socket}),
             1);
}

void TestOneWindow::anXServerThatTakesTcpIsOne()
{
    const XServer server({u"-listen"_s, u"tcp"_s});
    QVERIFY(server.number() >= 0);
    LaunchFolder folder;
    QCOMPARE(
        windowsOf(folder, u"DISPLAY"_s,
                  {u":%1"_s.arg(server.number()), u"localhost:%1"_s.arg(server.number()),
                   u"tcp/localhost:%1.0"_s.arg(server.number()), u"127.0.0.1:%1"_s.arg(server.number())}),
        1);
}

void TestOneWindow::whatSshForwardsIsAnother()
{
    const XServer server({u"-nolisten"_s, u"tcp"_s}); // :10 of a terminal server
    QVERIFY(server.number() >= 0);
    QTcpServer forwarded; // localhost:10, by ssh -X: another computer's
    QVERIFY(forwarded.listen(QHostAddress::LocalHost, quint16(6000 + server.number())));
    LaunchFolder folder;
    QCOMPARE(windowsOf(folder, u"DISPLAY"_s,
                       {u":%1"_s.arg(server.number()), u"localhost:%1.0"_s.arg(server.number())}),
             2);
}

void TestOneWindow::displaysOfOthersAreOthers()
{
    LaunchFolder folder;
    QCOMPARE(windowsOf(folder, u"DISPLAY"_s,
                       {u":77"_s, u":78"_s, u"localhost:77"_s, u"host.example:77"_s, u"other.example:77.0"_s,
                        u"HOST.example:77.1"_s}),
             5); // the last is the fourth again
}

void TestOneWindow::spellingsOfAWaylandDisplayAreOne()
{
    LaunchFolder folder;
    folder.environment().remove(u"DISPLAY"_s);
    QLocalServer compositor;
    QVERIFY(compositor.listen(folder.path(u"run/wayland-7"_s)));
    QVERIFY(QFile::link(folder.path(u"run"_s), folder.path(u"link"_s)));
    QCOMPARE(windowsOf(folder, u"WAYLAND_DISPLAY"_s,
                       {u"wayland-7"_s, folder.path(u"run/wayland-7"_s), u"../run/wayland-7"_s,
                        folder.path(u"link/wayland-7"_s)}),
             1);
    QVERIFY(QFile::exists(folder.path(u"run/hekim-asistani-wayland-7.sock"_s)));
    folder.environment().insert(u"WAYLAND_DISPLAY"_s, u"wayland-8"_s);
    QCOMPARE(folder.run({}).exitCode, 0);
    QCOMPARE(folder.windows().size(), 2);
}

void TestOneWindow::privateRuntimeFoldersMeetInTheUsersOwn_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<int>("windows");
    QTest::newRow("the system's folder is this user's alone") << u"700"_s << 1;
    QTest::newRow("others can enter the system's folder") << u"755"_s << 2; // not used: the callers' own are
}

void TestOneWindow::privateRuntimeFoldersMeetInTheUsersOwn()
{
    QFETCH(QString, mode);
    QFETCH(int, windows);
    // /run/user as a system with logind has it, for these processes alone.
    QStringList apart{u"--mount"_s, u"--propagation"_s, u"private"_s};
    if (!isRoot())
        apart << u"--user"_s << u"--map-current-user"_s << u"--keep-caps"_s;
    if (QProcess::execute(u"unshare"_s, apart + QStringList{u"mount"_s, u"-t"_s, u"tmpfs"_s, u"none"_s,
                                                            u"/run/user"_s}) != 0)
        QSKIP("no mount namespaces for this user here");

    LaunchFolder folder;
    QVERIFY(QDir().mkdir(folder.path(u"one"_s), ownerOnly));
    QVERIFY(QDir().mkdir(folder.path(u"other"_s), ownerOnly));
    QProcess shell;
    shell.setProcessEnvironment(folder.environment());
    const QString script =
        u"mount -t tmpfs none /run/user && mkdir -m %1 /run/user/$(id -u) || exit 9; "
        "if [ %1 = 700 ]; then env -u XDG_RUNTIME_DIR %4 && XDG_RUNTIME_DIR=/run/user/$(id -u) %4 && "
        "XDG_RUNTIME_DIR=/nonexistent %4 || exit 8; fi; "
        "XDG_RUNTIME_DIR=%2 %4 && XDG_RUNTIME_DIR=%3 %4"_s.arg(mode, folder.path(u"one"_s),
                                                               folder.path(u"other"_s), folder.launcher());
    shell.start(u"unshare"_s, apart + QStringList{u"/bin/sh"_s, u"-c"_s, script});
    const Run run = LaunchFolder::finish(shell);
    QVERIFY2(run.exitCode == 0, qPrintable(run.error));
    QTRY_COMPARE(folder.messages().size(), windows == 1 ? 5 : 2);
    QCOMPARE(folder.windows().size(), windows);
    if (windows == 1) { // started by a caller without a folder, it has one: the session's bus is found there
        const QJsonArray variables = folder.windows().constFirst().value(u"environment").toArray();
        QVERIFY(variables.contains(u"XDG_RUNTIME_DIR=/run/user/%1"_s.arg(::geteuid())));
    }
}

QTEST_GUILESS_MAIN(TestOneWindow)
#include "tst_onewindow.moc"
