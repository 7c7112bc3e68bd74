#include "services/imagesite.h"

#include "core/error/errortext.h"
#include "core/settings/training.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;
using namespace hekim::test::images;

Q_DECLARE_METATYPE(hekim::ErrorKind)

class TeleradiologyTest : public QObject
{
    Q_OBJECT

private slots:
    void requestsAreExactlyTheGuides()
    {
        Site site;
        const auto images = site.imagesOf(patient);
        const auto address = site.open(*images);
        QVERIFY(address);
        QCOMPARE(address->toString(), u"https://viewer.example/viewer/#/viewpatient?otac=code-1"_s);

        const HttpServerRequest token = site.server.requests(tokenPath).constFirst();
        QCOMPARE(token.method, "POST");
        QCOMPARE(token.target, tokenPath);
        QCOMPARE(token.body, imageFields);
        QCOMPARE(token.header("Content-Type"), "application/x-www-form-urlencoded");
        QVERIFY(!token.hasHeader("Authorization"));

        const HttpServerRequest otac = site.server.requests(otacPath).constFirst();
        QCOMPARE(otac.method, "POST");
        QCOMPARE(otac.target, otacPath);
        QCOMPARE(otac.body, "{\"AccessionNumber\":\"ACC-1\"}");
        QCOMPARE(otac.header("Content-Type"), "application/json");
        QCOMPARE(otac.header("Authorization"), "Bearer ogn-1");
        QVERIFY(!otac.hasHeader("Cookie"));
    }

    void trainingNeedsNoSettings()
    {
        Site site;
        TestSettings nothing;
        Endpoints endpoints;
        endpoints.erapor = endpoints.ogn = endpoints.viewer = site.server.url();
        endpoints.teletip = site.server.url(u"/integrationapi"_s);
        const Settings settings = nothing.load().withEndpoints(endpoints);
        site.session.setSettings(settings);
        site.radiology.setSettings(settings);
        site.server.route(otacPath, HttpServerReply::text("a-code-of-the-training"));
        const auto address = site.open(*site.imagesOf(patient));
        QVERIFY(address);
        QCOMPARE(
            *address,
            site.server.url(u"/viewer/"_s).resolved(QUrl(u"#/viewpatient?otac=a-code-of-the-training"_s)));
        const QByteArray body = site.server.requests(tokenPath).constFirst().body;
        QVERIFY(body.contains("UserName=" + QStringView(training::institutionCode).toUtf8() + '&'));
        QVERIFY(body.contains("ApplicationCode=" + QStringView(training::ognApplicationCode).toUtf8()));
    }

    void aCodeForEachOpening()
    {
        Site site;
        const auto images = site.imagesOf(patient);
        QSet<QUrl> addresses;
        for (int i = 0; i < 3; ++i)
            addresses.insert(*site.open(*images));
        QCOMPARE(addresses.size(), 3);
        QCOMPARE(site.server.count(otacPath), 3);
        QCOMPARE(site.server.count(tokenPath), 1); // the token is kept
    }

    void P4_withoutADoctorNoImages()
    {
        Site site;
        QVERIFY(!site.radiology.imagesOf(number(patient)));
    }

    void S1_noErrorHoldsThePassword()
    {
        Site site;
        // Bare, with no name before it by which it could be known.
        const QJsonObject refusal{{u"error_description"_s, u"wrong: %1 for %2"_s.arg(password, patient)}};
        site.server.route(tokenPath, HttpServerReply::json(QJsonDocument(refusal).toJson(), 400));
        const auto got = site.open(*site.imagesOf(patient));
        QCOMPARE(got.error().kind, ErrorKind::CredentialsRefused);
        QVERIFY2(got.error().detail.contains(u"wrong: "_s), qPrintable(got.error().detail));
        QVERIFY2(!got.error().detail.contains(password), qPrintable(got.error().detail));
        QVERIFY(!lineForIt(got.error()).contains(patient));
    }

    void S3_noRedirectCarriesCredentials_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("status");
        for (const int status : {302, 307}) {
            QTest::addRow("token, %d", status) << tokenPath << status;
            QTest::addRow("postOTAC, %d", status) << otacPath << status;
        }
    }

    void S3_noRedirectCarriesCredentials()
    {
        QFETCH(QByteArray, path);
        QFETCH(int, status);
        HttpServer elsewhere;
        Site site;
        site.server.route(path, HttpServerReply::redirect(elsewhere.url(u"/taken"_s), status));
        QVERIFY(!site.open(*site.imagesOf(patient)));
        QCOMPARE(elsewhere.count(), 0);
    }

    void whatIsMissingIsTold_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("ogn") << u"endpoints/ogn"_s << ErrorKind::NotPublished;
        QTest::newRow("teletip") << u"endpoints/teletip"_s << ErrorKind::NotPublished;
        QTest::newRow("viewer") << u"endpoints/viewer"_s << ErrorKind::NotPublished;
        QTest::newRow("application") << u"ogn/applicationCode"_s << ErrorKind::NotConfigured;
    }

    void whatIsMissingIsTold()
    {
        QFETCH(QString, key);
        QFETCH(ErrorKind, kind);
        Site site({{key, QString()}});
        const auto got = site.open(*site.imagesOf(patient));
        QVERIFY(!got);
        QCOMPARE(got.error().kind, kind);
        QVERIFY2(lineForIt(got.error()).contains(key), qPrintable(lineForIt(got.error())));
        QCOMPARE(site.server.count(tokenPath), 0);
    }

    void aMissingPasswordIsTold()
    {
        Site site({{u"institution/code"_s, u"123456"_s}});
        TestSettings others;
        auto values = TestSettings::site(site.server.url());
        values.insert(u"ogn/applicationCode"_s, u"SBYS"_s);
        values.insert(u"endpoints/ogn"_s, site.server.url(u"localhost"_s, {}).toString()); // another origin
        values.insert(u"endpoints/teletip"_s, site.server.url(u"/integrationapi"_s).toString());
        values.insert(u"endpoints/viewer"_s, u"https://viewer.example"_s);
        others.setUser(values);
        site.radiology.setSettings(others.load());
        const auto got = site.open(*site.imagesOf(patient));
        QVERIFY(!got);
        // Without a keyring the store cannot even say that it is not there.
        QVERIFY(got.error().kind == ErrorKind::NotConfigured ||
                got.error().kind == ErrorKind::KeychainUnavailable);
        QCOMPARE(site.server.count(tokenPath), 0);
    }

    void cancelledIsSilent()
    {
        Site site;
        site.server.route(otacPath, HttpServerReply::stuck());
        const auto images = site.imagesOf(patient);
        Answer<QUrl> answer;
        CallHandle call = images->open(u"ACC-1"_s, this, answer.take());
        QTRY_COMPARE(site.server.count(otacPath), 1);
        call.cancel();
        site.server.route(otacPath, HttpServerReply::text("code-for-the-next"));
        QVERIFY(site.open(*images));
        QVERIFY(!answer.isThere());
    }
};

QTEST_GUILESS_MAIN(TeleradiologyTest)
#include "tst_teleradiology.moc"
