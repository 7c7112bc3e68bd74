#include "browser/engine/pagesproxy.h"
#include "browser/gates/pagelogins.h"
#include "browser/pane.h"
#include "services/proxy/pagesgate.h"
#include "support/proxyserver.h"

#include <QAuthenticator>
#include <QTest>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;

namespace {

/// Asks for a login of its own (Basic) and shows a page to the client that has it.
void guard(HttpServer& server, const QByteArray& path)
{
    server.route(path, [](const HttpServerRequest& request) {
        if (request.header("Authorization") == "Basic " + QByteArray("hekim:sifre").toBase64())
            return html(u"iceride"_s);
        HttpServerReply reply = HttpServerReply::html("login", 401);
        reply.headers.emplaceBack("WWW-Authenticate", "Basic realm=\"Hastane\"");
        return reply;
    });
}

int loginsAt(const HttpServer& server, const QByteArray& path)
{
    int logins = 0;
    for (const HttpServerRequest& request : server.requests(path))
        logins += request.hasHeader("Authorization") ? 1 : 0;
    return logins;
}

} // namespace

/// Servers and proxies that want a user name and a password of a page (rules S3, W2, W3).
class TestPaneLogins : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { sendPagesThrough(m_gate.listen()); }

    void W2_aLoginIsAskedForAfterwardsAndUsed()
    {
        HttpServer server;
        guard(server, "/x");
        bool engineHasItsAnswer = false;
        bool askedAfterwards = false;
        Pane pane;
        auto* view = qobject_cast<QWebEngineView*>(pane.page->view(&pane.window));
        connect(view->page(), &QWebEnginePage::authenticationRequired, pane.page.get(),
                [&] { engineHasItsAnswer = true; }); // connected last, called last
        connect(pane.page.get(), &IsolatedPage::loginAsked, pane.page.get(),
                [&] { askedAfterwards = engineHasItsAnswer; });
        QSignalSpy asked(pane.page.get(), &IsolatedPage::loginAsked);
        const NavigationRules rules = rulesFor(server.url());
        QVERIFY(pane.openAndWait(rules, server.url(u"/x"_s)));
        QCOMPARE(pane.lastError().kind, ErrorKind::Unauthorized);
        QTRY_COMPARE(asked.count(), 1);
        QVERIFY(askedAfterwards);
        QCOMPARE(asked.first().at(1).toString(), u"Hastane"_s);
        QCOMPARE(asked.first().at(2).toBool(), false);
        QCOMPARE(loginsAt(server, "/x"), 0);
        pane.page->logins().give(asked.first().at(0).toString(), {u"hekim"_s, u"sifre"_s});
        QVERIFY(pane.openAndWait(rules, server.url(u"/x"_s)));
        QCOMPARE(pane.text(), u"iceride"_s);
    }

    void W3_aRefusedLoginIsSentOnce()
    {
        HttpServer server;
        guard(server, "/x");
        Pane pane;
        QSignalSpy asked(pane.page.get(), &IsolatedPage::loginAsked);
        const NavigationRules rules = rulesFor(server.url());
        pane.page->logins().give(originOf(server.url()), {u"hekim"_s, u"yanlis"_s});
        QVERIFY(pane.openAndWait(rules, server.url(u"/x"_s)));
        QTRY_COMPARE(asked.count(), 1);
        QCOMPARE(asked.first().at(2).toBool(), true);
        QVERIFY(pane.openAndWait(rules, server.url(u"/x"_s)));
        QTRY_COMPARE(asked.count(), 2);
        QCOMPARE(loginsAt(server, "/x"), 1);
    }

    void S3_aLoginIsForItsOriginAlone()
    {
        HttpServer server;
        HttpServer other;
        guard(server, "/x");
        Pane pane;
        pane.page->logins().give(originOf(other.url()), {u"hekim"_s, u"sifre"_s});
        QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
        QCOMPARE(pane.lastError().kind, ErrorKind::Unauthorized);
        QCOMPARE(loginsAt(server, "/x"), 0);
    }

    void aProxysLoginIsAskedForAndUsed()
    {
        HttpServer server;
        ProxyServer proxy(server.port());
        proxy.demand("hekim", "sifre");
        m_gate.proxies().setSetting(proxy.address());
        QSignalSpy wanted(&m_logins, &ProxyLogins::wanted);
        Pane pane;
        behindTheGate(pane);
        const QUrl url(u"https://erapor.invalid/x"_s);
        QVERIFY(pane.openAndWait(rulesFor(url), url));
        QCOMPARE(pane.lastError().kind, ErrorKind::Proxy);
        QTRY_COMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().at(0).toString(), proxy.address());
        QCOMPARE(proxy.logins(), 0);

        m_logins.set(proxy.address(), {u"hekim"_s, u"yanlis"_s});
        QVERIFY(pane.openAndWait(rulesFor(url), url));
        QTRY_COMPARE(wanted.count(), 2);
        QVERIFY(m_logins.wasRefused(proxy.address()));
        QCOMPARE(proxy.logins(), 1); // rule W3

        // The tunnel stands; what answers in it is no TLS server.
        m_logins.set(proxy.address(), {u"hekim"_s, u"sifre"_s});
        QVERIFY(pane.openAndWait(rulesFor(url), url));
        QCOMPARE(pane.lastError().kind, ErrorKind::Tls);
        QCOMPARE(wanted.count(), 2);
    }

    void aProxysNtlmLoginIsAskedForAndUsed()
    {
        HttpServer server;
        ProxyServer proxy(server.port());
        proxy.demandNtlm(u"HASTANE"_s, u"hekim"_s);
        m_gate.proxies().setSetting(proxy.address());
        QSignalSpy wanted(&m_logins, &ProxyLogins::wanted);
        Pane pane;
        behindTheGate(pane);
        const QUrl url(u"https://erapor.invalid/x"_s);
        QVERIFY(pane.openAndWait(rulesFor(url), url));
        QCOMPARE(pane.lastError().kind, ErrorKind::Proxy);
        QTRY_COMPARE(wanted.count(), 1);
        QVERIFY(
            wanted.first().at(1).toString().isEmpty()); // no realm: the dialog tells how a domain is written

        m_logins.set(proxy.address(), {u"HASTANE\\hekim"_s, u"sifre"_s});
        QVERIFY(pane.openAndWait(rulesFor(url), url));
        QCOMPARE(pane.lastError().kind, ErrorKind::Tls); // the tunnel stands
        QCOMPARE(wanted.count(), 1);
    }

    void aProxysForeignMethodIsToldAsSuch_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::newRow("Negotiate") << QByteArray("Proxy-Authenticate: Negotiate\r\n");
        QTest::newRow("none") << QByteArray("X-Reason: none\r\n");
    }
    void aProxysForeignMethodIsToldAsSuch()
    {
        QFETCH(QByteArray, headers);
        HttpServer server;
        ProxyServer proxy(server.port());
        proxy.refuseWith(headers);
        m_gate.proxies().setSetting(proxy.address());
        Pane pane;
        behindTheGate(pane);
        const QUrl url(u"https://erapor.invalid/x"_s);
        QVERIFY(pane.openAndWait(rulesFor(url), url));
        QVERIFY2(pane.lastError().kind == ErrorKind::ProxyMethod, qPrintable(pane.lastError().detail));
        QVERIFY(proxy.requests().size() < 12);
    }

    void loopbackGoesThroughNoProxy()
    {
        HttpServer server;
        server.route("/x", html(u"burada"_s));
        ProxyServer proxy(server.port());
        m_gate.proxies().setSetting(proxy.address());
        Pane pane;
        behindTheGate(pane);
        QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
        QCOMPARE(pane.text(), u"burada"_s);
        QVERIFY(proxy.requests().isEmpty());
    }

    void noneSwitchesTheProxyOff()
    {
        HttpServer server;
        ProxyServer proxy(server.port());
        m_gate.proxies().setSetting(proxy.address());
        m_gate.proxies().setSetting(u"none"_s);
        Pane pane;
        behindTheGate(pane);
        const QUrl url(u"https://erapor.invalid/x"_s);
        QVERIFY(pane.openAndWait(rulesFor(url), url));
        QCOMPARE(pane.lastError().kind, ErrorKind::NameNotResolved);
        QVERIFY(proxy.requests().isEmpty());
    }

private:
    void behindTheGate(Pane& pane)
    {
        pane.page->setWay(&m_gate);
        pane.page->logins().setProxyLogins(&m_logins);
    }

    ProxyLogins m_logins;
    PagesGate m_gate{[](const QUrl&) { return true; }, m_logins};
};

QTEST_MAIN(TestPaneLogins)
#include "tst_pane_logins.moc"
