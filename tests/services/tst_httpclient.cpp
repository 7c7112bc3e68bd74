#include "services/answer.h"
#include "services/testsettings.h"
#include "support/httpserver.h"

#include "core/error/errortext.h"
#include "services/http/httpclient.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(hekim::ErrorKind)
Q_DECLARE_METATYPE(hekim::test::HttpServerReply)

namespace {

const QByteArray secretHeader = "Bearer geheim-0123456789";

HttpRequest get(const QUrl& url)
{
    HttpRequest request;
    request.url = url;
    request.step = Step::ConnectionCheck;
    return request;
}

HttpRequest post(const QUrl& url)
{
    HttpRequest request = get(url);
    request.method = "POST";
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"},
                       {"Authorization", secretHeader}};
    request.body = "password=geheim";
    return request;
}

} // namespace

class HttpClientTest : public QObject
{
    Q_OBJECT

private slots:
    void replyComesWhole_data()
    {
        QTest::addColumn<int>("status");
        for (const int status :
             {200, 201, 400, 401, 403, 404, 405, 409, 410, 415, 418, 422, 429, 500, 501, 502, 503, 504})
            QTest::addRow("%d", status) << status;
    }
    void replyComesWhole()
    {
        QFETCH(int, status);
        HttpServer server;
        server.route("/a", HttpServerReply::json("{\"x\":1}", status));
        HttpClient client;
        Answer<HttpReply> answer;
        client.send(get(server.url(u"/a"_s)), this, answer.take());
        QVERIFY2(!answer.isThere(), "never synchronous");
        const auto reply = answer.wait();
        QVERIFY(reply);
        QCOMPARE(reply->status, status);
        QCOMPARE(reply->body, "{\"x\":1}");
        QCOMPARE(reply->contentType, "application/json");
    }

    void targetGoesOverTheWireAsEncoded()
    {
        // Every printable ASCII character and some beyond, as a component's value.
        QString all;
        for (char16_t c = 0x20; c < 0x7f; ++c)
            all += QChar(c);
        all += u"üşİı€"_s;
        const QByteArray target = "/a?x=" + QUrl::toPercentEncoding(all) + "&y=%2B";
        HttpServer server;
        server.route("/a", HttpServerReply::json("{}"));
        HttpClient client;
        Answer<HttpReply> answer;
        client.send(get(QUrl::fromEncoded(server.url().toEncoded() + target, QUrl::StrictMode)), this,
                    answer.take());
        QVERIFY(answer.wait());
        QCOMPARE(server.requests().constFirst().target, target);
    }

    void sendsNothingThatWasNotAskedFor()
    {
        HttpServer server;
        HttpServerReply reply = HttpServerReply::json("{}");
        reply.headers.emplaceBack("Set-Cookie", "session=1; Path=/");
        reply.headers.emplaceBack("Cache-Control", "max-age=3600");
        server.route("/a", reply);
        HttpClient client;
        for (int i = 0; i < 2; ++i) {
            Answer<HttpReply> answer;
            client.send(get(server.url(u"/a"_s)), this, answer.take());
            QVERIFY(answer.wait());
        }
        QCOMPARE(server.count(), 2);
        for (const HttpServerRequest& request : server.requests()) {
            QVERIFY(!request.hasHeader("Cookie"));
            QVERIFY(!request.hasHeader("Authorization"));
            QVERIFY(!request.hasHeader("Referer"));
            QVERIFY(request.header("User-Agent").startsWith("hekim-asistani/"));
        }
    }

    void unauthorizedIsAReplyAndIsNotTriedAgain()
    {
        HttpServer server;
        HttpServerReply reply = HttpServerReply::json("{}", 401);
        reply.headers.emplaceBack("WWW-Authenticate", "Basic realm=\"x\"");
        server.route("/a", reply);
        HttpClient client;
        Answer<HttpReply> answer;
        client.send(post(server.url(u"/a"_s)), this, answer.take());
        const auto result = answer.wait();
        QVERIFY(result);
        QCOMPARE(result->status, 401);
        QCOMPARE(server.count(), 1);
    }

    void preconnectionIsUsed()
    {
        HttpServer server;
        server.route("/a", HttpServerReply::json("{}"));
        HttpClient client;
        for (int i = 0; i < 2; ++i) {
            client.preconnect(server.url());
            Answer<HttpReply> answer;
            client.send(get(server.url(u"/a"_s)), this, answer.take());
            QVERIFY(answer.wait());
        }
        QCOMPARE(server.requests().at(0).remotePort, server.requests().at(1).remotePort);
    }

