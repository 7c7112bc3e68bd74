#include "ministryprocess.h"

#include "core/settings/training.h"
#include "services/hes/hesreply.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace hekim;

namespace {

constexpr char visitorPath[] = "/hes/check-visitor-hes-code";
constexpr char employeePath[] = "/hes/check-employee-hes-code";
constexpr char batchPath[] = "/hes/check-hes-codes";
constexpr char detailsPath[] = "/hes/check-hes-code-plus";
constexpr char json[] = "application/json";

const httplib::Headers login{
    {"Authorization", "Basic " + QByteArray("egitim-hes:egitim+&#%=ü").toBase64().toStdString()}};

std::string codeBody(const QString& code)
{
    return "{\"hes_code\":\"" + code.toStdString() + "\"}";
}

std::string visitorBody(const std::string& change = {}, const std::string& with = {})
{
    std::string body = "{\"city\":\"ANKARA\",\"district\":\"Çankaya\",\"explicit_address\":\"No:6\","
                       "\"hes_code\":\"E1A1000011\",\"location\":{\"latitude\":0,\"longitude\":0}}";
    if (!change.empty())
        body.replace(body.find(change), change.size(), with);
    return body;
}

QJsonObject object(const httplib::Result& reply)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(reply->body)).object();
}

} // namespace

