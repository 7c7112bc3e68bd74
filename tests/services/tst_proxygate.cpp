#include "services/proxy/proxygate.h"
#include "support/proxyserver.h"

#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;
using namespace std::chrono_literals;

namespace {

constexpr qint64 flood = qint64{96} * 1024 * 1024; ///< more than all buffers of the system on the way
constexpr int roundTrips = 50;

const QByteArray connectRequest = "CONNECT erapor.invalid:443 HTTP/1.1\r\nHost: erapor.invalid\r\n\r\n";

/// A proxy behind the gate that lets each connection through: to "echo" what is sent comes back, to any other
/// host nothing is read.
class Peer
{
public:
    Peer()
    {
        QObject::connect(&server, &QTcpServer::newConnection, &server, [this] {
            QTcpSocket* socket = server.nextPendingConnection();
            socket->setReadBufferSize(1024);
            QObject::connect(socket, &QTcpSocket::readyRead, &server, [this, socket] { read(socket); });
        });
        if (!server.listen(QHostAddress::LocalHost))
            qFatal("the proxy cannot listen");
    }

    [[nodiscard]] QNetworkProxy proxy() const
    {
        return {QNetworkProxy::HttpProxy, u"127.0.0.1"_s, server.serverPort()};
    }

    QTcpServer server;
    QByteArray asked; ///< all requests
    QTcpSocket* deaf = nullptr;

private:
    void read(QTcpSocket* socket)
    {
        if (socket == deaf)
            return;
        const QByteArray read = socket->readAll();
        if (socket->property("echoes").toBool()) {
            socket->write(read);
            return;
        }
        asked += read;
        if (read.startsWith("CONNECT echo"))
            socket->setProperty("echoes", true);
        else
            deaf = socket;
        socket->write("HTTP/1.1 200 Connection established\r\n\r\n");
    }
};

/// One of the program's own, as Qt makes them.
std::unique_ptr<QTcpSocket> ownConnection(const QNetworkProxy& way, const QString& host = u"erapor.invalid"_s)
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->setProxy(way);
    socket->connectToHost(host, 443);
    return socket;
}

/// Of another program.
std::unique_ptr<QTcpSocket> strangersConnection(const QNetworkProxy& way, const QByteArray& bytes = {})
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->setProxy(QNetworkProxy::NoProxy);
    socket->connectToHost(way.hostName(), way.port());
    socket->write(bytes);
    return socket;
}

/// As Qt's, but without its buffers: what is written and not taken can be seen.
std::unique_ptr<QTcpSocket> plainConnection(const QNetworkProxy& way)
{
    QByteArray request = connectRequest.chopped(2);
    for (const QByteArray& name : way.rawHeaderList())
        request += name + ": " + way.rawHeader(name) + "\r\n";
    return strangersConnection(way, request + "\r\n");
}

bool isConnected(const std::unique_ptr<QTcpSocket>& socket)
{
    return socket->state() == QAbstractSocket::ConnectedState;
}

bool hasEnded(const std::unique_ptr<QTcpSocket>& socket)
{
    return socket->state() == QAbstractSocket::UnconnectedState;
}

} // namespace

/// The gate by its port: who gets through, and what a peer can make it keep.
class TestProxyGate : public QObject
{
    Q_OBJECT

private slots:
    void S3_onlyTheProgramsOwnConnectionsGetToTheProxy_data()
    {
        QTest::addColumn<QByteArray>("request");
        const QByteArray start = connectRequest.chopped(2);
        QTest::newRow("as any client") << connectRequest;
        QTest::newRow("with a login") << start + "Proxy-Authorization: Basic aGVraW06c2lmcmU=\r\n\r\n";
        QTest::newRow("with an empty word") << start + "Hekim-Gate:\r\n\r\n";
        QTest::newRow("with another word") << start + "Hekim-Gate: " + QByteArray(64, '0') + "\r\n\r\n";
    }
    void S3_onlyTheProgramsOwnConnectionsGetToTheProxy()
    {
        QFETCH(const QByteArray, request);
        Peer peer;
        ProxyGate gate;
        const QNetworkProxy way = gate.wayTo(peer.proxy());
        const auto stranger = strangersConnection(way, request);
        QTRY_VERIFY(hasEnded(stranger));
        QVERIFY(stranger->readAll().startsWith("HTTP/1.1 403"));
        const auto own = ownConnection(way);
        QTRY_VERIFY(isConnected(own));
        QCOMPARE(peer.asked.count("CONNECT"), 1);
    }