    void preconnectionOpensAConnectionOfTheRightKind()
    {
        // A bare listener counts connections: the request must come on the one that was there already.
        QTcpServer listener;
        QVERIFY(listener.listen(QHostAddress::LocalHost));
        HttpClient client;
        const QUrl url(u"http://127.0.0.1:%1/a"_s.arg(listener.serverPort()));
        client.preconnect(url);
        QTRY_VERIFY(listener.hasPendingConnections());
        auto* connection = listener.nextPendingConnection();
        Answer<HttpReply> answer;
        client.send(get(url), this, answer.take());
        QTRY_VERIFY(connection->bytesAvailable() > 0);
        QVERIFY(connection->readAll().startsWith("GET /a HTTP/1.1"));
        QVERIFY(!listener.hasPendingConnections());
        connection->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        QVERIFY(answer.wait());
    }

    void cancelledCallsSayNothing()
    {
        HttpServer server;
        server.route("/stuck", HttpServerReply::stuck());
        server.route("/a", HttpServerReply::json("{}"));
        HttpClient client;
        Answer<HttpReply> cancelled;
        CallHandle handle = client.send(get(server.url(u"/stuck"_s)), this, cancelled.take());
        Answer<HttpReply> orphaned;
        auto context = std::make_unique<QObject>();
        client.send(get(server.url(u"/stuck"_s)), context.get(), orphaned.take());
        QTRY_COMPARE(server.count(), 2);
        handle.cancel();
        context.reset();
        Answer<HttpReply> other;
        client.send(get(server.url(u"/a"_s)), this, other.take());
        QVERIFY(other.wait());
        QVERIFY(!cancelled.isThere());
        QVERIFY(!orphaned.isThere());
    }

    void contextMayEndTheClientInItsCallback()
    {
        HttpServer server;
        auto client = std::make_unique<HttpClient>();
        bool called = false;
        client->send(get(server.url(u"/a"_s)), this, [&](const Result<HttpReply>&) {
            client.reset();
            called = true;
        });
        QTRY_VERIFY(called);
    }

    void W1_everyFailureIsOfItsOwnKind_data()
    {
        QTest::addColumn<HttpServerReply>("reply");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("stuck") << HttpServerReply::stuck() << ErrorKind::TimedOut;
        QTest::newRow("drip") << HttpServerReply::drip() << ErrorKind::TimedOut;
        QTest::newRow("cut before") << HttpServerReply::cutBefore() << ErrorKind::ConnectionFailed;
        QTest::newRow("cut inside") << HttpServerReply::cutInside() << ErrorKind::ConnectionFailed;
        QTest::newRow("oversize") << HttpServerReply::oversize(HttpClient::maxBodyBytes)
                                  << ErrorKind::BadReply;
        QTest::newRow("redirect") << HttpServerReply::redirect(QUrl(u"https://portal.example.invalid/x"_s))
                                  << ErrorKind::NetworkLogin;
        QTest::newRow("511") << HttpServerReply::html("portal", 511) << ErrorKind::NetworkLogin;
    }
    void W1_everyFailureIsOfItsOwnKind()
    {
        QFETCH(HttpServerReply, reply);
        QFETCH(ErrorKind, kind);
        HttpServer server;
        server.route("/a", reply);
        HttpClient client;
        if (kind == ErrorKind::TimedOut)
            client.setDeadline(200ms);
        Answer<HttpReply> answer;
        client.send(post(server.url(u"/a"_s)), this, answer.take());
        const auto result = answer.wait();
        QVERIFY(!result);
        QCOMPARE(result.error().kind, kind);
        QCOMPARE(result.error().step, Step::ConnectionCheck);
        QCOMPARE(result.error().host, u"127.0.0.1"_s);
        // What is not idempotent is sent once, however the connection ended.
        QVERIFY(server.count() <= 1);
        QCOMPARE(answer.count(), 1);
    }

