#include "services/answer.h"
#include "services/http/httpclient.h"
#include "services/testsettings.h"
#include "support/httpserver.h"
#include "support/proxyserver.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

#include <array>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

HttpRequest get(const QUrl& url)
{
    HttpRequest request;
    request.url = url;
    request.step = Step::ConnectionCheck;
    return request;
}

/// A service that is reached through a proxy only: its name is never resolved.
struct Hospital
{
    Hospital() : proxy(server.port())
    {
        server.route("/a", HttpServerReply::json("{}"));
        client.setProxyLogins(logins);
    }

    void through(const QString& setting)
    {
        site.setUser({{u"network/proxy"_s, setting}});
        client.configure(site.load());
    }

    Result<HttpReply> ask(const QString& scheme = u"http"_s)
    {
        Answer<HttpReply> answer;
        client.send(get(QUrl(scheme + u"://erapor.invalid/a"_s)), &client, answer.take());
        return answer.wait();
    }

    TestSettings site;
    HttpServer server;
    ProxyServer proxy;
    ProxyLogins logins;
    HttpClient client;
};

} // namespace

/// Hospital networks as the services meet them: proxies, their logins, and the system's slow answers.
class TestProxy : public QObject
{
    Q_OBJECT

private slots:
    void goesThroughTheProxyThatIsSet()
    {
        Hospital site;
        site.through(site.proxy.address());
        QVERIFY(site.ask());
        QCOMPARE(site.proxy.requests().size(), 1);
        site.through(u"none"_s);
        QCOMPARE(site.ask().error().kind, ErrorKind::NameNotResolved);
        QCOMPARE(site.proxy.requests().size(), 1);
    }

