#include "browser/engine/pagesproxy.h"
#include "browser/pane.h"
#include "platform/network/proxylogins.h"
#include "services/proxy/pagesgate.h"
#include "support/closedport.h"
#include "support/proxyserver.h"
#include "support/testcertificates.h"

#include <QNetworkInterface>
#include <QSslCertificate>
#include <QTcpServer>
#include <QTest>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// From a window that no script of ours has been in yet, to TURN servers by TCP.
const QString peerConnection =
    u"<script>document.body.append(document.createElement('iframe'));const w=window[window.length-1];"
    "self.kept=new w.RTCPeerConnection({iceServers:[%1].map(a=>({urls:'turn:'+a+'?transport=tcp',"
    "username:'token-of-the-test',credential:'b'}))});kept.createDataChannel('x');"
    "kept.createOffer().then(o=>kept.setLocalDescription(o))</script>"_s;

/// Of this computer, beside loopback; WebRTC does nothing where there is none.
QString ownAddress()
{
    for (const QNetworkInterface& one : QNetworkInterface::allInterfaces()) {
        if (!one.flags().testFlag(QNetworkInterface::IsRunning))
            continue;
        for (const QNetworkAddressEntry& entry : one.addressEntries()) {
            if (!entry.ip().isLoopback() && entry.ip().protocol() == QAbstractSocket::IPv4Protocol)
                return entry.ip().toString();
        }
    }
    return {};
}

} // namespace

/// Pages whose engine has one way out, the gate of the window. Behind it stands a proxy of this computer in
/// all tests, so that nothing leaves it whatever the gate lets through.
class TestPaneConnections : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        sendPagesThrough(m_gate.listen());
        connect(&m_gate, &PagesGate::judged, this,
                [this](const QUrl& place) { m_asked.append(place.authority()); });
    }
    void init()
    {
        m_asked.clear();
        m_allowed.clear();
    }

    void S5_whatAPeerConnectionAsksForIsJudged_data()
    {
        QTest::addColumn<bool>("allowed");
        QTest::newRow("refused") << false;
        QTest::newRow("let through where it is allowed") << true;
    }
    void S5_whatAPeerConnectionAsksForIsJudged()
    {
        if (ownAddress().isEmpty())
            QSKIP("no network beside loopback");
        QFETCH(const bool, allowed);
        const QStringList places{u"192.0.2.1:3478"_s, u"10000000146.invalid:3478"_s, u"10000000146:3478"_s,
                                 u"169.254.7.7:3478"_s};
        if (allowed)
            m_allowed = places;
        HttpServer server;
        ProxyServer proxy(server.port());
        m_gate.proxies().setSetting(proxy.address());
        server.route("/x", html(peerConnection.arg(u"'"_s + places.join(u"','"_s) + u"'"_s)));
        Pane pane;
        QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
        for (const QString& place : places) {
            QVERIFY2(until([&] { return m_asked.contains(place); }, 20s), qPrintable(place));
            const auto isOf = [&](const ProxyServer::Request& request) {
                return request.line.startsWith("CONNECT " + place.toLatin1());
            };
            const auto isPassedOn = [&] { return std::ranges::any_of(proxy.requests(), isOf); };
            if (allowed)
                QTRY_VERIFY2(isPassedOn(), qPrintable(place));
        }
        if (!allowed)
            QVERIFY(proxy.requests().isEmpty());
    }

    void S5_theEngineLooksUpNothing()
    {
        // An address of this computer in a form that the engine takes for none of its exceptions' names.
        QTcpServer listener;
        QVERIFY(listener.listen(QHostAddress::LocalHost));
        const QUrl url(u"https://[::ffff:127.0.0.1]:%1/"_s.arg(listener.serverPort()));
        Pane pane;
        pane.page->setWay(&m_gate);
        QVERIFY(pane.openAndWait(rulesFor(url), url));
        QCOMPARE(pane.lastError().kind, ErrorKind::NameNotResolved);
        QVERIFY(!listener.hasPendingConnections());
    }

    void aPageComesThroughAProxy()
    {
        TestAuthority authority;
        HttpServer server(authority.issue({u"erapor.invalid"_s, u"pacs"_s}));
        server.route("/x", html(u"<script>fetch('https://pacs/y').catch(()=>0)</script>burada"_s));
        server.route("/y", HttpServerReply::json("{}"));
        ProxyServer proxy(server.port());
        m_gate.proxies().setSetting(proxy.address());
        m_allowed = {u"erapor.invalid:443"_s, u"pacs:443"_s};
        Pane pane(CertificateJudge(QSslCertificate::fromPath(authority.certificateFile())));
        pane.page->setWay(&m_gate);
        const QUrl url(u"https://erapor.invalid/x"_s);
        QVERIFY(pane.openAndWait(rulesFor(url, {}, {{u"web/extraHosts"_s, u"pacs"_s}}), url));
        QCOMPARE(pane.text(), u"burada"_s);
        QTRY_COMPARE(server.count("/y"), 1);
        QVERIFY(m_asked.contains(u"pacs:443"_s)); // a name without a dot too
    }

    void W1_failuresAreToldApart_data()
    {
        QTest::addColumn<QString>("proxy");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("no such name") << u"none"_s << ErrorKind::NameNotResolved;
        QTest::newRow("no proxy") << m_closed.place() << ErrorKind::Proxy;
        QTest::newRow("nothing behind the proxy") << QString() << ErrorKind::Proxy;
        QTest::newRow("no proxy of that name") << u"proxy.invalid:8080"_s << ErrorKind::Proxy;
    }
    void W1_failuresAreToldApart()
    {
        QFETCH(const QString, proxy);
        QFETCH(const ErrorKind, kind);
        const ProxyServer leadsNowhere(m_closed.number());
        m_gate.proxies().setSetting(proxy.isEmpty() ? leadsNowhere.address() : proxy);
        const QUrl url(u"https://erapor.invalid/x"_s);
        m_allowed = {u"erapor.invalid:443"_s};
        Pane pane;
        pane.page->setWay(&m_gate);
        QVERIFY(pane.openAndWait(rulesFor(url), url));
        QVERIFY2(pane.lastError().kind == kind, qPrintable(pane.lastError().detail));
        QCOMPARE(pane.lastError().host, u"erapor.invalid"_s);
    }

    void W1_aRefusedConnectionIsToldApart()
    {
        const QString own = ownAddress();
        if (own.isEmpty())
            QSKIP("no network beside loopback");
        m_gate.proxies().setSetting(u"none"_s);
        const ClosedPort closed{QHostAddress(own)};
        const QUrl url(u"https://%1/x"_s.arg(closed.place()));
        m_allowed = {url.authority()};
        Pane pane;
        pane.page->setWay(&m_gate);
        QVERIFY(pane.openAndWait(rulesFor(url), url));
        QVERIFY2(pane.lastError().kind == ErrorKind::ConnectionFailed, qPrintable(pane.lastError().detail));
        QVERIFY(pane.lastError().detail.contains(u"ConnectionRefusedError"));
    }

private:
    ClosedPort m_closed;
    QStringList m_asked;
    QStringList m_allowed;
    ProxyLogins m_logins;
    PagesGate m_gate{[this](const QUrl& place) { return m_allowed.contains(place.authority()); }, m_logins};
};

QTEST_MAIN(TestPaneConnections)
#include "tst_pane_connections.moc"