    void aRequestThatIsOnItsWayIsTold_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("GET") << QByteArray("GET") << QByteArray();
        QTest::newRow("POST") << QByteArray("POST") << QByteArray("a=b");
        QTest::newRow("POST of an empty body") << QByteArray("POST") << QByteArray();
    }
    void aRequestThatIsOnItsWayIsTold()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, body);
        HttpServer server;
        server.route("/a", HttpServerReply::stuck());
        HttpClient client;
        const QSignalSpy sent(&client, &HttpClient::sent);
        Answer<HttpReply> answer;
        HttpRequest request = get(server.url(u"/a"_s));
        request.method = method;
        request.body = body;
        client.send(request, this, answer.take());
        QVERIFY(sent.isEmpty());
        QTRY_COMPARE(server.count(), 1);
        QTRY_COMPARE(sent.count(), 1);
        QVERIFY(!answer.isThere());
    }

    void W1_unknownHost()
    {
        HttpClient client;
        Answer<HttpReply> answer;
        client.send(get(QUrl(u"https://erapor.invalid/x"_s)), this, answer.take());
        const auto result = answer.wait();
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::NameNotResolved);
        QCOMPARE(result.error().host, u"erapor.invalid"_s);
    }

    void W1_refusedConnection()
    {
        HttpServer server;
        const QUrl url = server.url(u"/a"_s);
        server.stop();
        HttpClient client;
        Answer<HttpReply> answer;
        client.send(get(url), this, answer.take());
        QCOMPARE(answer.kind(), ErrorKind::ConnectionFailed);
    }

    void W1_proxy()
    {
        TestSettings site;
        HttpServer proxy;
        proxy.setFallback([](const HttpServerRequest&) { return HttpServerReply::html("proxy login", 407); });
        site.setUser({{u"network/proxy"_s, u"127.0.0.1:%1"_s.arg(proxy.port())}});
        HttpClient client;
        client.configure(site.load());
        for (const auto& address : {u"http://erapor.invalid/x"_s, u"https://erapor.invalid/x"_s}) {
            Answer<HttpReply> answer;
            client.send(get(QUrl(address)), this, answer.take());
            QCOMPARE(answer.kind(), ErrorKind::Proxy);
        }
        proxy.stop();
        Answer<HttpReply> gone;
        client.send(get(QUrl(u"https://erapor.invalid/x"_s)), this, gone.take());
        QCOMPARE(gone.kind(), ErrorKind::Proxy);
    }

    void loopbackIsNeverAskedOfAProxy()
    {
        TestSettings site;
        HttpServer proxy;
        HttpServer server;
        server.route("/a", HttpServerReply::json("{}"));
        site.setUser({{u"network/proxy"_s, u"127.0.0.1:%1"_s.arg(proxy.port())}});
        HttpClient client;
        client.configure(site.load());
        Answer<HttpReply> answer;
        client.send(get(server.url(u"/a"_s)), this, answer.take());
        QVERIFY(answer.wait());
        QCOMPARE(proxy.count(), 0);
    }

    void W1_notPublished()
    {
        HttpClient client;
        Answer<HttpReply> answer;
        client.send(get({}), this, answer.take());
        QVERIFY(!answer.isThere());
        QCOMPARE(answer.kind(), ErrorKind::NotPublished);
    }

    void W2_deadlineHoldsAgainstADrip()
    {
        HttpServer server;
        server.route("/a", HttpServerReply::drip());
        HttpClient client;
        client.setDeadline(200ms);
        Answer<HttpReply> answer;
        client.send(get(server.url(u"/a"_s)), this, answer.take());
        bool isLate = false; // timers of one thread fire in their order, however busy it is
        QTimer::singleShot(800ms, this, [&] { isLate = !answer.isThere(); });
        QCOMPARE(answer.kind(), ErrorKind::TimedOut);
        QVERIFY(!isLate);
    }

    void W2_deadlineIsThirtySecondsByItself() { QCOMPARE(HttpClient::defaultDeadline, 30s); }

    void S3_noRedirectCarriesCredentials_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {301, 302, 303, 307, 308})
            QTest::addRow("%d", status) << status;
    }
    void S3_noRedirectCarriesCredentials()
    {
        QFETCH(int, status);
        HttpServer elsewhere;
        HttpServer server;
        QUrl target = elsewhere.url(u"localhost"_s, u"/stolen"_s);
        target.setQuery(u"token=geheim"_s);
        server.route("/a", HttpServerReply::redirect(target, status));
        server.route("/same", HttpServerReply::redirect(server.url(u"/b"_s), status));
        HttpClient client;
        Answer<HttpReply> answer;
        client.send(post(server.url(u"/a"_s)), this, answer.take());
        const auto result = answer.wait();
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::BadReply);
        QCOMPARE(result.error().httpStatus, status);
        QVERIFY(result.error().detail.contains("localhost"_L1));
        QVERIFY2(!result.error().detail.contains("geheim"_L1), "the target's query may be secret");
        // Not even to the same host: no contract of the Ministry's has a redirect.
        Answer<HttpReply> same;
        client.send(post(server.url(u"/same"_s)), this, same.take());
        QCOMPARE(same.kind(), ErrorKind::BadReply);
        QCOMPARE(elsewhere.count(), 0);
        QCOMPARE(server.count("/b"), 0);
    }
};

QTEST_GUILESS_MAIN(HttpClientTest)
#include "tst_httpclient.moc"