    void S3_theProxyDoesNotLearnTheGatesWord()
    {
        Peer peer;
        ProxyGate gate;
        const QNetworkProxy way = gate.wayTo(peer.proxy());
        const auto own = ownConnection(way);
        QTRY_VERIFY(isConnected(own));
        QVERIFY(!way.rawHeaderList().isEmpty());
        for (const QByteArray& name : way.rawHeaderList()) {
            QVERIFY2(!peer.asked.contains(name), peer.asked);
            QVERIFY2(!peer.asked.contains(way.rawHeader(name)), peer.asked);
        }
        ProxyGate another;
        const QNetworkProxy other = another.wayTo(peer.proxy());
        QVERIFY(other.rawHeader(way.rawHeaderList().constFirst()) !=
                way.rawHeader(way.rawHeaderList().constFirst()));
    }

    void W2_aConnectionThatSaysNothingEnds_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half a request") << connectRequest.chopped(4);
    }
    void W2_aConnectionThatSaysNothingEnds()
    {
        QFETCH(const QByteArray, bytes);
        Peer peer;
        ProxyGate gate;
        gate.setLimits({.proof = 1ms});
        const auto stranger = strangersConnection(gate.wayTo(peer.proxy()), bytes);
        QTRY_VERIFY(hasEnded(stranger));
    }

    void W2_connectionsThatSayNothingAreFew()
    {
        constexpr std::size_t most = 4;
        constexpr std::size_t more = 20;
        Peer peer;
        ProxyGate gate;
        gate.setLimits({.unproven = most});
        const QNetworkProxy way = gate.wayTo(peer.proxy());
        std::vector<std::unique_ptr<QTcpSocket>> strangers;
        for (std::size_t i = 0; i < most + more; ++i) {
            strangers.push_back(strangersConnection(way));
            QTRY_VERIFY(isConnected(strangers.back()));
        }
        QTRY_COMPARE(std::ranges::count_if(strangers, isConnected), static_cast<qsizetype>(most));
        const auto own = ownConnection(way);
        QTRY_VERIFY(isConnected(own));
    }

    void W2_connectionsAreNotWithoutEnd()
    {
        Peer peer;
        ProxyGate gate;
        gate.setLimits({.connections = 2});
        const QNetworkProxy way = gate.wayTo(peer.proxy());
        auto first = ownConnection(way);
        const auto second = ownConnection(way);
        QTRY_VERIFY(isConnected(first) && isConnected(second));
        const auto third = ownConnection(way);
        QTRY_VERIFY(hasEnded(third));
        first.reset();
        QTRY_VERIFY(isConnected(ownConnectionThatConnects(way)));
    }

    void W2_whatAPeerDoesNotReadIsNotKept_data()
    {
        QTest::addColumn<bool>("up");
        QTest::newRow("the proxy") << true;
        QTest::newRow("the client") << false;
    }
    void W2_whatAPeerDoesNotReadIsNotKept()
    {
        QFETCH(const bool, up);
        Peer peer;
        ProxyGate gate;
        const QNetworkProxy way = gate.wayTo(peer.proxy());
        const auto own = plainConnection(way);
        own->setReadBufferSize(1024);
        QTRY_VERIFY(own->peek(1024).contains("\r\n\r\n"));
        (void)own->readAll();
        QTcpSocket& writer = up ? *own : *peer.deaf;
        writer.write(QByteArray(flood, 'x'));

        const auto other = ownConnection(way, u"echo"_s); // goes on meanwhile
        QTRY_VERIFY(isConnected(other));
        for (int i = 0; i < roundTrips; ++i) {
            other->write("a");
            QTRY_COMPARE(other->bytesAvailable(), 1);
            QCOMPARE(other->readAll(), "a");
        }
        QVERIFY2(writer.bytesToWrite() > flood / 2, qPrintable(QString::number(writer.bytesToWrite())));

        // And nothing of it is lost when the peer reads at last.
        QTcpSocket& reader = up ? *peer.deaf : *own;
        reader.setReadBufferSize(0);
        qint64 got = 0;
        const auto isWhole = [&] {
            got += reader.readAll().size();
            return got == flood;
        };
        QVERIFY2(QTest::qWaitFor(isWhole, 60'000), qPrintable(QString::number(got)));
    }

private:
    /// Tries until there is room.
    static std::unique_ptr<QTcpSocket> ownConnectionThatConnects(const QNetworkProxy& way)
    {
        std::unique_ptr<QTcpSocket> socket;
        const auto connects = [&] {
            if (!socket || hasEnded(socket))
                socket = ownConnection(way);
            return isConnected(socket);
        };
        return QTest::qWaitFor(connects) ? std::move(socket) : ownConnection(way);
    }
};

QTEST_GUILESS_MAIN(TestProxyGate)
#include "tst_proxygate.moc"
