// The instance channel against those who do not keep to it: broken peers, and other users of the computer.

#include "process/launchfolder.h"
#include "support/places.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QTest>
#include <QtEndian>

#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;

namespace {

const QStringList somePatient{u"--patient"_s, u"10000000146"_s};
constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
constexpr auto everybodyEnters = ownerOnly | QFileDevice::ReadGroup | QFileDevice::ExeGroup |
                                 QFileDevice::ReadOther | QFileDevice::ExeOther;

QByteArray framed(const QByteArray& json)
{
    QByteArray prefix(4, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(json.size()), prefix.data());
    return prefix + json;
}

InstanceMessage message()
{
    InstanceMessage open;
    open.request = launchRequestFromFields({{u"patient"_s, u"10000000146"_s}}, LaunchSource::Options,
                                           EnvironmentName::Training)
                       .value();
    return open;
}

/// Everything that the window says until it hangs up.
QByteArray answerOf(QLocalSocket& socket)
{
    QElapsedTimer timer;
    timer.start();
    QByteArray answer;
    while (socket.state() != QLocalSocket::UnconnectedState && timer.elapsed() < 10000) {
        socket.waitForReadyRead(1000);
        answer += socket.readAll();
    }
    return answer;
}

QString outcomeOf(const QByteArray& frame)
{
    return QJsonDocument::fromJson(frame.mid(4)).object().value(u"outcome").toString();
}

} // namespace

class TestChannel : public QObject
{
    Q_OBJECT

private slots:
    void brokenPeersAreRefusedAndSurvived_data();
    void brokenPeersAreRefusedAndSurvived();
    void byteByByteIsUnderstood();
    void silentPeersHoldNobodyUp();
    void moreThanSoManyPeersAreTurnedAway();
    void onlyOneMessageAConnection();
    void tooLongAPathIsSaidClearly();
    void S1_channelInASharedFolderIsRefused();
    void S1_channelInAnotherUsersFolderIsRefused();
    void S1_channelOfAnotherUserIsToldNothing();
    void S1_channelTakesNoOtherUser();
};

