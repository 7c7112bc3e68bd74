// How codes are asked about, and what becomes of a call that fails.

#include "services/hesservice.h"

#include "core/error/errortext.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(hekim::ErrorKind)
Q_DECLARE_METATYPE(hekim::HesQuery)
Q_DECLARE_METATYPE(hekim::test::HttpServerReply)

namespace {

HesPlace place()
{
    return {u"ANKARA"_s, u"Çankaya"_s, u"No:6, \"A\" Blok"_s, 0, 0};
}

} // namespace

class HesClientTest : public QObject
{
    Q_OBJECT

private slots:
    void requestsAreExactlyTheGuides_data()
    {
        QTest::addColumn<HesQuery>("query");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("visitor")
            << HesQuery::Visitor << QByteArray("/hes/check-visitor-hes-code")
            << QByteArray("{\"city\":\"ANKARA\",\"district\":\"Çankaya\",\"explicit_address\":\"No:6, "
                          "\\\"A\\\" Blok\","
                          "\"hes_code\":\"C4G61346S3\",\"location\":{\"latitude\":0,\"longitude\":0}}");
        QTest::newRow("employee") << HesQuery::Employee << employeePath
                                  << QByteArray("{\"hes_code\":\"C4G61346S3\"}");
        QTest::newRow("with details") << HesQuery::WithDetails << QByteArray("/hes/check-hes-code-plus")
                                      << QByteArray("{\"hes_code\":\"C4G61346S3\"}");
    }
    void requestsAreExactlyTheGuides()
    {
        QFETCH(HesQuery, query);
        HesSite site;
        site.server.setFallback(
            [](const HttpServerRequest&) { return HttpServerReply::json(hesReply("\"RISKY\"")); });
        QVERIFY(site.check(query, place()));
        QCOMPARE(site.server.count(), 1);
        const HttpServerRequest request = site.server.requests().constFirst();
        QCOMPARE(request.method, "POST");
        QTEST(request.target, "path");
        QTEST(request.body, "body");
        QCOMPARE(request.header("Content-Type"), "application/json");
        // "kurum-hes:p:+&ş" in UTF-8
        QCOMPARE(request.header("Authorization"), "Basic a3VydW0taGVzOnA6KybFnw==");
    }

    void batchRequestIsExactlyTheGuides()
    {
        HesSite site;
        site.server.route(batchPath, HttpServerReply::json("{\"success_map\":{},\"unsuccess_map\":{}}"));
        QVERIFY(site.checkStaff({u"P2G88532S2"_s, u"F4G61346S3"_s}));
        const HttpServerRequest request = site.server.requests().constFirst();
        QCOMPARE(request.method, "POST");
        QCOMPARE(request.target, batchPath);
        QCOMPARE(request.body, "[{\"hes_code\":\"P2G88532S2\"},{\"hes_code\":\"F4G61346S3\"}]");
        QCOMPARE(request.header("Content-Type"), "application/json");
        QVERIFY(request.header("Authorization").startsWith("Basic "));
    }

    void coordinatesGoAlong()
    {
        HesSite site({{u"hes/city"_s, u"İZMİR"_s},
                      {u"hes/district"_s, u"Konak"_s},
                      {u"hes/address"_s, u"No:5, Kat 2; B"_s},
                      {u"hes/latitude"_s, u"38.4189"_s},
                      {u"hes/longitude"_s, u"27.1287"_s}});
        site.server.setFallback(
            [](const HttpServerRequest&) { return HttpServerReply::json(hesReply("\"RISKY\"")); });
        QVERIFY(site.check(HesQuery::Visitor, HesPlace::of(site.settings)));
        QCOMPARE(site.server.requests().constFirst().body,
                 "{\"city\":\"İZMİR\",\"district\":\"Konak\",\"explicit_address\":\"No:5, Kat 2; "
                 "B\",\"hes_code\":\"C4G61346S3\","
                 "\"location\":{\"latitude\":38.4189,\"longitude\":27.1287}}");
    }

