#include "core/navigation/navigationrules.h"
#include "platform/network/proxylogins.h"
#include "services/gateclient.h"
#include "services/proxy/ntlm.h"
#include "services/proxy/pagesgate.h"
#include "services/testsettings.h"
#include "support/closedport.h"
#include "support/proxyserver.h"

#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;
using namespace std::chrono_literals;

/// The pages' gate by its port.
class TestPagesGate : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_target = std::make_unique<Target>();
        m_proxy = std::make_unique<ProxyServer>(m_target->server.serverPort());
        m_settings = custom({{u"web/extraHosts"_s, u"192.0.2.7:4443,pacs"_s}});
        m_logins = std::make_unique<ProxyLogins>();
        m_gate = std::make_unique<PagesGate>(
            [this](const QUrl& place) { return NavigationRules(m_settings, {}).isAllowedHost(place); },
            *m_logins);
        m_gate->proxies().setSetting(u"none"_s);
        m_port = m_gate->listen();
    }

    void S5_allowedHostsAloneAreReached_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<int>("status");
        const auto row = [](const char* name, const QByteArray& place, int status) {
            QTest::newRow(name) << request(place) << status;
        };
        row("the ministry's", "erapor.saglik.gov.tr:443", 200);
        row("in capitals", "ERAPOR.Saglik.GOV.TR:443", 200);
        row("with another port", "erapor.saglik.gov.tr:3478", 403);
        row("with a dot behind it", "erapor.saglik.gov.tr.:443", 403);
        row("as the start of another", "erapor.saglik.gov.tr.example:443", 403);
        row("as the end of another", "xsaglik.gov.tr:443", 403);
        row("in other letters, encoded", "xn--salk-n4a.gov.tr:443", 403);
        row("in other letters", "sa\xc4\x9fl\xc4\xb1k.gov.tr:443", 400);
        row("a listed number", "192.0.2.7:4443", 200);
        row("with another port than listed", "192.0.2.7:443", 403);
        row("another number", "192.0.2.1:3478", 403);
        row("a long number", "[2001:db8::1]:443", 403);
        row("a listed name without a dot", "pacs:443", 200);
        row("another name without a dot", "simple10000000146:443", 403);
        row("this computer", "127.0.0.1:22", 403);
        row("no port", "erapor.saglik.gov.tr", 400);
        row("port 0", "erapor.saglik.gov.tr:0", 400);
        row("a port too large", "erapor.saglik.gov.tr:65979", 400);
        row("a user", "x@erapor.saglik.gov.tr:443", 400);
        row("percent signs", "erapor%2esaglik.gov.tr:443", 400);
        row("an address", "https://erapor.saglik.gov.tr:443", 400);
        row("nothing", "", 400);
        const QByteArray good = request("erapor.saglik.gov.tr:443");
        QTest::newRow("HTTP/1.0") << QByteArray(good).replace("1.1", "1.0") << 400;
        QTest::newRow("a plain request")
            << QByteArray("GET http://erapor.saglik.gov.tr/ HTTP/1.1\r\n\r\n") << 400;
        QTest::newRow("no proxy's request") << QByteArray("GET / HTTP/1.1\r\n\r\n") << 400;
        QTest::newRow("no HTTP") << QByteArray("\x16\x03\x01\r\n\r\n") << 400;
        QTest::newRow("a request within a request")
            << QByteArray(good).replace("\r\n\r\n", "\n\nCONNECT foreign.example:443 HTTP/1.1\r\n\r\n")
            << 400;
    }
    void S5_allowedHostsAloneAreReached()
    {
        QFETCH(const QByteArray, head);
        QFETCH(const int, status);
        m_gate->proxies().setSetting(m_proxy->address());
        Client client(m_port, head);
        QCOMPARE(client.status(), status);
        QCOMPARE(m_proxy->requests().size(), status == 200 ? 1 : 0);
        if (status != 200)
            QTRY_VERIFY(client.hasEnded());
    }

    void S5_settingsThatChangeCountAtOnce()
    {
        Client before(m_port, request(m_target->place()));
        QCOMPARE(before.status(), 200);
        m_settings = custom({{u"endpoints/erapor"_s, u"https://erapor.example"_s}});
        Client after(m_port, request(m_target->place()));
        QCOMPARE(after.status(), 403);
    }

    void S5_eachRequestOfAConnectionIsJudged_data()
    {
        QTest::addColumn<QByteArray>("second");
        QTest::newRow("a foreign host") << QByteArray("foreign.example:443");
        QTest::newRow("another host") << QByteArray("pacs:443");
    }
    void S5_eachRequestOfAConnectionIsJudged()
    {
        QFETCH(const QByteArray, second);
        m_proxy->demand("hekim", "sifre");
        m_gate->proxies().setSetting(m_proxy->address());
        Client client(m_port, request("erapor.saglik.gov.tr:443"));
        QCOMPARE(client.status(), 407);
        client.socket.write(request(second));
        QCOMPARE(client.status(), 403);
        QTRY_VERIFY(client.hasEnded());
        QCOMPARE(m_proxy->requests().size(), 1);
    }

    void aTunnelLeadsThere()
    {
        Client client(m_port, request(m_target->place()) + "ahead");
        QCOMPARE(client.status(), 200);
        const QByteArray sent(4'000'000, 'x');
        client.socket.write(sent);
        qsizetype got = 0;
        QTRY_VERIFY((got += client.socket.readAll().size(), got >= sent.size()));
        QTRY_COMPARE(m_target->got.size(), sent.size() + 5);
        QVERIFY(m_target->got.startsWith("aheadx"));
        m_target->last->write("the end");
        m_target->last->disconnectFromHost();
        QTRY_VERIFY(client.hasEnded());
        QVERIFY(client.socket.readAll().endsWith("the end"));
    }

    void anEndedClientEndsTheServer()
    {
        Client client(m_port, request(m_target->place()));
        QCOMPARE(client.status(), 200);
        client.socket.abort();
        QTRY_COMPARE(m_target->last->state(), QAbstractSocket::UnconnectedState);
    }

    void aProxysLoginPassesOnOneConnection()
    {
        m_proxy->demand("hekim", "sifre");
        m_logins->set(m_proxy->address(), {u"hekim"_s, u"sifre"_s});
        m_gate->proxies().setSetting(m_proxy->address());
        Client client(m_port, request("pacs:443"));
        QCOMPARE(client.status(), 407);
        QCOMPARE(m_gate->proxyTo(u"PACS"_s), m_proxy->address());
        client.socket.write(request("pacs:443", "Proxy-Authorization: Basic aGVraW06c2lmcmU=\r\n"));
        QCOMPARE(client.status(), 200);
        QCOMPARE(m_proxy->requests().size(), 2);
        client.socket.write("x");
        QTRY_COMPARE(client.socket.bytesAvailable(), 1); // from the target behind it
    }

    void aProxysNtlmPassesOnOneConnection()
    {
        m_proxy->demandNtlm(u"HASTANE"_s, u"hekim"_s);
        m_gate->proxies().setSetting(m_proxy->address());
        const auto with = [](const QByteArray& message) {
            return request("pacs:443", "Proxy-Authorization: NTLM " + message.toBase64() + "\r\n");
        };
        Client client(m_port, with(ntlm::negotiation()));
        QTRY_VERIFY(client.socket.peek(1000).endsWith("login"));
        const QByteArray answer = client.socket.readAll();
        const qsizetype start = answer.indexOf("NTLM ") + 5;
        const auto challenge = QByteArray::fromBase64(answer.mid(start, answer.indexOf('\r', start) - start));
        const auto last = ntlm::answer(challenge, {u"HASTANE\\hekim"_s, u"sifre"_s}, ntlm::newChance());
        QVERIFY(last);
        client.socket.write(with(*last));
        QCOMPARE(client.status(), 200);
    }

    void S3_aProxyGetsNoOthersLogin()
    {
        m_proxy->demand("hekim", "sifre");
        m_logins->set(u"proxy.example:8080"_s, {u"hekim"_s, u"sifre"_s});
        m_gate->proxies().setSetting(m_proxy->address());
        Client client(m_port, request("pacs:443", "Proxy-Authorization: Basic aGVraW06c2lmcmU=\r\n"));
        QCOMPARE(client.status(), 407);
        QCOMPARE(m_proxy->requests().size(), 1);
        QCOMPARE(m_proxy->logins(), 0);
    }

    void theProxiesOfTheSystemAreTriedInTurn()
    {
        m_gate->proxies().setSetting(u"system"_s);
        m_gate->proxies().setSystemLookUp(
            [closed = m_closed.number()](const QUrl&) {
                return QList<QNetworkProxy>{{QNetworkProxy::HttpProxy, u"127.0.0.1"_s, closed},
                                            QNetworkProxy::NoProxy};
            },
            5s);
        m_settings = custom({{u"web/extraHosts"_s, u"localtest.invalid"_s}});
        Client client(m_port, request("localtest.invalid:443"));
        QCOMPARE(client.status(), 502);
        QCOMPARE(m_gate->troubleWith(u"localtest.invalid"_s)->kind, ErrorKind::NameNotResolved);
    }

    void aSocksProxyIsSpokenTo()
    {
        QTcpServer socks;
        QVERIFY(socks.listen(QHostAddress::LocalHost));
        QByteArray asked;
        connect(&socks, &QTcpServer::newConnection, this, [&] {
            QTcpSocket* socket = socks.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [&asked, socket] {
                const QByteArray read = socket->readAll();
                asked += read;
                socket->write(read.size() <= 4 ? QByteArray("\x05\0", 2)
                                               : QByteArray("\x05\0\0\x01\x7f\0\0\x01\0\x09", 10) + "here");
            });
        });
        m_gate->proxies().setSetting(u"system"_s);
        m_gate->proxies().setSystemLookUp(
            [port = socks.serverPort()](const QUrl&) {
                return QList<QNetworkProxy>{{QNetworkProxy::Socks5Proxy, u"127.0.0.1"_s, port}};
            },
            5s);
        Client client(m_port, request("pacs:443"));
        QTRY_VERIFY(client.socket.peek(1000).endsWith("here"));
        QCOMPARE(client.status(), 200);
        QVERIFY(asked.contains("pacs"));
    }

    void W1_whatStandsInTheWayIsTold_data()
    {
        QTest::addColumn<QString>("proxy");
        QTest::addColumn<QByteArray>("place");
        QTest::addColumn<ErrorKind>("kind");
        const QByteArray closed = m_closed.place().toLatin1();
        const QString none = u"none"_s;
        QTest::newRow("no such name") << none << QByteArray("name.invalid:443") << ErrorKind::NameNotResolved;
        QTest::newRow("refused") << none << closed << ErrorKind::ConnectionFailed;
        QTest::newRow("no proxy there")
            << QString::fromLatin1(closed) << QByteArray("name.invalid:443") << ErrorKind::Proxy;
        QTest::newRow("no proxy of that name")
            << u"proxy.invalid:8080"_s << QByteArray("name.invalid:443") << ErrorKind::Proxy;
    }
    void W1_whatStandsInTheWayIsTold()
    {
        QFETCH(const QString, proxy);
        QFETCH(const QByteArray, place);
        QFETCH(const ErrorKind, kind);
        m_settings = custom({{u"web/extraHosts"_s, QString::fromLatin1("name.invalid," + place)}});
        m_gate->proxies().setSetting(proxy);
        Client client(m_port, request(place));
        QCOMPARE(client.status(), 502);
        const auto trouble = m_gate->troubleWith(QString::fromLatin1(place.left(place.indexOf(':'))));
        QVERIFY(trouble);
        QCOMPARE(trouble->kind, kind);
        QVERIFY(!trouble->detail.isEmpty());
        QTRY_VERIFY(client.hasEnded());
    }

    void W1_aProxysOwnWordIsPassedOn()
    {
        m_gate->proxies().setSetting(m_closed.place());
        Client unreached(m_port, request("pacs:443"));
        QCOMPARE(unreached.status(), 502);
        QVERIFY(m_gate->troubleWith(u"pacs"_s));
        m_proxy->refuseWith("X-Why: no\r\n");
        m_gate->proxies().setSetting(m_proxy->address());
        Client client(m_port, request("pacs:443"));
        QCOMPARE(client.status(), 407);
        QVERIFY(!m_gate->troubleWith(u"pacs"_s));
    }

    void W2_whatSaysNothingEnds_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half a request") << request("pacs:443").chopped(2);
    }
    void W2_whatSaysNothingEnds()
    {
        QFETCH(const QByteArray, bytes);
        m_gate->setLimits({.patience = 1ms});
        Client client(m_port, bytes);
        QTRY_VERIFY(client.hasEnded());
    }

    void W2_aProxyThatSaysNothingIsGivenUp()
    {
        const Target silent(false);
        m_gate->setLimits({.patience = 300ms});
        m_gate->proxies().setSetting(QString::fromLatin1(silent.place()));
        std::unique_ptr<Client> client;
        const auto isTold = [&] {
            if (!client || client->hasEnded()) // again where the machine was too busy to hear it in that time
                client = std::make_unique<Client>(m_port, request("pacs:443"));
            return m_gate->troubleWith(u"pacs"_s).has_value();
        };
        QTRY_VERIFY(isTold());
        QCOMPARE(m_gate->troubleWith(u"pacs"_s)->kind, ErrorKind::TimedOut);
    }

    void W2_aRequestWithoutEndIsNotKept()
    {
        Client client(m_port, "CONNECT pacs:443 HTTP/1.1\r\nX: " + QByteArray(200'000, 'x'));
        QTRY_VERIFY(client.hasEnded());
    }

    void W2_connectionsThatWaitMakeRoom()
    {
        m_gate->setLimits({.connections = 2});
        Client open(m_port, request(m_target->place()));
        QCOMPARE(open.status(), 200);
        Client waiting(m_port);
        QTRY_COMPARE(waiting.socket.state(), QAbstractSocket::ConnectedState);
        Client next(m_port, request(m_target->place()));
        QCOMPARE(next.status(), 200);
        QTRY_VERIFY(waiting.hasEnded());
        QVERIFY(!open.hasEnded());
        Client more(m_port);
        QTRY_VERIFY(more.hasEnded()); // no one waits
        open.socket.abort();
        std::unique_ptr<Client> last;
        const auto isLetIn = [&] {
            if (!last || last->hasEnded()) // the gate has not heard of the end yet
                last = std::make_unique<Client>(m_port, request(m_target->place()));
            return last->socket.bytesAvailable() > 0;
        };
        QTRY_VERIFY(isLetIn());
    }

private:
    Settings custom(QMap<QString, QString> more) const
    {
        QMap<QString, QString> all =
            TestSettings::site(QUrl(u"https://"_s + QString::fromLatin1(m_target->place())));
        all.insert(more);
        const TestSettings files;
        files.setUser(all);
        return files.load();
    }

    ClosedPort m_closed;
    std::unique_ptr<Target> m_target;
    std::unique_ptr<ProxyServer> m_proxy;
    Settings m_settings;
    std::unique_ptr<ProxyLogins> m_logins;
    std::unique_ptr<PagesGate> m_gate;
    quint16 m_port = 0;
};

QTEST_GUILESS_MAIN(TestPagesGate)
#include "tst_pagesgate.moc"
