// How long the launcher and the window wait for each other and for their callers: deadlines handed in, and
// their values as they are.

#include "process/launchfolder.h"

#include "launcher/windowhandoff.h"
#include "platform/files/boundedreader.h"
#include "platform/ipc/instanceserver.h"

#include <QLocalSocket>
#include <QSignalSpy>

#include <csignal>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace hekim;
using namespace hekim::test;

namespace {

const QStringList somePatient{u"--patient"_s, u"10000000146"_s};

InstanceMessage messageFor(const QString& patient)
{
    InstanceMessage open;
    open.request =
        launchRequestFromFields({{u"patient"_s, patient}}, LaunchSource::Options, EnvironmentName::Training)
            .value();
    return open;
}

/// Hands a launch over from this process as the launcher does, and waits for the end.
Result<InstanceReply> deliver(const LaunchFolder& folder, const QString& patient,
                              const WindowHandOff::Deadlines& deadlines)
{
    std::optional<Result<InstanceReply>> ended;
    const WindowHandOff::Window window{folder.path(u"bin/hekim-asistani-desktop"_s), {}};
    WindowHandOff handOff(*instanceChannel(), messageFor(patient), window, deadlines, nullptr);
    QObject::connect(&handOff, &WindowHandOff::answered, &handOff,
                     [&ended](const InstanceReply& reply) { ended = reply; });
    QObject::connect(&handOff, &WindowHandOff::failed, &handOff,
                     [&ended](const Error& error) { ended = tl::make_unexpected(error); });
    handOff.start();
    if (!until([&ended] { return ended.has_value(); }))
        qFatal("the hand-off does not end");
    return *ended;
}

/// Another end of a pipe as this process's standard input, for as long as it lives.
class OpenInput
{
public:
    OpenInput() : m_before(::dup(STDIN_FILENO))
    {
        if (::pipe(m_pipe) != 0 || ::dup2(m_pipe[0], STDIN_FILENO) < 0)
            qFatal("no pipe");
    }
    ~OpenInput()
    {
        ::dup2(m_before, STDIN_FILENO);
        for (const int descriptor : {m_before, m_pipe[0], m_pipe[1]})
            ::close(descriptor);
    }
    Q_DISABLE_COPY_MOVE(OpenInput)

    void write(const QByteArray& bytes) const
    {
        if (::write(m_pipe[1], bytes.constData(), size_t(bytes.size())) != bytes.size())
            qFatal("the pipe takes nothing");
    }

private:
    int m_before;
    int m_pipe[2] = {};
};

Result<QByteArray> readFrom(const QString& source)
{
    QObject context;
    std::optional<Result<QByteArray>> read;
    readBounded(source, 100, 20ms, u"request"_s, &context,
                [&read](const Result<QByteArray>& bytes) { read = bytes; });
    if (!until([&read] { return read.has_value(); }))
        qFatal("the input is waited for without end");
    return *read;
}

} // namespace

class TestDeadlines : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<LaunchFolder>();
        m_folder->enter();
    }
    void W2_theyAreWhatTheContractSays();
    void aStuckWindowIsToldInTime();
    void aWindowThatNeverListensIsTold();
    void silentPeersAreLeft();
    void manySilentPeersDoNotLockOut();
    void W2_inputThatNeverEndsIsLeft();

private:
    std::unique_ptr<LaunchFolder> m_folder;
};

void TestDeadlines::W2_theyAreWhatTheContractSays()
{
    QCOMPARE(WindowHandOff::Deadlines().handOff, 5s);
    QCOMPARE(WindowHandOff::Deadlines().coldStart, 30s);
    QCOMPARE(InstanceServer::defaultDeadline, 5s);
    QCOMPARE(longestInput, 5s);
}