    void withoutAPlaceNoVisitorIsAskedAbout()
    {
        HesSite site;
        HesPlace incomplete = place();
        incomplete.district = u"  "_s;
        for (const HesPlace& missing : {HesPlace(), incomplete}) {
            const auto result = site.check(HesQuery::Visitor, missing);
            QVERIFY(!result);
            QCOMPARE(result.error().kind, ErrorKind::BadInput);
        }
        QCOMPARE(site.server.count(), 0);
    }

    void failuresAreToldApart_data()
    {
        QTest::addColumn<HttpServerReply>("answer");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("401") << HttpServerReply::json("{}", 401) << ErrorKind::CredentialsRefused;
        QTest::newRow("403") << HttpServerReply::html("<p>IP", 403) << ErrorKind::CredentialsRefused;
        QTest::newRow("404") << HttpServerReply::html("<p>no", 404) << ErrorKind::BadReply;
        QTest::newRow("410") << HttpServerReply::html("<p>gone", 410) << ErrorKind::BadReply;
        QTest::newRow("400 without key") << HttpServerReply::json("{}", 400) << ErrorKind::BadReply;
        QTest::newRow("500") << HttpServerReply::html("<p>x", 500) << ErrorKind::ServerFailed;
        QTest::newRow("429") << HttpServerReply::json("{}", 429) << ErrorKind::ServerFailed;
        QTest::newRow("portal") << HttpServerReply::html() << ErrorKind::NetworkLogin;
        QTest::newRow("empty") << HttpServerReply::json({}) << ErrorKind::BadReply;
        QTest::newRow("array") << HttpServerReply::json("[]") << ErrorKind::BadReply;
        QTest::newRow("no status") << HttpServerReply::json("{}") << ErrorKind::BadReply;
        QTest::newRow("cut") << HttpServerReply::cutBefore() << ErrorKind::ConnectionFailed;
        QTest::newRow("stuck") << HttpServerReply::stuck() << ErrorKind::TimedOut;
    }
    void failuresAreToldApart()
    {
        QFETCH(HttpServerReply, answer);
        HesSite site;
        site.http.setDeadline(500ms);
        site.server.setFallback([answer](const HttpServerRequest&) { return answer; });
        const auto result = site.check();
        QVERIFY(!result);
        QTEST(result.error().kind, "kind");
        const auto results = site.client.pause() > 0ms ? tl::make_unexpected(result.error())
                                                       : site.checkStaff({u"C4G61346S3"_s});
        QVERIFY(!results);
        QTEST(results.error().kind, "kind");
        // Neither code nor password stands in what is told (rule S1).
        const QString told = sentenceFor(result.error()) + lineForIt(result.error());
        QVERIFY(!told.contains(u"C4G61346S3"_s) && !told.contains(hesSecret));
    }

    void aServiceThatIsGoneReadsAsSuch()
    {
        QStringList sentences;
        for (const int status : {404, 410}) {
            HesSite site;
            site.server.setFallback(
                [status](const HttpServerRequest&) { return HttpServerReply::html("<p>", status); });
            sentences += sentenceFor(site.check().error());
        }
        HesSite nowhere(
            {{u"endpoints/hes"_s, u"https://hesservis.invalid/hes"_s}, {u"network/proxy"_s, u"none"_s}});
        const auto result = nowhere.check();
        QCOMPARE(result.error().kind, ErrorKind::NameNotResolved);
        sentences += sentenceFor(result.error());
        QCOMPARE(sentences.removeDuplicates(), 2);
        QVERIFY(sentences.constFirst().contains(u"no longer answers"_s));
    }

