#include "services/imagesite.h"

#include "core/error/errortext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;
using namespace hekim::test::images;

class OgnTokensTest : public QObject
{
    Q_OBJECT

private slots:
    void clientAndGrantComeFromTheSettings()
    {
        Site site({{u"ogn/clientId"_s, u"other.api"_s}, {u"ogn/grantType"_s, u"other_grant"_s}});
        QVERIFY(site.open(*site.imagesOf(patient)));
        QVERIFY(site.server.requests(tokenPath).constFirst().body.startsWith(
            "client_id=other.api&grant_type=other_grant&UserName="));
    }

    void P1_eachPatientHasATokenOfItsOwn()
    {
        Site site;
        const auto first = site.imagesOf(patient);
        const auto second = site.imagesOf(otherPatient);
        QVERIFY(site.open(*first));
        QVERIFY(site.open(*second));
        QVERIFY(site.open(*first, u"ACC-2"_s));
        QCOMPARE(site.server.count(tokenPath), 2);
        QVERIFY(site.server.requests(tokenPath).at(0).body.endsWith(
            "DoctorIdentityNumber=17291716060&PatientIdentityNumber=10000000146"));
        QVERIFY(site.server.requests(tokenPath).at(1).body.endsWith(
            "DoctorIdentityNumber=17291716060&PatientIdentityNumber=10000008098"));
        QCOMPARE(site.bearer(0), "Bearer ogn-1");
        QCOMPARE(site.bearer(1), "Bearer ogn-2");
        QCOMPARE(site.bearer(2), "Bearer ogn-1");
    }

    void P4_anotherDoctorHasATokenOfItsOwn()
    {
        Site site;
        const auto mine = site.imagesOf(patient);
        QVERIFY(site.open(*mine));
        site.session.logOut();
        const auto theirs = site.imagesOf(patient, u"23456789060"_s);
        QVERIFY(site.open(*theirs));
        QCOMPARE(site.bearer(1), "Bearer ogn-2");
        QVERIFY(site.server.requests(tokenPath).at(1).body.contains("DoctorIdentityNumber=23456789060&"));
        // What was left of the former doctor's is not at hand any more.
        QVERIFY(site.open(*mine));
        QCOMPARE(site.bearer(2), "Bearer ogn-3");
    }

    void concurrentCallersShareOneToken()
    {
        Site site;
        const auto images = site.imagesOf(patient);
        QList<Answer<QUrl>> answers(5);
        for (const auto& answer : answers)
            images->open(u"ACC-1"_s, this, answer.take());
        for (const auto& answer : answers)
            QVERIFY(answer.wait());
        QCOMPARE(site.server.count(tokenPath), 1);
        QCOMPARE(site.server.count(otacPath), 5);
    }

    void aRefusedTokenIsRenewedOnce()
    {
        Site site;
        const auto images = site.imagesOf(patient);
        QVERIFY(site.open(*images));
        site.server.route(otacPath, [](const HttpServerRequest& request) {
            return request.header("Authorization") == "Bearer ogn-2"
                       ? HttpServerReply::text("code-after-renewal")
                       : HttpServerReply::text("", 401);
        });
        QVERIFY(site.open(*images));
        QCOMPARE(site.server.count(tokenPath), 2);
        QCOMPARE(site.server.count(otacPath), 3);
    }

    void aRenewedTokenThatIsRefusedEndsIt()
    {
        Site site;
        site.server.route(otacPath, HttpServerReply::text("", 401));
        const auto images = site.imagesOf(patient);
        QCOMPARE(site.open(*images).error().kind, ErrorKind::Unauthorized);
        QCOMPARE(site.server.count(tokenPath), 2);
        QCOMPARE(site.server.count(otacPath), 2);
        QCOMPARE(site.open(*images).error().kind, ErrorKind::Unauthorized);
        QCOMPARE(site.server.count(otacPath), 2); // not again and again
    }

    void W3_aRefusedPasswordIsNotSentAgainByItself()
    {
        Site site;
        site.server.route(tokenPath, HttpServerReply::json("{\"error\":\"invalid_grant\"}", 400));
        const auto images = site.imagesOf(patient);
        const auto others = site.imagesOf(otherPatient);
        QCOMPARE(site.open(*images).error().kind, ErrorKind::CredentialsRefused);
        QCOMPARE(site.open(*images).error().kind, ErrorKind::CredentialsRefused);
        QCOMPARE(site.open(*others).error().kind, ErrorKind::CredentialsRefused);
        QCOMPARE(site.server.count(tokenPath), 1);
        images->retried(); // the doctor asks for it
        QCOMPARE(site.open(*images).error().kind, ErrorKind::CredentialsRefused);
        QCOMPARE(site.server.count(tokenPath), 2);
        QCOMPARE(site.server.count(otacPath), 0);
    }

    void helperServicesUseTheInstitutionsToken()
    {
        Site site;
        const auto images = site.imagesOf(patient);
        QVERIFY(site.open(*images));
        site.server.setFallback([](const HttpServerRequest&) { return HttpServerReply::json("{\"n\":1}"); });
        Answer<HttpReply> got;
        site.radiology.helperServices().get(u"liste"_s, {{"ad", u"a+b &ç"_s}}, this, got.take());
        QVERIFY(got.wait());
        QCOMPARE(got.wait()->body, "{\"n\":1}");
        Answer<HttpReply> posted;
        site.radiology.helperServices().post(u"kayit"_s, {{u"x"_s, 1}}, this, posted.take());
        QVERIFY(posted.wait());

        QCOMPARE(site.server.count(tokenPath), 2);
        QCOMPARE(site.server.requests(tokenPath).at(1).body, institutionFields);
        const HttpServerRequest get = site.server.requests("/integrationapi/liste").constFirst();
        QCOMPARE(get.method, "GET");
        QCOMPARE(get.target, "/integrationapi/liste?ad=a%2Bb%20%26%C3%A7");
        QCOMPARE(get.header("Authorization"), "Bearer ogn-2");
        const HttpServerRequest post = site.server.requests("/integrationapi/kayit").constFirst();
        QCOMPARE(post.body, "{\"x\":1}");
        QCOMPARE(post.header("Authorization"), "Bearer ogn-2");
        QCOMPARE(site.bearer(0), "Bearer ogn-1"); // and images never do
    }

    void helperServicesRenewARefusedTokenOnce()
    {
        Site site;
        site.server.setFallback([](const HttpServerRequest&) { return HttpServerReply::text("", 401); });
        Answer<HttpReply> got;
        site.radiology.helperServices().get(u"liste"_s, {}, this, got.take());
        QCOMPARE(got.kind(), ErrorKind::Unauthorized);
        QCOMPARE(site.server.count(tokenPath), 2);
        QCOMPARE(site.server.count("/integrationapi/liste"), 2);
    }
};

QTEST_GUILESS_MAIN(OgnTokensTest)
#include "tst_ogntokens.moc"
