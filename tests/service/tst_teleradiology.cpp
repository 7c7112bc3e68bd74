#include "service/answer.h"
#include "service/testsettings.h"
#include "support/httpserver.h"

#include "core/errortext.h"
#include "core/training.h"
#include "services/credentialstore.h"
#include "services/doctorsession.h"
#include "services/httpclient.h"
#include "services/teleradiology.h"

#include <QJsonDocument>
#include <QTest>
#include <QUrlQuery>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(hekim::ErrorKind)

namespace {

const QString password = u"p+&#%= /ü\"ş"_s;
const QByteArray loginPath = "/AuthApi/connect/token";
const QByteArray tokenPath = "/connect/token";
const QByteArray otacPath = "/integrationapi/postOTAC";
// The bytes that have to be on the wire, written out by hand.
const QByteArray institutionFields =
    "client_id=ogn.sbys.api&grant_type=client_sbys&UserName=123456"
    "&Password=p%2B%26%23%25%3D%20%2F%C3%BC%22%C5%9F&ApplicationCode=SBYS%201%2B2";
const QByteArray imageFields =
    institutionFields + "&DoctorIdentityNumber=17291716060&PatientIdentityNumber=10000000146";

const QString doctor = u"17291716060"_s;
const QString patient = u"10000000146"_s;
const QString otherPatient = u"10000008098"_s;

IdentityNumber number(const QString& digits)
{
    return *IdentityNumber::parse(digits, u"patient"_s);
}

/// A site with its ministry: e-Rapor, OGN and teletip on one server, a viewer with an origin of its own.
struct Site
{
    explicit Site(const QMap<QString, QString>& more = {})
    {
        QMap<QString, QString> values = TestSettings::site(server.url());
        values.insert(u"ogn/applicationCode"_s, u"SBYS 1+2"_s);
        values.insert(u"endpoints/ogn"_s, server.url().toString());
        values.insert(u"endpoints/teletip"_s, server.url(u"/integrationapi"_s).toString());
        values.insert(u"endpoints/viewer"_s, u"https://viewer.example"_s);
        values.insert(more);
        files.setUser(values);
        const Settings settings = files.load();
        keep(SecretName::UssPassword, settings);
        keep(SecretName::EnabizPassword, settings);
        session.setSettings(settings);
        radiology.setSettings(settings);
        http.setDeadline(3s);
        server.route(loginPath, HttpServerReply::json("{\"access_token\":\"erapor-token\"}"));
        server.route(tokenPath, [this](const HttpServerRequest&) {
            return HttpServerReply::json("{\"access_token\":\"ogn-" + QByteArray::number(++issued) + "\"}");
        });
        server.route(otacPath, [this](const HttpServerRequest&) {
            return HttpServerReply::text("https://viewer.example/viewer/#/viewpatient?otac=code-" +
                                         QByteArray::number(++codes));
        });
    }

    void keep(SecretName name, const Settings& settings)
    {
        credentials.keepInMemory(name, ownerOf(name, settings), password);
    }

    std::unique_ptr<PatientImages> imagesOf(const QString& digits, const QString& who = doctor)
    {
        if (!session.doctor() || session.doctor()->digits() != who) {
            Answer<void> answer;
            session.logIn(number(who), &context, answer.take());
            if (!answer.wait())
                qFatal("the login failed");
        }
        return radiology.imagesOf(number(digits));
    }

    Result<QUrl> open(PatientImages& images, const QString& accession = u"ACC-1"_s)
    {
        Answer<QUrl> answer;
        images.open(accession, &context, answer.take());
        return answer.wait();
    }

    [[nodiscard]] QByteArray bearer(int request) const
    {
        return server.requests(otacPath).at(request).header("Authorization");
    }