    void onlyTheServicesOwnAnswerProvesTheLogin_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("proofs");
        QTest::newRow("a result") << 200 << QByteArray("application/json") << hesReply("\"RISKY\"") << 1;
        QTest::newRow("a code's fault")
            << 400 << QByteArray("application/json") << QByteArray("{\"errorKey\":\"hescodenotfound\"}") << 1;
        QTest::newRow("refused") << 401 << QByteArray("application/json") << QByteArray("{}") << 0;
        QTest::newRow("a page of the network") << 200 << QByteArray("text/html") << QByteArray("<html>") << 0;
        QTest::newRow("a proxy's 400") << 400 << QByteArray("text/html") << QByteArray("<html>") << 0;
        QTest::newRow("out of order") << 503 << QByteArray("application/json") << QByteArray("{}") << 0;
    }
    void onlyTheServicesOwnAnswerProvesTheLogin()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        HesSite site;
        HttpServerReply answer;
        answer.status = status;
        answer.contentType = type;
        answer.body = body;
        site.server.route(employeePath, answer);
        QSignalSpy proofs(&site.client, &HesClient::loginTaken);
        static_cast<void>(site.check());
        QTEST(static_cast<int>(proofs.count()), "proofs");
    }

    void W3_aRefusedLoginIsNotSentAgain()
    {
        HesSite site;
        site.server.route(employeePath, HttpServerReply::json("{}", 401));
        QCOMPARE(site.check().error().kind, ErrorKind::CredentialsRefused);
        QCOMPARE(site.check().error().kind, ErrorKind::CredentialsRefused);
        QCOMPARE(site.checkStaff({u"C4G61346S3"_s}).error().kind, ErrorKind::CredentialsRefused);
        QCOMPARE(site.server.count(), 1);
        // A corrected one is.
        site.server.route(employeePath, HttpServerReply::json(hesReply("\"RISKLESS\"")));
        site.setLogin(hesUser, u"new"_s);
        QVERIFY(site.check());
        QCOMPARE(site.server.count(), 2);
    }

    void S3_noRedirectCarriesCredentials()
    {
        for (const int status : {302, 307}) {
            HesSite site;
            HttpServer other;
            site.server.route(employeePath, HttpServerReply::redirect(
                                                other.url(u"/hes/check-employee-hes-code"_s), status));
            QVERIFY(!site.check());
            QCOMPARE(other.count(), 0);
        }
    }

    void retryAfterIsHonoured_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("seconds");
        const QDateTime soon = QDateTime::currentDateTimeUtc().addSecs(90);
        QTest::newRow("seconds") << QByteArray("30") << 30;
        QTest::newRow("date") << QLocale::c().toString(soon, u"ddd, dd MMM yyyy hh:mm:ss"_s).toLatin1() +
                                     " GMT"
                              << 90;
        QTest::newRow("nonsense") << QByteArray("soon") << 0;
        QTest::newRow("negative") << QByteArray("-5") << 0;
        QTest::newRow("without end") << QByteArray("99999999999") << 24 * 60 * 60;
    }
    void retryAfterIsHonoured()
    {
        QFETCH(QByteArray, header);
        QFETCH(int, seconds);
        HesSite site;
        HttpServerReply busy = HttpServerReply::json("{}", 503);
        busy.headers = {{"Retry-After", header}};
        site.server.route(employeePath, busy);
        QCOMPARE(site.check().error().kind, ErrorKind::ServerFailed);
        QVERIFY(site.client.pause() <= std::chrono::seconds(seconds));
        QVERIFY(site.client.pause() >= std::chrono::seconds(std::max(0, seconds - 30)));
        QCOMPARE(site.check().error().kind, ErrorKind::ServerFailed);
        QCOMPARE(site.server.count(), seconds > 0 ? 1 : 2);
    }

    void withoutAddressOrLoginNothingIsSent()
    {
        HesSite site;
        site.setLogin(hesUser, {});
        TestSettings elsewhere;
        elsewhere.setUser(TestSettings::site(site.server.url()));
        site.settings = elsewhere.load();
        QCOMPARE(site.check().error().kind, ErrorKind::NotPublished);
        QCOMPARE(site.server.count(), 0);
    }

    void cancelledCallsAreSilent()
    {
        HesSite site;
        site.server.route(employeePath, HttpServerReply::json(hesReply("\"RISKY\"")));
        Answer<HesResult> cancelled;
        auto call = site.client.check(HesQuery::Employee, *HesCode::parse(u"C4G61346S3", {}), {},
                                      &site.context, cancelled.take());
        call.cancel();
        QVERIFY(site.check());
        QCOMPARE(cancelled.count(), 0);
    }
};

QTEST_GUILESS_MAIN(HesClientTest)
#include "tst_hesclient.moc"