void TestChannel::brokenPeersAreRefusedAndSurvived_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("outcome");
    const QByteArray valid = encode(message());
    QTest::newRow("another protocol")
        << QByteArray("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n") << u"malformed"_s;
    QTest::newRow("zeros") << QByteArray(4096, '\0') << u"malformed"_s;
    QTest::newRow("no JSON") << framed("\x01\x02\x03 binary \xff") << u"malformed"_s;
    QTest::newRow("array") << framed("[]") << u"malformed"_s;
    QTest::newRow("empty object") << framed("{}") << u"malformed"_s;
    QTest::newRow("oversize announced") << QByteArray("\x00\x01\x00\x01", 4) << u"malformed"_s;
    QTest::newRow("oversize sent") << framed(QByteArray(200'000, ' ')) << u"malformed"_s;
    QTest::newRow("deep nesting") << framed(QByteArray(60'000, '[')) << u"malformed"_s;
    QTest::newRow("other version") << framed(
                                          QByteArray(valid.mid(4)).replace("\"version\":1", "\"version\":2"))
                                   << u"unknown-version"_s;
    QTest::newRow("bad number") << framed(QByteArray(valid.mid(4)).replace("10000000146", "1000000014"))
                                << u"malformed"_s;
    QTest::newRow("letters in number")
        << framed(QByteArray(valid.mid(4)).replace("10000000146", "<script>ab>")) << u"malformed"_s;
    QTest::newRow("unknown member")
        << framed(QByteArray(valid.mid(4)).replace("\"version\"", "\"x\":1,\"version\"")) << u"malformed"_s;
}

void TestChannel::brokenPeersAreRefusedAndSurvived()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, outcome);
    const LaunchFolder folder;
    QCOMPARE(folder.run({}).exitCode, 0);
    QTRY_COMPARE(folder.messages().size(), 1);

    QLocalSocket peer;
    peer.connectToServer(folder.socketPath());
    QVERIFY(peer.waitForConnected());
    peer.write(bytes);
    const QByteArray answer = answerOf(peer);
    QCOMPARE(outcomeOf(answer), outcome);
    QVERIFY(!holdsWholeNumber(QString::fromUtf8(answer)));
    QCOMPARE(peer.state(), QLocalSocket::UnconnectedState);

    QCOMPARE(folder.run(somePatient).exitCode, 0);
    QTRY_COMPARE(folder.messages().size(), 2); // the launcher's; nothing of the peer's
    QCOMPARE(folder.windows().size(), 1);
}

void TestChannel::byteByByteIsUnderstood()
{
    const LaunchFolder folder;
    QCOMPARE(folder.run({}).exitCode, 0);
    QLocalSocket peer;
    peer.connectToServer(folder.socketPath());
    QVERIFY(peer.waitForConnected());
    const QByteArray bytes = encode(message());
    for (const char byte : bytes) {
        peer.write(&byte, 1);
        QVERIFY(peer.flush());
    }
    QCOMPARE(outcomeOf(answerOf(peer)), u"accepted"_s);
    QTRY_COMPARE(folder.messages().size(), 2);
}

void TestChannel::silentPeersHoldNobodyUp()
{
    const LaunchFolder folder;
    QCOMPARE(folder.run({}).exitCode, 0);
    QLocalSocket silent;
    QLocalSocket halfway;
    for (QLocalSocket* peer : {&silent, &halfway}) {
        peer->connectToServer(folder.socketPath());
        QVERIFY(peer->waitForConnected());
    }
    halfway.write(encode(message()).chopped(1));
    QVERIFY(halfway.flush());
    QCOMPARE(folder.run(somePatient).exitCode, 0);
    QTRY_COMPARE(folder.messages().size(), 2);
}

void TestChannel::moreThanSoManyPeersAreTurnedAway()
{
    const LaunchFolder folder;
    QCOMPARE(folder.run({}).exitCode, 0);
    std::vector<std::unique_ptr<QLocalSocket>> peers;
    for (int i = 0; i < 100; ++i) {
        peers.push_back(std::make_unique<QLocalSocket>());
        peers.back()->connectToServer(folder.socketPath());
        QVERIFY(peers.back()->waitForConnected());
    }
    const auto held = [&peers] {
        return std::ranges::count_if(
            peers, [](const auto& peer) { return peer->state() == QLocalSocket::ConnectedState; });
    };
    QTRY_COMPARE(held(), 64); // the others were turned away
    peers.clear();
    QCOMPARE(folder.run(somePatient).exitCode, 0);
}

void TestChannel::onlyOneMessageAConnection()
{
    const LaunchFolder folder;
    QCOMPARE(folder.run({}).exitCode, 0);
    QLocalSocket peer;
    peer.connectToServer(folder.socketPath());
    QVERIFY(peer.waitForConnected());
    peer.write(encode(message()) + encode(message()));
    QVERIFY(answerOf(peer).startsWith(encode(InstanceReply{})));
    QCOMPARE(folder.run(somePatient).exitCode, 0);
    QTRY_COMPARE(folder.messages().size(), 3);
}

void TestChannel::tooLongAPathIsSaidClearly()
{
    LaunchFolder folder;
    const QString longest = folder.path(QString(100, u'x'));
    QVERIFY(QDir().mkdir(longest, ownerOnly));
    folder.environment().insert(u"XDG_RUNTIME_DIR"_s, longest);
    const Run run = folder.run(somePatient);
    QCOMPARE(run.exitCode, 5);
    QVERIFY2(run.error.contains(u"XDG_RUNTIME_DIR is too long"), qPrintable(run.error));
    QVERIFY(folder.windows().isEmpty());
}

void TestChannel::S1_channelInASharedFolderIsRefused()
{
    LaunchFolder folder;
    QVERIFY(QFile::setPermissions(folder.runtimeFolder(), everybodyEnters));
    QCOMPARE(folder.run(somePatient).exitCode, 5);
    QVERIFY(folder.windows().isEmpty());
    if (QDir(u"/run/user/%1"_s.arg(::geteuid())).exists())
        return; // the system's folder for this user is used instead of the next one
    folder.environment().insert(u"XDG_RUNTIME_DIR"_s, u"/tmp"_s);
    QCOMPARE(folder.run(somePatient).exitCode, 5);
    QVERIFY(folder.windows().isEmpty());
}

void TestChannel::S1_channelInAnotherUsersFolderIsRefused()
{
    if (!isRoot())
        QSKIP("only root can put another user's folder in the way");
    const LaunchFolder folder;
    QVERIFY(giveToNobody(folder.runtimeFolder()));
    const Run run = folder.run(somePatient);
    QCOMPARE(run.exitCode, 5);
    QVERIFY2(!holdsWholeNumber(run.error), qPrintable(run.error));
    QVERIFY(folder.windows().isEmpty());
}

void TestChannel::S1_channelOfAnotherUserIsToldNothing()
{
    if (!isRoot())
        QSKIP("only root can let another user open the channel first");
    const LaunchFolder folder;
    QVERIFY(QFile::setPermissions(folder.path({}), everybodyEnters));
    const QString program = folder.path(u"bin/otheruser"_s);
    QVERIFY(QFile::copy(QStringLiteral(HEKIM_BIN "/hekim-test-otheruser"), program));
    QVERIFY(giveToNobody(folder.runtimeFolder()));
    QProcess squatter;
    runAsNobody(squatter);
    squatter.start(program, {u"listen"_s, folder.socketPath()});
    QVERIFY(squatter.waitForReadyRead());
    QCOMPARE(squatter.readLine(), QByteArray("ready\n"));
    // The folder is the caller's own again, as if it had been open for a moment; the socket in it is not.
    QCOMPARE(::chown(QFile::encodeName(folder.runtimeFolder()).constData(), 0, 0), 0);

    const Run run = folder.run(somePatient);
    QCOMPARE(run.exitCode, 5);
    QVERIFY2(!holdsWholeNumber(run.error), qPrintable(run.error));
    QVERIFY(squatter.waitForReadyRead());
    QCOMPARE(squatter.readLine(), QByteArray("heard:\n"));
    QVERIFY(folder.windows().isEmpty());
    squatter.kill();
    QVERIFY(squatter.waitForFinished());
}

void TestChannel::S1_channelTakesNoOtherUser()
{
    if (!isRoot())
        QSKIP("only root can become another user");
    const LaunchFolder folder;
    QCOMPARE(folder.run({}).exitCode, 0);
    const QString program = folder.path(u"bin/otheruser"_s);
    QVERIFY(QFile::copy(QStringLiteral(HEKIM_BIN "/hekim-test-otheruser"), program));
    // Takes away the folder's own protection, so that the check of the peer is what is tested.
    QVERIFY(QFile::setPermissions(folder.path({}), everybodyEnters));
    QVERIFY(QFile::setPermissions(folder.runtimeFolder(), everybodyEnters));
    QVERIFY(QFile::setPermissions(folder.socketPath(), everybodyEnters | QFileDevice::WriteOther));

    QProcess other;
    runAsNobody(other);
    other.start(program, {u"connect"_s, folder.socketPath()});
    other.write(encode(message()));
    other.closeWriteChannel();
    const Run run = LaunchFolder::finish(other);
    QVERIFY2(run.output.startsWith(u"connected\n"), qPrintable(run.output));
    QVERIFY2(run.output.endsWith(u"heard:\n"), qPrintable(run.output)); // not even a refusal

    QVERIFY(QFile::setPermissions(folder.runtimeFolder(), ownerOnly));
    QCOMPARE(folder.run({}).exitCode, 0);
    QTRY_COMPARE(folder.messages().size(), 2);
    const QList<QJsonObject> messages = folder.messages();
    QVERIFY(std::ranges::none_of(messages, [](const QJsonObject& m) { return m.contains(u"patient"); }));
}

QTEST_GUILESS_MAIN(TestChannel)
#include "tst_channel.moc"