class TestTrainingHes : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_ministry.port() > 0); }

    // Through the client's own reader: every row of the guide's table of codes for development.
    void everyExampleIsAnswered()
    {
        QSet<QString> codes;
        for (const training::HesExample& example : training::hesExamples()) {
            codes.insert(example.code);
            const auto reply = m_ministry.client()->Post(detailsPath, login, codeBody(example.code), json);
            QVERIFY(reply);
            const auto result = readHesReply(reply->status, QByteArray::fromStdString(reply->body), true, {});
            QVERIFY2(result, qPrintable(example.code));
            using Answer = training::HesExample::Answer;
            if (example.answer != Answer::Found) {
                QCOMPARE(reply->status, 400);
                QCOMPARE(result->outcome, example.answer == Answer::Expired ? HesResult::Outcome::Expired
                                                                            : HesResult::Outcome::NotFound);
                continue;
            }
            QCOMPARE(reply->status, 200);
            QCOMPARE(result->risk, hesRiskFromStatus(example.status));
            const auto truth = [](const std::optional<bool>& value) {
                return !value ? HesTruth::NotShown : *value ? HesTruth::Yes : HesTruth::No;
            };
            QCOMPARE(result->details->vaccinated, truth(example.vaccinated));
            QCOMPARE(result->details->immune, truth(example.immune));
            QCOMPARE(result->details->negativeTestAt.isValid(), example.negativeTest);
            QVERIFY(result->expiresAt > QDateTime::currentDateTimeUtc());
            QVERIFY(!result->firstName.isEmpty() && result->identityNumber.startsWith(u'*'));
        }
        QCOMPARE(codes.size(), training::hesExamples().size());
    }

    void onlyTheDetailsMethodTellsDetails()
    {
        const auto reply = m_ministry.client()->Post(employeePath, login, codeBody(u"E1A1000011"_s), json);
        QCOMPARE(reply->status, 200);
        QVERIFY(!object(reply).contains(u"is_vaccinated"_s));
        QCOMPARE(m_ministry.client()->Post(visitorPath, login, visitorBody(), json)->status, 200);
    }

    void batchAnswersInTheGuidesShape()
    {
        const auto reply = m_ministry.client()->Post(
            batchPath, login,
            "[{\"hes_code\":\"I1R1000020\"},{\"hes_code\":\"E1S1000033\"},{\"hes_code\":\"Q9Q9999999\"}]",
            json);
        QCOMPARE(reply->status, 200);
        const auto success = object(reply).value(u"success_map"_s).toObject();
        QCOMPARE(success.value(u"I1R1000020"_s).toObject().value(u"current_health_status"_s).toString(),
                 u"RISKY"_s);
        const auto unsuccess = success.value(u"unsuccess_map"_s).toObject();
        QCOMPARE(unsuccess.value(u"E1S1000033"_s).toString(), u"hescodehasbeenexpired"_s);
        QCOMPARE(unsuccess.value(u"Q9Q9999999"_s).toString(), u"hescodenotfound"_s);
    }

    void malformedCodesAreNotFound()
    {
        for (const auto& code : {u"E1A1-0000-11"_s, u"e1a1000011"_s, u"E1A100001"_s, u""_s}) {
            const auto reply = m_ministry.client()->Post(employeePath, login, codeBody(code), json);
            QCOMPARE(reply->status, 400);
            QCOMPARE(object(reply).value(u"errorKey"_s).toString(), u"hescodenotfound"_s);
        }
    }

    void refusesOtherLogins()
    {
        const auto client = m_ministry.client();
        for (const auto& given :
             {httplib::Headers{}, httplib::Headers{{"Authorization", "Basic eDp5"}},
              httplib::Headers{
                  {"Authorization", "Bearer " + QByteArray("egitim-hes").toBase64().toStdString()}}}) {
            const auto reply = client->Post(employeePath, given, codeBody(u"E1A1000011"_s), json);
            QCOMPARE(reply->status, 401);
            QVERIFY(reply->get_header_value("WWW-Authenticate").starts_with("Basic"));
        }
    }

    void refusesWhatTheGuideHasNot_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char* name, const char* path, const std::string& body) {
            QTest::newRow(name) << QByteArray(path) << QByteArray::fromStdString(body);
        };
        row("no JSON", employeePath, "hes_code=E1A1000011");
        row("array for one", employeePath, "[{\"hes_code\":\"E1A1000011\"}]");
        row("more members", employeePath, "{\"hes_code\":\"E1A1000011\",\"city\":\"x\"}");
        row("number as code", detailsPath, "{\"hes_code\":1234567890}");
        row("no district", visitorPath, visitorBody("\"district\":\"Çankaya\",", ""));
        row("empty city", visitorPath, visitorBody("ANKARA", " "));
        row("coordinates as text", visitorPath, visitorBody("\"latitude\":0", "\"latitude\":\"0\""));
        row("another member", visitorPath, visitorBody("{\"city\"", "{\"note\":1,\"city\""));
        row("object for many", batchPath, "{\"hes_code\":\"E1A1000011\"}");
        row("none", batchPath, "[]");
        row("texts", batchPath, "[\"E1A1000011\"]");
        row("twice", batchPath, "[{\"hes_code\":\"E1A1000011\"},{\"hes_code\":\"E1A1000011\"}]");
        std::string many = "[";
        for (int i = 0; i < 501; ++i)
            many += (i ? ",{\"hes_code\":\"A" : "{\"hes_code\":\"A") + std::to_string(100000000 + i) + "\"}";
        row("501", batchPath, many + "]");
    }

    void refusesWhatTheGuideHasNot()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, body);
        const auto reply = m_ministry.client()->Post(path.toStdString(), login, body.toStdString(), json);
        QVERIFY(reply);
        QCOMPARE(reply->status, 400);
        QVERIFY(!object(reply).value(u"Message"_s).toString().isEmpty());
    }

    void refusesOtherMethodsAndKinds()
    {
        const auto client = m_ministry.client();
        QCOMPARE(client->Get(employeePath, login)->status, 405);
        QCOMPARE(client->Delete(employeePath, login)->status, 405);
        QCOMPARE(client->Post(employeePath, login, codeBody(u"E1A1000011"_s), "text/plain")->status, 415);
        QCOMPARE(
            client->Post(employeePath, login, codeBody(u"E1A1000011"_s), "application/x-www-form-urlencoded")
                ->status,
            415);
        QCOMPARE(client->Post("/hes/check-hes-codes/", login, "", json)->status, 404);
    }

private:
    MinistryProcess m_ministry;
};

QTEST_GUILESS_MAIN(TestTrainingHes)
#include "tst_training_hes.moc"