    std::atomic<int> issued = 0;
    std::atomic<int> codes = 0;
    HttpServer server;
    TestSettings files;
    HttpClient http;
    CredentialStore credentials;
    DoctorSession session{http, credentials};
    Teleradiology radiology{http, credentials, session};
    QObject context;
};

} // namespace

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

    void clientAndGrantComeFromTheSettings()
    {
        Site site({{u"ogn/clientId"_s, u"other.api"_s}, {u"ogn/grantType"_s, u"other_grant"_s}});
        QVERIFY(site.open(*site.imagesOf(patient)));
        QVERIFY(site.server.requests(tokenPath).constFirst().body.startsWith(
            "client_id=other.api&grant_type=other_grant&UserName="));
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

    void everyReplyShapeIsRead_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<QString>("address");
        const QString guides =
            u"https://viewer.example/viewer/#/viewpatient?otac=g5QYrE7NKFVnHfSea9nfCrevL3FtL3zHilHyUzigUug"_s;
        const QByteArray url = guides.toUtf8();
        QTest::newRow("bare URL") << url << guides;
        QTest::newRow("bare URL with blanks, BOM") << "\xef\xbb\xbf  " + url + "\r\n" << guides;
        QTest::newRow("JSON string") << '"' + url + '"' << guides;
        QTest::newRow("JSON string, escaped slashes")
            << QByteArray('"' + QByteArray(url).replace("/", "\\/") + '"') << guides;
        QTest::newRow("object") << "{\"id\":7,\"ok\":true,\"viewerUrl\":\"" + url + "\"}" << guides;
        QTest::newRow("bare code") << QByteArray("g5QYrE7NKFVnHfSea9nfCrevL3FtL3zHilHyUzigUug") << guides;
        QTest::newRow("code as JSON string")
            << QByteArray("\"g5QYrE7NKFVnHfSea9nfCrevL3FtL3zHilHyUzigUug\"") << guides;
        QTest::newRow("code of digits") << QByteArray("123456789012")
                                        << u"https://viewer.example/viewer/#/viewpatient?otac=123456789012"_s;
        QTest::newRow("code that needs encoding")
            << QByteArray("ab+/cdefgh==")
            << u"https://viewer.example/viewer/#/viewpatient?otac=ab%2B%2Fcdefgh%3D%3D"_s;
        QTest::newRow("default port written out")
            << QByteArray("https://viewer.example:443/v?x=1#a") << u"https://viewer.example:443/v?x=1#a"_s;
    }

    void everyReplyShapeIsRead()
    {
        QFETCH(QByteArray, reply);
        QFETCH(QString, address);
        Site site;
        site.server.route(otacPath, HttpServerReply::text(reply));
        const auto got = site.open(*site.imagesOf(patient));
        QVERIFY2(got, got ? "" : qPrintable(lineForIt(got.error())));
        QCOMPARE(got->toString(QUrl::FullyEncoded), address);
    }

    void otherRepliesAreTold_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("empty") << 200 << QByteArray() << ErrorKind::BadReply;
        QTest::newRow("blank string") << 200 << QByteArray("\"\"") << ErrorKind::BadReply;
        QTest::newRow("page") << 200 << QByteArray("<html>portal</html>") << ErrorKind::NetworkLogin;
        QTest::newRow("null") << 200 << QByteArray("null") << ErrorKind::BadReply;
        QTest::newRow("array") << 200 << QByteArray("[\"https://viewer.example/\"]") << ErrorKind::BadReply;
        QTest::newRow("two URLs")
            << 200 << QByteArray("{\"a\":\"https://viewer.example/1\",\"b\":\"https://viewer.example/2\"}")
            << ErrorKind::BadReply;
        QTest::newRow("no URL") << 200 << QByteArray("{\"id\":5}") << ErrorKind::BadReply;
        QTest::newRow("words") << 200 << QByteArray("no such study") << ErrorKind::BadReply;
        QTest::newRow("refusal in 200")
            << 200 << QByteArray("{\"Message\":\"yok\"}") << ErrorKind::RequestRefused;
        QTest::newRow("unknown accession")
            << 404 << QByteArray("{\"Message\":\"yok\"}") << ErrorKind::RequestRefused;
        QTest::newRow("bad request") << 400 << QByteArray() << ErrorKind::RequestRefused;
        QTest::newRow("forbidden") << 403 << QByteArray("no") << ErrorKind::RequestRefused;
        QTest::newRow("gateway's page") << 403 << QByteArray("<html>blocked</html>") << ErrorKind::BadReply;
        QTest::newRow("fault") << 500 << QByteArray("<html>") << ErrorKind::ServerFailed;
        QTest::newRow("too many") << 429 << QByteArray() << ErrorKind::ServerFailed;
    }

    void otherRepliesAreTold()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, reply);
        QFETCH(ErrorKind, kind);
        Site site;
        site.server.route(otacPath, HttpServerReply::text(reply, status));
        const auto got = site.open(*site.imagesOf(patient));
        QVERIFY(!got);
        QCOMPARE(got.error().kind, kind);
        QVERIFY(!sentenceFor(got.error()).isEmpty());
        QCOMPARE(site.server.count(otacPath), 1);
    }

    void foreignViewerIsRefused_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("host") << u"https://evil.example/viewer/#/viewpatient?otac=secret-code"_s;
        QTest::newRow("port") << u"https://viewer.example:8443/viewer/#/?otac=secret-code"_s;
        QTest::newRow("plain") << u"http://viewer.example/viewer/#/?otac=secret-code"_s;
        QTest::newRow("host below") << u"https://viewer.example.evil.example/#/?otac=secret-code"_s;
        QTest::newRow("user name") << u"https://viewer.example@evil.example/#/?otac=secret-code"_s;
        QTest::newRow("user name before ours") << u"https://evil@viewer.example/#/?otac=secret-code"_s;
        QTest::newRow("other scheme") << u"file://viewer.example/etc/passwd#secret-code"_s;
    }

    void foreignViewerIsRefused()
    {
        QFETCH(QString, address);
        Site site;
        site.server.route(otacPath, HttpServerReply::json('"' + address.toUtf8() + '"'));
        const auto got = site.open(*site.imagesOf(patient));
        QVERIFY(!got);
        QCOMPARE(got.error().kind, ErrorKind::ForeignAddress);
        QVERIFY(!lineForIt(got.error()).contains(u"secret-code"_s));
        QVERIFY(!sentenceFor(got.error()).contains(u"secret-code"_s));
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

    void P4_withoutADoctorNoImages()
    {
        Site site;
        QVERIFY(!site.radiology.imagesOf(number(patient)));
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
        images->retried(); // somebody asks for it
        QCOMPARE(site.open(*images).error().kind, ErrorKind::CredentialsRefused);
        QCOMPARE(site.server.count(tokenPath), 2);
        QCOMPARE(site.server.count(otacPath), 0);
    }

    void S1_noErrorHoldsThePassword()
    {
        Site site;
        site.server.route(tokenPath, [](const HttpServerRequest& request) {
            return HttpServerReply::json("{\"error_description\":\"bad " +
                                             request.body.mid(request.body.indexOf("Password=")) + "\"}",
                                         400);
        });
        const auto got = site.open(*site.imagesOf(patient));
        QCOMPARE(got.error().kind, ErrorKind::CredentialsRefused);
        QVERIFY(!got.error().detail.contains(QString::fromLatin1(QUrl::toPercentEncoding(password))));
        QVERIFY(!lineForIt(got.error()).contains(patient));
    }

    void S3_noRedirectCarriesCredentials_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("token") << tokenPath;
        QTest::newRow("postOTAC") << otacPath;
    }

    void S3_noRedirectCarriesCredentials()
    {
        QFETCH(QByteArray, path);
        HttpServer elsewhere;
        Site site;
        site.server.route(path, HttpServerReply::redirect(elsewhere.url(u"/taken"_s), 307));
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

QTEST_GUILESS_MAIN(TeleradiologyTest)
#include "tst_teleradiology.moc"
