// The operating system's store is the judge of a service's certificate, and its word is final (rule S4).

#include "services/answer.h"
#include "services/trusted.h"
#include "support/httpserver.h"
#include "support/testcertificates.h"

#include "services/http/httpclient.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;
using namespace std::chrono_literals;

namespace {

HttpRequest post(const QUrl& url)
{
    HttpRequest request;
    request.method = "POST";
    request.url = url;
    request.step = Step::ConnectionCheck;
    request.headers = {{"Authorization", "Bearer geheim-0123456789"}};
    request.body = "password=geheim";
    return request;
}

} // namespace

class HttpTlsTest : public QObject
{
    Q_OBJECT

private slots:
    void S4_trustedCertificateIsTaken()
    {
        TestAuthority authority;
        HttpServer server(authority.issue({u"localhost"_s}));
        server.route("/a", HttpServerReply::json("{}"));
        const Trusted trusted(authority);
        HttpClient client;
        client.preconnect(server.url(u"localhost"_s, {}));
        Answer<HttpReply> answer;
        client.send(post(server.url(u"localhost"_s, u"/a"_s)), this, answer.take());
        QVERIFY(answer.wait());
        QCOMPARE(server.count(), 1);
    }

    void S4_tlsErrorsAreFinal_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("told");
        QTest::newRow("self-signed") << u"self"_s << u"self-signed certificate"_s;
        QTest::newRow("unknown authority") << u"unknown"_s << u"Hekim Unknown CA"_s;
        QTest::newRow("expired") << u"expired"_s << u"expired on 20"_s;
        QTest::newRow("not yet valid") << u"early"_s << u"not valid before"_s;
        QTest::newRow("other host") << u"host"_s << u"another host (other.example)"_s;
    }
    void S4_tlsErrorsAreFinal()
    {
        QFETCH(QString, what);
        QFETCH(QString, told);
        TestAuthority authority;
        TestAuthority unknown(u"Hekim Unknown CA"_s);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const QStringList names{u"localhost"_s};
        const TestCertificate certificate =
            what == "self"_L1      ? authority.selfSigned(names)
            : what == "unknown"_L1 ? unknown.issue(names)
            : what == "expired"_L1 ? authority.issue(names, now.addDays(-20), now.addDays(-1))
            : what == "early"_L1   ? authority.issue(names, now.addDays(1), now.addDays(20))
                                   : authority.issue({u"other.example"_s});
        HttpServer server(certificate);
        server.route("/a", HttpServerReply::json("{}"));
        const Trusted trusted(authority);
        HttpClient client;
        Answer<HttpReply> answer;
        client.send(post(server.url(u"localhost"_s, u"/a"_s)), this, answer.take());
        const auto result = answer.wait();
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Tls);
        QVERIFY2(result.error().detail.contains(told), qPrintable(result.error().detail));
        QCOMPARE(server.count(), 0);
    }

    void plainServerBehindHttpsIsATlsFailure()
    {
        HttpServer server;
        QUrl url = server.url(u"localhost"_s, u"/a"_s);
        url.setScheme(u"https"_s);
        HttpClient client;
        client.setDeadline(5s);
        Answer<HttpReply> answer;
        client.send(post(url), this, answer.take());
        QCOMPARE(answer.kind(), ErrorKind::Tls);
        QCOMPARE(server.count(), 0);
    }
};

QTEST_GUILESS_MAIN(HttpTlsTest)
#include "tst_httptls.moc"
