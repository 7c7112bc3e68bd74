// What the service's replies say of a code; what they do not say is unknown (rule P5).

#include "services/hesservice.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;

Q_DECLARE_METATYPE(hekim::HesTruth)
Q_DECLARE_METATYPE(hekim::HesResult::Outcome)

class HesReplyTest : public QObject
{
    Q_OBJECT

private slots:
    void personIsRead()
    {
        HesSite site;
        site.server.route(employeePath,
                          HttpServerReply::json(hesReply("\"RISKY\"", ",\"is_test_data_shared\":null")));
        const auto result = site.check();
        QVERIFY(result);
        QCOMPARE(result->outcome, HesResult::Outcome::Found);
        QCOMPARE(result->risk, HesRisk::Risky);
        QCOMPARE(result->firstName, u"FA***"_s);
        QCOMPARE(result->lastName, u"GÖ***"_s);
        QCOMPARE(result->identityNumber, u"*****909"_s);
        QCOMPARE(result->expiresAt, QDateTime({2021, 1, 1}, {21, 0}, QTimeZone::utc()));
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
        site.server.route(employeePath, HttpServerReply::json(hesReply(status)));
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
        const QDateTime moment({2021, 8, 9}, {11, 51, 30, 597}, QTimeZone::utc());
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
        site.server.route("/hes/check-hes-code-plus", HttpServerReply::json(hesReply("\"RISKLESS\"", more)));
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
            employeePath,
            HttpServerReply::json("{\"entityName\":\"hesCode\",\"errorKey\":\"" + key +
                                      "\",\"status\":400,\"message\":\"error.x\",\"params\":\"hesCode\","
                                      "\"expiration_date\":\"2021-01-01T21:00:00Z\"}",
                                  400));
        const auto result = site.check();
        QVERIFY(result);
        QTEST(result->outcome, "outcome");
        QCOMPARE(result->risk, HesRisk::Unknown);
        QCOMPARE(result->errorKey, QString::fromLatin1(key));
        QCOMPARE(result->expiresAt, QDateTime({2021, 1, 1}, {21, 0}, QTimeZone::utc()));
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
        site.server.route(batchPath, HttpServerReply::json(body));
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
            batchPath,
            HttpServerReply::json("{\"success_map\":{\"C4G61346S3\":{\"current_health_status\":\"RISKLESS\"},"
                                  "\"unsuccess_map\":{\"C4G61346S3\":\"hescodenotfound\"}}}"));
        const auto results = site.checkStaff({u"C4G61346S3"_s, u"P2G88532S2"_s});
        QVERIFY(results);
        QCOMPARE(results->value(u"C4G61346S3"_s).risk, HesRisk::Unknown);
        QCOMPARE(results->value(u"P2G88532S2"_s).outcome, HesResult::Outcome::Unanswered);
        QCOMPARE(results->value(u"P2G88532S2"_s).risk, HesRisk::Unknown);
    }
};

QTEST_GUILESS_MAIN(HesReplyTest)
#include "tst_hesreply.moc"
