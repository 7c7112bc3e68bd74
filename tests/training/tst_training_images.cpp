#include "ministryprocess.h"

#include "core/settings/training.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <QUrlQuery>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace {

constexpr char form[] = "application/x-www-form-urlencoded";
constexpr char json[] = "application/json";
const std::string doctor = "17291716060";
const std::string patient = "10000000146";

QJsonObject object(const httplib::Result& reply)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(reply->body)).object();
}

std::string encoded(QStringView text)
{
    return QUrl::toPercentEncoding(text.toString()).toStdString();
}

std::string institution()
{
    return "client_id=ogn.sbys.api&grant_type=client_sbys&UserName=" +
           encoded(hekim::training::institutionCode) +
           "&Password=" + encoded(hekim::training::enabizPassword) +
           "&ApplicationCode=" + encoded(hekim::training::ognApplicationCode);
}

std::string images()
{
    return institution() + "&DoctorIdentityNumber=" + doctor + "&PatientIdentityNumber=" + patient;
}

} // namespace

class TestTrainingImages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_ministry.port() > 0); }

    void bothKindsOfTokenAreGiven()
    {
        for (const auto& fields : {institution(), images()}) {
            const auto reply = m_ministry.client()->Post("/connect/token", fields, form);
            QVERIFY(reply);
            QCOMPARE(reply->status, 200);
            QVERIFY(object(reply).value(u"access_token"_s).toString().size() >= 40);
            QCOMPARE(object(reply).value(u"expires_in"_s).toInt(), 1200);
        }
    }

    void refusesTokens_data()
    {
        QTest::addColumn<QString>("fields");
        const auto good = QString::fromStdString(images());
        const auto without = [&](const QString& name) {
            QStringList left = good.split(u'&');
            left.removeIf([&](const QString& pair) { return pair.startsWith(name + u'='); });
            return left.join(u'&');
        };
        for (const auto& name : {u"client_id"_s, u"grant_type"_s, u"UserName"_s, u"Password"_s,
                                 u"ApplicationCode"_s, u"DoctorIdentityNumber"_s, u"PatientIdentityNumber"_s})
            QTest::newRow(qPrintable(u"without "_s + name)) << without(name);
        QTest::newRow("unknown field") << QString(good + u"&scope=x"_s);
        QTest::newRow("given twice") << QString(good + u"&client_id=ogn.sbys.api"_s);
        QTest::newRow("wrong password") << QString(good).replace(u"Password="_s, u"Password=x"_s);
        QTest::newRow("wrong application")
            << QString(good).replace(u"ApplicationCode="_s, u"ApplicationCode=x"_s);
        QTest::newRow("wrong client") << QString(good).replace(u"ogn.sbys.api"_s, u"other"_s);
        QTest::newRow("wrong patient") << QString(good).replace(u"10000000146"_s, u"10000000147"_s);
        QTest::newRow("nothing") << QString();
    }

    void refusesTokens()
    {
        QFETCH(QString, fields);
        const auto reply = m_ministry.client()->Post("/connect/token", fields.toStdString(), form);
        QVERIFY(reply);
        QVERIFY(reply->status == 400 || reply->status == 415);
        QVERIFY(!object(reply).contains(u"access_token"_s));
    }

    void refusesOtherFormsOfTheRequest()
    {
        const auto client = m_ministry.client();
        QCOMPARE(client->Get("/connect/token?" + images())->status, 405);
        QCOMPARE(client->Post("/connect/token?" + images())->status, 400);
        QCOMPARE(client->Post("/connect/token", "{}", json)->status, 415);
    }

    void aCodeOpensOneStudyOnce()
    {
        const auto code = codeFor("TR-1001");
        const auto first = redeem(code);
        QCOMPARE(first->status, 200);
        QCOMPARE(object(first).value(u"patient"_s).toString(), u"100•••••146"_s);
        QCOMPARE(object(first).value(u"accession"_s).toString(), u"TR-1001"_s);
        QVERIFY(object(first).value(u"series"_s).toArray().size() >= 2);
        QVERIFY(first->body.find(patient) == std::string::npos);
        const auto second = redeem(code);
        QCOMPARE(second->status, 403);
        QVERIFY(!object(second).value(u"Message"_s).toString().isEmpty());
        QVERIFY(codeFor("TR-1001") != code);
    }

    void patientsLookDifferent()
    {
        const auto seedOf = [this](const std::string& number) {
            const auto fields =
                institution() + "&DoctorIdentityNumber=" + doctor + "&PatientIdentityNumber=" + number;
            const auto study = object(redeem(codeFor("TR-1001", fields)));
            return study.value(u"series"_s).toArray().first().toObject().value(u"seed"_s).toDouble();
        };
        const double one = seedOf(patient);
        QVERIFY(one != seedOf("10000008098"));
        QCOMPARE(one, seedOf(patient));
    }

    void postOtacIsStrict()
    {
        const auto client = m_ministry.client();
        const auto post = [&](const std::string& token, const std::string& body, const char* type) {
            return client
                ->Post("/integrationapi/postOTAC", {{"Authorization", "Bearer " + token}}, body, type)
                ->status;
        };
        const std::string good = "{\"AccessionNumber\":\"A-1\"}";
        const auto token = tokenFor(images());
        QCOMPARE(post(token, good, json), 200);
        QCOMPARE(post("unknown", good, json), 401);
        QCOMPARE(client->Post("/integrationapi/postOTAC", good, json)->status, 401);
        QCOMPARE(post(tokenFor(institution()), good, json), 403); // the helper services' token
        QCOMPARE(post(token, good, form), 415);
        QCOMPARE(post(token, "{\"AccessionNumber\":\"A-1\",\"x\":1}", json), 400);
        QCOMPARE(post(token, "{\"accessionNumber\":\"A-1\"}", json), 400);
        QCOMPARE(post(token, "{\"AccessionNumber\":7}", json), 400);
        QCOMPARE(post(token, "{\"AccessionNumber\":\"\"}", json), 400);
        QCOMPARE(post(token, "{\"AccessionNumber\":\"YOK-1\"}", json), 404);
        QCOMPARE(client->Get("/integrationapi/postOTAC")->status, 405);
    }

    void misbehavesWhereTold_data()
    {
        QTest::addColumn<QString>("area");
        QTest::newRow("ogn") << u"ogn"_s;
        QTest::newRow("teletip") << u"teletip"_s;
        QTest::newRow("viewer") << u"viewer"_s;
    }

    void misbehavesWhereTold()
    {
        QFETCH(QString, area);
        const auto client = m_ministry.client();
        QCOMPARE(client->Get("/training/misbehave?what=500&times=1&where=" + area.toStdString())->status,
                 200);
        const auto token = client->Post("/connect/token", images(), form)->status;
        QCOMPARE(token, area == u"ogn" ? 500 : 200);
        const auto otac =
            client
                ->Post("/integrationapi/postOTAC", {{"Authorization", "Bearer " + tokenFor(images())}},
                       "{\"AccessionNumber\":\"A-1\"}", json)
                ->status;
        QCOMPARE(otac, area == u"teletip" ? 500 : 200);
        QCOMPARE(client->Get("/viewer/")->status, area == u"viewer" ? 500 : 200);
    }

private:
    std::string tokenFor(const std::string& fields)
    {
        const auto reply = m_ministry.client()->Post("/connect/token", fields, form);
        return object(reply).value(u"access_token"_s).toString().toStdString();
    }

    std::string codeFor(const std::string& accession, const std::string& fields = images())
    {
        const auto reply = m_ministry.client()->Post("/integrationapi/postOTAC",
                                                     {{"Authorization", "Bearer " + tokenFor(fields)}},
                                                     "{\"AccessionNumber\":\"" + accession + "\"}", json);
        const QString address = QString::fromStdString(reply->body).remove(u'"');
        return address.section(u"otac="_s, 1).toStdString();
    }

    httplib::Result redeem(const std::string& code)
    {
        return m_ministry.client()->Post("/viewer/study", "otac=" + code, form);
    }

    MinistryProcess m_ministry;
};

QTEST_GUILESS_MAIN(TestTrainingImages)
#include "tst_training_images.moc"