void TestDeadlines::aStuckWindowIsToldInTime()
{
    QVERIFY(deliver(*m_folder, u"10000000146"_s, {}));
    QTRY_COMPARE(m_folder->messages().size(), 1);
    const auto window = static_cast<pid_t>(m_folder->windowProcess());
    QCOMPARE(::kill(window, SIGSTOP), 0);
    const auto stuck = deliver(*m_folder, u"17291716060"_s, {.handOff = 100ms});
    QCOMPARE(::kill(window, SIGCONT), 0);
    QVERIFY(!stuck);
    QCOMPARE(stuck.error().kind, ErrorKind::InstanceSilent);
    QCOMPARE(m_folder->windows().size(), 1); // no second window beside a stuck one

    // What was reported as failed must not appear once the window wakes up.
    QVERIFY(deliver(*m_folder, u"23456789060"_s, {}));
    QTRY_COMPARE(m_folder->messages().size(), 2);
    QCOMPARE(m_folder->messages().constLast().value(u"patient").toString(), u"23456789060"_s);
}

void TestDeadlines::aWindowThatNeverListensIsTold()
{
    m_folder->setWindowManner(u"deaf"_s);
    m_folder->enter();
    const auto started = deliver(*m_folder, u"10000000146"_s, {.coldStart = 300ms});
    QVERIFY(!started);
    QCOMPARE(started.error().kind, ErrorKind::WindowNotStarted);
    QVERIFY2(started.error().detail.contains(u"in time"), qPrintable(started.error().detail));
    QVERIFY(m_folder->windows().size() <= 1);
}

void TestDeadlines::silentPeersAreLeft()
{
    InstanceServer server(100ms);
    const QSignalSpy accepted(&server, &InstanceServer::messageAccepted);
    QVERIFY(server.listen(EnvironmentName::Training));
    QLocalSocket silent;
    QLocalSocket halfway;
    for (QLocalSocket* peer : {&silent, &halfway}) {
        peer->connectToServer(m_folder->socketPath());
        QVERIFY(peer->waitForConnected());
    }
    halfway.write(encode(messageFor(u"10000000146"_s)).chopped(1));
    QVERIFY(halfway.flush());
    QTRY_COMPARE(silent.state(), QLocalSocket::UnconnectedState);
    QTRY_COMPARE(halfway.state(), QLocalSocket::UnconnectedState);
    QVERIFY(accepted.isEmpty());
}

void TestDeadlines::manySilentPeersDoNotLockOut()
{
    InstanceServer server(100ms);
    QVERIFY(server.listen(EnvironmentName::Training));
    std::vector<std::unique_ptr<QLocalSocket>> peers;
    for (int i = 0; i < 100; ++i) {
        peers.push_back(std::make_unique<QLocalSocket>());
        peers.back()->connectToServer(m_folder->socketPath());
        QVERIFY(peers.back()->waitForConnected());
    }
    QTRY_VERIFY(std::ranges::all_of(
        peers, [](const auto& peer) { return peer->state() == QLocalSocket::UnconnectedState; }));
    const std::unique_ptr<QProcess> launcher = m_folder->start(somePatient);
    QTRY_COMPARE(launcher->state(), QProcess::NotRunning);
    QCOMPARE(launcher->exitCode(), 0);
}

void TestDeadlines::W2_inputThatNeverEndsIsLeft()
{
    const auto isLeft = [](const QString& source) {
        const auto read = readFrom(source);
        return !read && read.error().kind == ErrorKind::BadInput &&
               read.error().fault == InputFault::Unreadable;
    };
    const QString fifo = m_folder->path(u"fifo"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(fifo).constData(), S_IRUSR | S_IWUSR), 0);
    QVERIFY(isLeft(fifo)); // which no process writes to
    const OpenInput input;
    QVERIFY(isLeft(u"-"_s));
    input.write(R"({"patient":"10000000146"})");
    QVERIFY(isLeft(u"-"_s)); // whole, but the pipe stays open
}

QTEST_GUILESS_MAIN(TestDeadlines)
#include "tst_deadlines.moc"
