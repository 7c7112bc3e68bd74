#include "service/hesservice.h"

#include "core/errortext.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(hekim::ErrorKind)
Q_DECLARE_METATYPE(hekim::HesQuery)
Q_DECLARE_METATYPE(hekim::HesTruth)
Q_DECLARE_METATYPE(hekim::HesResult::Outcome)
Q_DECLARE_METATYPE(hekim::test::HttpServerReply)

namespace {

const QByteArray employee = "/hes/check-employee-hes-code";
const QByteArray batch = "/hes/check-hes-codes";
const QByteArray person = "\"expiration_date\": \"2021-01-01T21:00:00Z\", \"masked_firstname\": \"FA*** \", "
                          "\"masked_identity_number\": \"*****909\", \"masked_lastname\": \"GÖ***\"";

QByteArray reply(const QByteArray& status, const QByteArray& more = {})
{
    return "{\"current_health_status\": " + status + ", " + person + more + "}";
}

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
        QTest::newRow("employee") << HesQuery::Employee << employee
                                  << QByteArray("{\"hes_code\":\"C4G61346S3\"}");
        QTest::newRow("with details") << HesQuery::WithDetails << QByteArray("/hes/check-hes-code-plus")
                                      << QByteArray("{\"hes_code\":\"C4G61346S3\"}");
    }

    void requestsAreExactlyTheGuides()
    {
        QFETCH(HesQuery, query);
        HesSite site;
        site.server.setFallback(
            [](const HttpServerRequest&) { return HttpServerReply::json(reply("\"RISKY\"")); });
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
        site.server.route(batch, HttpServerReply::json("{\"success_map\":{},\"unsuccess_map\":{}}"));
        QVERIFY(site.checkStaff({u"P2G88532S2"_s, u"F4G61346S3"_s}));
        const HttpServerRequest request = site.server.requests().constFirst();
        QCOMPARE(request.method, "POST");
        QCOMPARE(request.target, batch);
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
            [](const HttpServerRequest&) { return HttpServerReply::json(reply("\"RISKY\"")); });
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

    void personIsRead()
    {
        HesSite site;
        site.server.route(employee,
                          HttpServerReply::json(reply("\"RISKY\"", ",\"is_test_data_shared\":null")));
        const auto result = site.check();
        QVERIFY(result);
        QCOMPARE(result->outcome, HesResult::Outcome::Found);
        QCOMPARE(result->risk, HesRisk::Risky);
        QCOMPARE(result->firstName, u"FA***"_s);
        QCOMPARE(result->lastName, u"GÖ***"_s);
        QCOMPARE(result->identityNumber, u"*****909"_s);
        QCOMPARE(result->expiresAt, QDateTime({2021, 1, 1}, {21, 0}, Qt::UTC));
        QVERIFY(!result->details);
    }

    void P5_anotherStatusIsUnknown_data()
    {
        QTest::addColumn<QByteArray>("status");
        for (const char* status : {"\"PENDING\"", "\"riskless\"", "\"\"", "null", "1", "[\"RISKLESS\"]"})
            QTest::newRow(status) << QByteArray(status);
    }

    void P5_anotherStatusIsUnknown()
    {
        QFETCH(QByteArray, status);
        HesSite site;
        site.server.route(employee, HttpServerReply::json(reply(status)));
        const auto result = site.check();
        QVERIFY(result);
        QCOMPARE(result->risk, HesRisk::Unknown);
    }

    void detailsAreRead_data()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<HesTruth>("vaccinated");
        QTest::addColumn<HesTruth>("immune");
        QTest::addColumn<QDateTime>("test");
        const QDateTime moment({2021, 8, 9}, {11, 51, 30, 597}, Qt::UTC);
        QTest::newRow("all") << QByteArray(",\"is_vaccinated\":true,\"is_immune\":true,\"last_negative_test_"
                                           "date\":\"2021-08-09T11:51:30.597Z\"")
                             << HesTruth::Yes << HesTruth::Yes << moment;
        QTest::newRow("none")
            << QByteArray(",\"is_vaccinated\":false,\"is_immune\":false,\"last_negative_test_date\":null")
            << HesTruth::No << HesTruth::No << QDateTime();
        QTest::newRow("not shown")
            << QByteArray(",\"is_vaccinated\":null,\"is_immune\":null,\"last_negative_test_date\":\"null\"")
            << HesTruth::NotShown << HesTruth::NotShown << QDateTime();
        QTest::newRow("absent or of another kind")
            << QByteArray(",\"is_immune\":\"true\",\"last_negative_test_date\":5") << HesTruth::NotShown
            << HesTruth::NotShown << QDateTime();
        QTest::newRow("without zone")
            << QByteArray(",\"last_negative_test_date\":\"2021-08-09T11:51:30.597\"") << HesTruth::NotShown
            << HesTruth::NotShown << moment;
    }

    void detailsAreRead()
    {
        QFETCH(QByteArray, more);
        HesSite site;
        site.server.route("/hes/check-hes-code-plus", HttpServerReply::json(reply("\"RISKLESS\"", more)));
        const auto result = site.check(HesQuery::WithDetails);
        QVERIFY(result && result->details);
        QTEST(result->details->vaccinated, "vaccinated");
        QTEST(result->details->immune, "immune");
        QTEST(result->details->negativeTestAt, "test");
    }

    void errorKeysAreResults_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<HesResult::Outcome>("outcome");
        QTest::newRow("not found") << QByteArray("hescodenotfound") << HesResult::Outcome::NotFound;
        QTest::newRow("expired") << QByteArray("hescodehasbeenexpired") << HesResult::Outcome::Expired;
        QTest::newRow("another") << QByteArray("something") << HesResult::Outcome::Refused;
    }

    void errorKeysAreResults()
    {
        QFETCH(QByteArray, key);
        HesSite site;
        site.server.route(
            employee,
            HttpServerReply::json("{\"entityName\":\"hesCode\",\"errorKey\":\"" + key +
                                      "\",\"status\":400,\"message\":\"error.x\",\"params\":\"hesCode\","
                                      "\"expiration_date\":\"2021-01-01T21:00:00Z\"}",
                                  400));
        const auto result = site.check();
        QVERIFY(result);
        QTEST(result->outcome, "outcome");
        QCOMPARE(result->risk, HesRisk::Unknown);
        QCOMPARE(result->errorKey, QString::fromLatin1(key));
        QCOMPARE(result->expiresAt, QDateTime({2021, 1, 1}, {21, 0}, Qt::UTC));
    }

    void bothNestingsOfTheBatchReply_data()
    {
        QTest::addColumn<QByteArray>("body");
        const QByteArray success =
            "{\"success_map\":{\"F4G61346S2\":{\"expiration_date\":\"2021-01-01T21:00:00Z\","
            "\"current_health_status\":\"RISKY\",\"masked_identity_number\":\"*****909\","
            "\"masked_firstname\":\"FA***\",\"masked_lastname\":\"GÖ***\"},"
            "\"X9X99999X9\":{\"current_health_status\":\"RISKLESS\"},"
            "\"p2g8-8532-s2\":{\"current_health_status\":\"RISKLESS\"},\"A1A11111A1\":7";
        const QByteArray unsuccess =
            "\"unsuccess_map\":{\"F4G61346S3\":\"hescodenotfound\",\"C4G6-1346-S3\":\"hescodenotfound\","
            "\"X8X88888X8\":\"hescodenotfound\"}";
        QTest::newRow("inside, as printed") << success + ',' + unsuccess + "}}";
        QTest::newRow("beside") << success + "}," + unsuccess + ",\"extra\":1}";
    }

    void bothNestingsOfTheBatchReply()
    {
        QFETCH(QByteArray, body);
        HesSite site;
        site.server.route(batch, HttpServerReply::json(body));
        const QStringList asked{u"F4G61346S2"_s, u"F4G61346S3"_s, u"C4G61346S3"_s, u"P2G88532S2"_s,
                                u"A1A11111A1"_s};
        const auto results = site.checkStaff(asked);
        QVERIFY(results);
        QCOMPARE(results->size(), asked.size()); // what was not asked for is not there
        QCOMPARE(results->value(asked.at(0)).risk, HesRisk::Risky);
        QCOMPARE(results->value(asked.at(0)).identityNumber, u"*****909"_s);
        QCOMPARE(results->value(asked.at(1)).outcome, HesResult::Outcome::NotFound);
        QCOMPARE(results->value(asked.at(2)).outcome, HesResult::Outcome::NotFound);
        QCOMPARE(results->value(asked.at(3)).risk, HesRisk::Riskless);
        QCOMPARE(results->value(asked.at(4)).outcome, HesResult::Outcome::Unanswered);
    }

    void P5_aCodeInNeitherMapOrInBothIsNotRiskless()
    {
        HesSite site;
        site.server.route(
            batch,
            HttpServerReply::json("{\"success_map\":{\"C4G61346S3\":{\"current_health_status\":\"RISKLESS\"},"
                                  "\"unsuccess_map\":{\"C4G61346S3\":\"hescodenotfound\"}}}"));
        const auto results = site.checkStaff({u"C4G61346S3"_s, u"P2G88532S2"_s});
        QVERIFY(results);
        QCOMPARE(results->value(u"C4G61346S3"_s).risk, HesRisk::Unknown);
        QCOMPARE(results->value(u"P2G88532S2"_s).outcome, HesResult::Outcome::Unanswered);
        QCOMPARE(results->value(u"P2G88532S2"_s).risk, HesRisk::Unknown);
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
        QTest::newRow("a result") << 200 << QByteArray("application/json") << reply("\"RISKY\"") << 1;
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
        site.server.route(employee, answer);
        QSignalSpy proofs(&site.client, &HesClient::loginTaken);
        static_cast<void>(site.check());
        QTEST(static_cast<int>(proofs.count()), "proofs");
    }

    void W3_aRefusedLoginIsNotSentAgain()
    {
        HesSite site;
        site.server.route(employee, HttpServerReply::json("{}", 401));
        QCOMPARE(site.check().error().kind, ErrorKind::CredentialsRefused);
        QCOMPARE(site.check().error().kind, ErrorKind::CredentialsRefused);
        QCOMPARE(site.checkStaff({u"C4G61346S3"_s}).error().kind, ErrorKind::CredentialsRefused);
        QCOMPARE(site.server.count(), 1);
        // A corrected one is.
        site.server.route(employee, HttpServerReply::json(reply("\"RISKLESS\"")));
        site.setLogin(hesUser, u"new"_s);
        QVERIFY(site.check());
        QCOMPARE(site.server.count(), 2);
    }

    void S3_noRedirectCarriesCredentials()
    {
        for (const int status : {302, 307}) {
            HesSite site;
            HttpServer other;
            site.server.route(
                employee, HttpServerReply::redirect(other.url(u"/hes/check-employee-hes-code"_s), status));
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
        site.server.route(employee, busy);
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
        site.server.route(employee, HttpServerReply::json(reply("\"RISKY\"")));
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
