#include "ministryprocess.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace Qt::StringLiterals;

class TestTrainingMisbehaviour : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_ministry.port() > 0); }
    void cleanup() { m_ministry.misbehave("none", "all"); }

    void statuses()
    {
        for (const int status : {500, 401, 429}) {
            m_ministry.misbehave(std::to_string(status), "token");
            QCOMPARE(askToken()->status, status);
        }
        QVERIFY(askToken()->has_header("Retry-After"));
    }

    void countsTimes()
    {
        m_ministry.misbehave("500", "token", 2);
        QCOMPARE(askToken()->status, 500);
        QCOMPARE(askToken()->status, 500);
        QCOMPARE(askToken()->status, 200);
    }

    void keepsToItsPlace()
    {
        m_ministry.misbehave("500", "pages");
        QCOMPARE(askToken()->status, 200);
        QCOMPARE(askPage()->status, 500);
        QCOMPARE(askApi()->status, 401); // its own answer, without a token
        m_ministry.misbehave("500", "api");
        QCOMPARE(askApi()->status, 500);
        QCOMPARE(askPage()->status, 401);
        m_ministry.misbehave("500", "all");
        QCOMPARE(askToken()->status, 500);
        QCOMPARE(askPage()->status, 500);
    }

    void cutsTheConnection()
    {
        m_ministry.misbehave("cut", "token");
        const auto reply = askToken();
        QVERIFY(!reply);
        QCOMPARE(reply.error(), httplib::Error::Read);
    }

    void answersAPageInsteadOfData()
    {
        m_ministry.misbehave("html", "token");
        const auto reply = askToken();
        QCOMPARE(reply->status, 200);
        QVERIFY(reply->get_header_value("Content-Type").starts_with("text/html"));
    }

    void answersNothing()
    {
        m_ministry.misbehave("empty", "token");
        const auto reply = askToken();
        QCOMPARE(reply->status, 200);
        QVERIFY(reply->body.empty());
    }

    void writesDatesThatAreNone()
    {
        const auto token = m_ministry.token(u"17291716060"_s);
        const auto proper = pastReports(token);
        QVERIFY(!proper.isEmpty());
        m_ministry.misbehave("dates", "api", 1);
        const auto reports = pastReports(token);
        QCOMPARE(reports.size(), proper.size());
        for (int i = 0; i < reports.size(); ++i) {
            auto wanted = proper.at(i).toObject();
            const auto date = QDateTime::fromString(wanted.value(u"tarih"_s).toString(), Qt::ISODate).date();
            QVERIFY(date.isValid());
            wanted.insert(u"tarih"_s, date.toString(u"dd.MM.yyyy"_s) + u" 25:61"_s);
            QCOMPARE(reports.at(i).toObject(), wanted); // the day is right, and all else
        }
        QCOMPARE(pastReports(token), proper);
    }

    void redirectsToAnotherOrigin()
    {
        m_ministry.misbehave("redirect", "token");
        const auto reply = askToken();
        QCOMPARE(reply->status, 307);
        const auto place = reply->get_header_value("Location");
        QVERIFY2(place.starts_with("http://localhost:" + std::to_string(m_ministry.port()) +
                                   "/AuthApi/connect/token?"),
                 place.c_str());
    }

    void isSlow()
    {
        m_ministry.misbehave("slow", "token");
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(askToken()->status, 200);
        QVERIFY(timer.elapsed() >= 2900);
    }

    void sticks()
    {
        m_ministry.misbehave("stuck", "token");
        QVERIFY(!askToken(1));
    }

    void drips()
    {
        m_ministry.misbehave("drip", "pages");
        const auto client = m_ministry.client(4);
        std::string body;
        // Bytes keep coming, so that no timeout between two of them helps: only a deadline of one's own does.
        const auto dripping =
            client->Get("/healthstatusweb/singledoctor/doctorindex", [&](const char* data, size_t size) {
                body.append(data, size);
                return body.size() < 3;
            });
        QCOMPARE(dripping.error(), httplib::Error::Canceled);
        QCOMPARE(body, std::string("<!D"));
    }

    void canBeSetFromTheCommandLine()
    {
        const MinistryProcess ministry({u"--misbehave"_s, u"429:token:1"_s});
        const auto address = "/AuthApi/connect/token?" + MinistryProcess::tokenQuery();
        QCOMPARE(ministry.client()->Post(address)->status, 429);
        QCOMPARE(ministry.client()->Post(address)->status, 200);
    }

    void controlIsStrict()
    {
        const auto client = m_ministry.client();
        QCOMPARE(client->Get("/training/misbehave?what=sulk")->status, 400);
        QCOMPARE(client->Get("/training/misbehave?what=slow&where=roof")->status, 400);
        QCOMPARE(client->Get("/training/misbehave?what=slow&times=-1")->status, 400);
        QCOMPARE(client->Get("/training/misbehave?what=slow&what=slow")->status, 400);
        QCOMPARE(client->Delete("/training/misbehave")->status, 405);
        m_ministry.misbehave("slow", "api", 3);
        const auto state =
            QJsonDocument::fromJson(QByteArray::fromStdString(client->Get("/training/misbehave")->body))
                .object();
        QCOMPARE(state.value(u"what"_s).toString(), u"slow"_s);
        QCOMPARE(state.value(u"where"_s).toString(), u"api"_s);
        QCOMPARE(state.value(u"times"_s).toInt(), 3);
    }

private:
    httplib::Result askToken(int seconds = 10) const
    {
        return m_ministry.client(seconds)->Post("/AuthApi/connect/token?" + MinistryProcess::tokenQuery());
    }
    httplib::Result askPage() const
    {
        return m_ministry.client()->Get("/healthstatusweb/singledoctor/doctorindex");
    }
    httplib::Result askApi() const
    {
        return m_ministry.client()->Get("/externalapi/api/Hbys/HastaninDurumBildirirRaporlari");
    }
    QJsonArray pastReports(const std::string& token) const
    {
        const auto reply = m_ministry.client()->Get("/externalapi/api/Hbys/HastaninDurumBildirirRaporlari"
                                                    "?hastaTCKN=10000000146&reportType=5",
                                                    {{"Authorization", "Bearer " + token}});
        return reply && reply->status == 200
                   ? QJsonDocument::fromJson(QByteArray::fromStdString(reply->body)).array()
                   : QJsonArray();
    }

    MinistryProcess m_ministry;
};

QTEST_GUILESS_MAIN(TestTrainingMisbehaviour)
#include "tst_training_misbehaviour.moc"