    void W1_aProxyThatWantsALoginSaysWhichOne()
    {
        Hospital site;
        site.proxy.demand("hekim", "sifre");
        site.through(site.proxy.address());
        QSignalSpy wanted(&site.logins, &ProxyLogins::wanted);
        const auto reply = site.ask();
        QCOMPARE(reply.error().kind, ErrorKind::Proxy);
        QCOMPARE(reply.error().httpStatus, 407);
        QTRY_COMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().at(0).toString(), site.proxy.address());
        QCOMPARE(site.proxy.logins(), 0);
    }

    void theLoginThatIsKnownIsUsed()
    {
        Hospital site;
        site.proxy.demand("hekim", "sifre");
        site.through(site.proxy.address());
        QVERIFY(!site.ask());
        site.logins.set(site.proxy.address(), {u"hekim"_s, u"sifre"_s});
        QVERIFY(site.ask());
        QCOMPARE(site.proxy.logins(), 1);
        QCOMPARE(site.server.count("/a"), 1);
    }

    void W3_aRefusedProxyLoginIsSentOnce()
    {
        Hospital site;
        site.proxy.demand("hekim", "sifre");
        site.through(site.proxy.address());
        site.logins.set(site.proxy.address(), {u"hekim"_s, u"yanlis"_s});
        for (int i = 0; i < 3; ++i)
            QCOMPARE(site.ask().error().kind, ErrorKind::Proxy);
        QCOMPARE(site.proxy.logins(), 1);
        QVERIFY(site.logins.wasRefused(site.proxy.address()));
        site.logins.set(site.proxy.address(), {u"hekim"_s, u"sifre"_s});
        QVERIFY(site.ask());
    }

    void W3_aRefusedLoginOfATunnelIsSentOnce()
    {
        Hospital site;
        site.proxy.demand("hekim", "sifre");
        site.through(site.proxy.address());
        site.logins.set(site.proxy.address(), {u"hekim"_s, u"yanlis"_s});
        for (int i = 0; i < 3; ++i)
            QCOMPARE(site.ask(u"https"_s).error().kind, ErrorKind::Proxy);
        QCOMPARE(site.proxy.logins(), 1);
        QVERIFY(site.logins.wasRefused(site.proxy.address()));
        // Another one is sent, and sent once: what the tunnel leads to speaks no TLS.
        site.logins.set(site.proxy.address(), {u"hekim"_s, u"sifre"_s});
        QVERIFY(!site.ask(u"https"_s));
        QVERIFY(!site.logins.wasRefused(site.proxy.address()));
    }

    void W1_aRefusedTunnelEndsWhatWaitsForItAtOnce()
    {
        // As the window does it: a connection opened beforehand, then the doctor's request.
        Hospital site;
        site.proxy.demand("hekim", "sifre");
        site.through(site.proxy.address());
        QSignalSpy wanted(&site.logins, &ProxyLogins::wanted);
        site.client.preconnect(QUrl(u"https://erapor.invalid"_s));
        QTRY_VERIFY(!wanted.isEmpty());
        site.logins.set(site.proxy.address(), {u"hekim"_s, u"yanlis"_s});
        QElapsedTimer took;
        took.start();
        for (int i = 0; i < 3; ++i) {
            const auto reply = site.ask(u"https"_s);
            QCOMPARE(reply.error().kind, ErrorKind::Proxy);
            QCOMPARE(reply.error().httpStatus, 407);
        }
        QVERIFY2(took.elapsed() < 10'000, qPrintable(QString::number(took.elapsed())));
        QCOMPARE(site.proxy.logins(), 1);
    }

    void W1_aRefusedTunnelEndsWhatRunsBesideIt()
    {
        Hospital site;
        site.proxy.demand("hekim", "sifre");
        site.through(site.proxy.address());
        site.logins.set(site.proxy.address(), {u"hekim"_s, u"yanlis"_s});
        QElapsedTimer took;
        took.start();
        std::array<Answer<HttpReply>, 4> answers;
        for (Answer<HttpReply>& answer : answers)
            site.client.send(get(QUrl(u"https://erapor.invalid/a"_s)), &site.client, answer.take());
        for (Answer<HttpReply>& answer : answers)
            QCOMPARE(answer.kind(), ErrorKind::Proxy);
        QVERIFY2(took.elapsed() < 10'000, qPrintable(QString::number(took.elapsed())));
        QVERIFY(site.logins.wasRefused(site.proxy.address()));
    }

    void S3_aLoginIsForItsProxyAlone()
    {
        Hospital site;
        ProxyServer other(site.server.port());
        other.demand("hekim", "sifre");
        site.logins.set(site.proxy.address(), {u"hekim"_s, u"sifre"_s});
        site.through(other.address());
        QVERIFY(!site.ask());
        QCOMPARE(other.logins(), 0);
    }

    void theSystemsProxyIsAskedForOnceForAHost()
    {
        Hospital site;
        site.through(u"system"_s);
        const auto asked = std::make_shared<QAtomicInt>(0);
        const QNetworkProxy proxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, quint16(site.proxy.port()));
        site.client.proxies().setSystemLookUp(
            [asked, proxy](const QUrl& url) {
                asked->ref();
                return url.path().isEmpty() ? QList{proxy} : QList<QNetworkProxy>{};
            },
            5s);
        for (int i = 0; i < 3; ++i)
            QVERIFY(site.ask());
        QCOMPARE(asked->loadRelaxed(), 1);
        QVERIFY(!site.proxy.requests().isEmpty());
        QCOMPARE(site.server.count("/a"), 3);
    }

    void W2_aSystemThatDoesNotAnswerHoldsUpNobody()
    {
        Hospital site;
        site.through(u"system"_s);
        const auto release = std::make_shared<QSemaphore>();
        site.client.proxies().setSystemLookUp(
            [release](const QUrl&) {
                release->acquire();
                return QList<QNetworkProxy>{};
            },
            2s);
        QElapsedTimer blocked;
        blocked.start();
        Answer<HttpReply> answer;
        site.client.send(get(QUrl(u"http://erapor.invalid/a"_s)), &site.client, answer.take());
        QVERIFY2(blocked.elapsed() < 1000, "send() waited for the system");
        // Given up after its deadline: the request goes out directly, and finds no such host.
        QCOMPARE(answer.kind(), ErrorKind::NameNotResolved);
        release->release();
    }

    void theEnvironmentsProxyIsTheSystems()
    {
        Hospital site;
        site.through(u"system"_s);
        qputenv("http_proxy", "http://" + site.proxy.address().toLatin1());
        const auto reply = site.ask();
        qunsetenv("http_proxy");
        QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().detail));
        QCOMPARE(site.proxy.requests().size(), 1);
    }

    void loopbackIsNeverAskedOfAProxy()
    {
        Hospital site;
        site.through(site.proxy.address());
        Answer<HttpReply> answer;
        site.client.send(get(site.server.url(u"/a"_s)), &site.client, answer.take());
        QVERIFY(answer.wait());
        QVERIFY(site.proxy.requests().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestProxy)
#include "tst_proxy.moc"
