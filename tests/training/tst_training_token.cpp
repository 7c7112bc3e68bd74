#include "ministryprocess.h"
#include "support/waiting.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace {

constexpr char path[] = "/AuthApi/connect/token";
constexpr char form[] = "application/x-www-form-urlencoded";

QJsonObject object(const httplib::Result& reply)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(reply->body)).object();
}

} // namespace

class TestTrainingToken : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_ministry.port() > 0); }

    void givesATokenForTheQuery()
    {
        const auto reply = m_ministry.client()->Post(std::string(path) + '?' + MinistryProcess::tokenQuery());
        QVERIFY(reply);
        QCOMPARE(reply->status, 200);
        QVERIFY(object(reply).value(u"access_token"_s).toString().size() >= 40);
        QCOMPARE(object(reply).value(u"token_type"_s).toString(), u"bearer"_s);
        QCOMPARE(object(reply).value(u"expires_in"_s).toInt(), 1200);
        QCOMPARE(reply->get_header_value("Cache-Control"), std::string("no-store"));
    }

    void givesATokenForTheBody()
    {
        const auto reply = m_ministry.client()->Post(path, MinistryProcess::tokenQuery(), form);
        QVERIFY(reply);
        QCOMPARE(reply->status, 200);
    }

    void tokensDiffer()
    {
        const auto doctor = u"17291716060"_s;
        QVERIFY(m_ministry.token(doctor) != m_ministry.token(doctor));
    }

    void anyValidNumberIsADoctor()
    {
        QVERIFY(!m_ministry.token(u"10000000146"_s).empty());
        QVERIFY(!m_ministry.token(u"99183746546"_s).empty());
    }

    void refusesParameters_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("named");
        const auto good = QString::fromStdString(MinistryProcess::tokenQuery());
        for (const auto& name : {u"username"_s, u"password"_s, u"grant_type"_s, u"applicationCode"_s,
                                 u"identityNumber"_s, u"role"_s}) {
            const auto without = QString::fromStdString(MinistryProcess::tokenQuery({name, QString()}));
            const auto empty = QString::fromStdString(MinistryProcess::tokenQuery({name, u""_s}));
            QTest::addRow("without %s", qPrintable(name)) << without << name;
            QTest::addRow("empty %s", qPrintable(name)) << empty << name;
            QTest::addRow("doubled %s", qPrintable(name)) << QString(good + u'&' + name + u"=x"_s) << name;
        }
        QTest::newRow("unknown") << QString(good + u"&scope=x"_s) << u"scope"_s;
        QTest::newRow("other case") << QString(good).replace(u"applicationCode"_s, u"applicationcode"_s)
                                    << u"applicationcode"_s;
        QTest::newRow("nothing") << QString() << u"username"_s;
    }

    void refusesParameters()
    {
        QFETCH(QString, query);
        QFETCH(QString, named);
        const auto inQuery = m_ministry.client()->Post(std::string(path) + '?' + query.toStdString());
        QVERIFY(inQuery);
        QCOMPARE(inQuery->status, 400);
        QVERIFY2(object(inQuery).value(u"Message"_s).toString().contains(named), inQuery->body.c_str());
        const auto inBody = m_ministry.client()->Post(path, query.toStdString(), form);
        QVERIFY(inBody);
        QCOMPARE(inBody->status, 400);
        QVERIFY2(object(inBody).value(u"Message"_s).toString().contains(named), inBody->body.c_str());
    }

    void refusesQueryAndBodyTogether()
    {
        const auto query = MinistryProcess::tokenQuery();
        const auto both = m_ministry.client()->Post(std::string(path) + '?' + query, query, form);
        QVERIFY(both);
        QCOMPARE(both->status, 400);
        QVERIFY(object(both).contains(u"Message"_s));
    }

    void refusesCredentials_data()
    {
        QTest::addColumn<QStringList>("changes");
        QTest::addColumn<QString>("error");
        const auto grant = u"invalid_grant"_s;
        QTest::newRow("username") << QStringList{u"username"_s, u"900002"_s} << grant;
        QTest::newRow("password") << QStringList{u"password"_s, u"egitim"_s} << grant;
        QTest::newRow("plus as blank") << QStringList{u"password"_s, u"egitim &#%=ü"_s} << grant;
        QTest::newRow("application") << QStringList{u"applicationCode"_s, u"X"_s} << grant;
        QTest::newRow("role") << QStringList{u"role"_s, u"6AAB18C7"_s} << grant;
        QTest::newRow("checksum") << QStringList{u"identityNumber"_s, u"10000000147"_s} << grant;
        QTest::newRow("test doctor") << QStringList{u"identityNumber"_s, u"11111111111"_s} << grant;
        QTest::newRow("short") << QStringList{u"identityNumber"_s, u"1000000014"_s} << grant;
        QTest::newRow("letters") << QStringList{u"identityNumber"_s, u"1000000014ı"_s} << grant;
        QTest::newRow("arabic digits") << QStringList{u"identityNumber"_s, u"١٠٠٠٠٠٠٠١٤٦"_s} << grant;
        QTest::newRow("grant type") << QStringList{u"grant_type"_s, u"client_sbys"_s}
                                    << u"unsupported_grant_type"_s;
    }

    void refusesCredentials()
    {
        QFETCH(QStringList, changes);
        QFETCH(QString, error);
        const auto reply =
            m_ministry.client()->Post(std::string(path) + '?' + MinistryProcess::tokenQuery(changes));
        QVERIFY(reply);
        QCOMPARE(reply->status, 400);
        QCOMPARE(object(reply).value(u"error"_s).toString(), error);
        QVERIFY(!object(reply).value(u"error_description"_s).toString().isEmpty());
        QVERIFY(!object(reply).contains(u"access_token"_s));
    }

    void unencodedPlusIsABlank()
    {
        auto query = QString::fromStdString(MinistryProcess::tokenQuery());
        query.replace(u"%2B"_s, u"+"_s);
        const auto reply = m_ministry.client()->Post(std::string(path) + '?' + query.toStdString());
        QVERIFY(reply);
        QCOMPARE(reply->status, 400);
    }

    void refusesOtherMethods()
    {
        const auto client = m_ministry.client();
        const auto address = std::string(path) + '?' + MinistryProcess::tokenQuery();
        for (const auto& reply : {client->Get(address), client->Put(address), client->Delete(address),
                                  client->Patch(address), client->Options(address), client->Head(address)}) {
            QVERIFY(reply);
            QCOMPARE(reply->status, 405);
            QCOMPARE(reply->get_header_value("Allow"), std::string("POST"));
        }
    }

    void refusesOtherPathsBodiesAndHosts()
    {
        const auto client = m_ministry.client();
        QCOMPARE(client->Post("/authapi/connect/token?" + MinistryProcess::tokenQuery())->status, 404);
        QCOMPARE(client->Get("/nothing/here")->status, 404);
        QCOMPARE(client->Post(path, std::string(70000, 'x'), form)->status, 413);
        QCOMPARE(client->Post(path, "{}", "application/json")->status, 415);
        const httplib::Headers foreign{{"Host", "evil.example"}};
        QCOMPARE(client->Post(std::string(path) + '?' + MinistryProcess::tokenQuery(), foreign)->status, 400);
        const httplib::Headers otherSite{{"Origin", "https://evil.example"}};
        QCOMPARE(client->Post(std::string(path) + '?' + MinistryProcess::tokenQuery(), otherSite)->status,
                 400);
    }

    void tokensExpire()
    {
        const MinistryProcess shortLived({u"--token-lifetime"_s, u"2"_s});
        const auto token = shortLived.token(u"17291716060"_s);
        const auto ask = [&] {
            return shortLived.client()
                ->Get(
                    "/externalapi/api/Hbys/HastaninDurumBildirirRaporlari?hastaTCKN=10000000146&reportType=5",
                    {{"Authorization", "Bearer " + token}})
                ->status;
        };
        const auto page = [&] {
            return shortLived.client()
                ->Get("/healthstatusweb/singledoctor/doctorindex?authorization=" + token)
                ->status;
        };
        QCOMPARE(ask(), 200);
        QCOMPARE(page(), 200);
        QTRY_COMPARE_WITH_TIMEOUT(ask(), 401, 8000);
        QCOMPARE(page(), 401);
    }

private:
    MinistryProcess m_ministry;
};

QTEST_GUILESS_MAIN(TestTrainingToken)
#include "tst_training_token.moc"
