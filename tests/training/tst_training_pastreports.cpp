#include "ministryprocess.h"

#include "core/settings/training.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace {

constexpr char path[] = "/externalapi/api/Hbys/HastaninDurumBildirirRaporlari";

} // namespace

class TestTrainingPastReports : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_token = m_ministry.token(u"17291716060"_s);
        QVERIFY(!m_token.empty());
    }

    void listsAPatientsReports()
    {
        const auto reply = ask("?hastaTCKN=10000000146&reportType=5", "Bearer " + m_token);
        QVERIFY(reply);
        QCOMPARE(reply->status, 200);
        const auto reports = QJsonDocument::fromJson(QByteArray::fromStdString(reply->body)).array();
        QVERIFY(!reports.isEmpty());
        for (const auto& report : reports) {
            QCOMPARE(report.toObject().value(u"hastaTCKN"_s).toString(), u"10000000146"_s);
            QVERIFY(!report.toObject().value(u"raporNo"_s).toString().isEmpty());
        }
    }

    void anEmptyListIsAnArray()
    {
        const auto last = hekim::training::patients().constLast().number.toStdString();
        QCOMPARE(ask("?hastaTCKN=" + last + "&reportType=5", "Bearer " + m_token)->body, std::string("[]"));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<bool>("withToken");
        QTest::addColumn<int>("status");
        QTest::newRow("no bearer") << QByteArray("?hastaTCKN=10000000146&reportType=5") << false << 401;
        QTest::newRow("no reportType") << QByteArray("?hastaTCKN=10000000146") << true << 400;
        QTest::newRow("other reportType") << QByteArray("?hastaTCKN=10000000146&reportType=4") << true << 400;
        QTest::newRow("no number") << QByteArray("?reportType=5") << true << 400;
        QTest::newRow("bad number") << QByteArray("?hastaTCKN=10000000147&reportType=5") << true << 400;
        QTest::newRow("doubled") << QByteArray("?hastaTCKN=10000000146&reportType=5&reportType=5") << true
                                 << 400;
        QTest::newRow("unknown") << QByteArray("?hastaTCKN=10000000146&reportType=5&page=1") << true << 400;
        QTest::newRow("other case") << QByteArray("?hastatckn=10000000146&reportType=5") << true << 400;
        QTest::newRow("nothing") << QByteArray() << true << 400;
    }

    void refuses()
    {
        QFETCH(QByteArray, query);
        QFETCH(bool, withToken);
        QFETCH(int, status);
        const auto reply = ask(query.toStdString(), withToken ? "Bearer " + m_token : std::string());
        QVERIFY(reply);
        QCOMPARE(reply->status, status);
        QVERIFY2(reply->body.starts_with(R"({"Message":)"), reply->body.c_str());
    }

    void refusesAnUnknownToken()
    {
        const auto reply = ask("?hastaTCKN=10000000146&reportType=5", "Bearer " + m_token + "x");
        QCOMPARE(reply->status, 401);
        QCOMPARE(reply->get_header_value("WWW-Authenticate"), std::string("Bearer"));
        QCOMPARE(ask("?hastaTCKN=10000000146&reportType=5", "Basic " + m_token)->status, 401);
    }

    void refusesOtherMethods()
    {
        const auto reply =
            m_ministry.client()->Post(std::string(path) + "?hastaTCKN=10000000146&reportType=5");
        QVERIFY(reply);
        QCOMPARE(reply->status, 405);
        QCOMPARE(reply->get_header_value("Allow"), std::string("GET, HEAD"));
    }

private:
    httplib::Result ask(const std::string& query, const std::string& authorization) const
    {
        httplib::Headers headers;
        if (!authorization.empty()) {
            headers.emplace("Authorization", authorization);
        }
        return m_ministry.client()->Get(path + query, headers);
    }

    MinistryProcess m_ministry;
    std::string m_token;
};

QTEST_GUILESS_MAIN(TestTrainingPastReports)
#include "tst_training_pastreports.moc"
