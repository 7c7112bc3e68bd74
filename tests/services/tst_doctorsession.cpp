#include "services/eraporsite.h"
#include "support/testcertificates.h"

#include "core/error/errortext.h"
#include "core/settings/training.h"

#include <QTest>

using namespace hekim;
using namespace hekim::test;
using namespace hekim::test::erapor;

Q_DECLARE_METATYPE(hekim::ErrorKind)
Q_DECLARE_METATYPE(hekim::test::HttpServerReply)

namespace {

// The bytes that have to be on the wire, written out by hand.
const QByteArray fields = "username=123456&password=p%2B%26%23%25%3D%20%2F%C3%BC%22%C5%9F&grant_type=password"
                          "&applicationCode=APP-1&identityNumber=10000000146&role=6AAB18C7-B16B-4A04";

} // namespace

class DoctorSessionTest : public QObject
{
    Q_OBJECT

private slots:
    void requestIsExactlyTheGuides()
    {
        Site site;
        site.answerWithTokens();
        QVERIFY(site.logIn());
        QCOMPARE(site.requests(), 1);
        const HttpServerRequest request = site.server.requests().constFirst();
        QCOMPARE(request.method, "POST");
        QCOMPARE(request.target, tokenPath + '?' + fields);
        QCOMPARE(request.header("Content-Length"), "0");
        QVERIFY(request.body.isEmpty());
        QVERIFY(!request.hasHeader("Authorization"));
        QVERIFY(!request.hasHeader("Cookie"));
    }

    void credentialsGoIntoTheBodyWhereAsked()
    {
        Site site({{u"erapor/credentialsIn"_s, u"body"_s}});
        site.answerWithTokens();
        QVERIFY(site.logIn());
        const HttpServerRequest request = site.server.requests().constFirst();
        QCOMPARE(request.target, tokenPath);
        QCOMPARE(request.body, fields);
        QCOMPARE(request.header("Content-Type"), "application/x-www-form-urlencoded");
    }

    void trainingNeedsNoSettings()
    {
        Site site;
        site.answerWithTokens();
        TestSettings nothing;
        Endpoints endpoints;
        endpoints.erapor = site.server.url();
        site.session.setSettings(nothing.load().withEndpoints(endpoints));
        QVERIFY(site.logIn());
        const QByteArray target = site.server.requests().constFirst().target;
        QVERIFY(target.contains("username=" + QStringView(training::institutionCode).toUtf8() + '&'));
        QVERIFY(target.contains("password=egitim%2B%26%23%25%3D%C3%BC&"));
    }

    void statesAreTold()
    {
        Site site;
        site.answerWithTokens();
        QList<DoctorSession::State> states;
        connect(&site.session, &DoctorSession::stateChanged, this,
                [&] { states.append(site.session.state()); });
        QVERIFY(site.logIn());
        QCOMPARE(site.session.doctor(), number());
        QVERIFY(site.session.tokenExpiresAt() > QDateTime::currentDateTimeUtc().addSecs(1100));
        site.session.logOut();
        QVERIFY(!site.session.doctor());
        QVERIFY(!site.session.tokenExpiresAt());
        QCOMPARE(states, (QList{DoctorSession::State::LoggingIn, DoctorSession::State::LoggedIn,
                                DoctorSession::State::LoggedOut}));
        QCOMPARE(site.token().error().kind, ErrorKind::NotConfigured);
    }

    void P4_logoutForgetsEverything()
    {
        Site site;
        site.answerWithTokens();
        QVERIFY(site.logIn());
        site.session.logOut();
        QVERIFY(!site.session.doctor());
        QVERIFY(!site.session.tokenExpiresAt());
        QCOMPARE(site.token().error().kind, ErrorKind::NotConfigured);
        QVERIFY(site.logIn());
        QCOMPARE(site.requests(), 2);
    }

    void P4_aTokenIsGivenToWhatIsItsDoctorsOnly()
    {
        Site site;
        site.answerWithTokens();
        QVERIFY(site.logIn());
        Answer<Token> own;
        Answer<Token> another;
        Answer<Token> nobodys;
        site.session.tokenOf(number(), this, own.take());
        site.session.tokenOf(number(u"17291716060"), this, another.take());
        site.session.tokenOf({}, this, nobodys.take());
        QVERIFY(own.wait());
        QCOMPARE(another.wait().error().kind, ErrorKind::NotConfigured);
        QCOMPARE(nobodys.wait().error().kind, ErrorKind::NotConfigured);
    }

    void callersDuringLoginShareItsRequest()
    {
        Site site;
        site.answerWithTokens();
        Answer<void> first;
        Answer<void> second;
        Answer<Token> token;
        site.session.logIn(number(), this, first.take());
        site.session.logIn(number(), this, second.take());
        site.session.token(this, token.take());
        QVERIFY(first.wait());
        QVERIFY(second.wait());
        QVERIFY(token.wait());
        QCOMPARE(site.requests(), 1);
    }

    void cancelledLoginIsOver()
    {
        Site site;
        site.server.route(tokenPath, HttpServerReply::stuck());
        Answer<void> answer;
        CallHandle handle = site.session.logIn(number(), this, answer.take());
        QTRY_COMPARE(site.requests(), 1);
        handle.cancel();
        QCOMPARE(site.session.state(), DoctorSession::State::LoggedOut);
        site.answerWithTokens();
        QVERIFY(site.logIn());
        QVERIFY(!answer.isThere());
    }

    void logOutAnswersThoseWhoWait()
    {
        Site site;
        site.server.route(tokenPath, HttpServerReply::stuck());
        Answer<void> login;
        Answer<Token> token;
        site.session.logIn(number(), this, login.take());
        site.session.token(this, token.take());
        site.session.logOut();
        QVERIFY(!login.isThere());
        QCOMPARE(login.wait().error().kind, ErrorKind::Cancelled);
        QCOMPARE(token.wait().error().kind, ErrorKind::Cancelled);
    }

    void anotherDoctorEndsTheFirstLogin()
    {
        Site site;
        site.server.route(tokenPath,
                          HttpServerReply::slow(200ms, HttpServerReply::json(R"({"access_token":"t"})")));
        Answer<void> first;
        Answer<void> second;
        site.session.logIn(number(), this, first.take());
        site.session.logIn(number(u"17291716060"), this, second.take());
        QVERIFY(second.wait());
        QCOMPARE(first.wait().error().kind, ErrorKind::Cancelled);
        QCOMPARE(site.session.doctor(), number(u"17291716060"));
    }

    void newSettingsLogOut()
    {
        Site site;
        site.answerWithTokens();
        QVERIFY(site.logIn());
        site.session.setSettings(site.files.load());
        QCOMPARE(site.session.state(), DoctorSession::State::LoggedOut);
    }

    void W3_refusedLoginOfSeveralCallersIsSentOnce()
    {
        Site site;
        site.server.route(tokenPath, HttpServerReply::json(R"({"error":"invalid_grant"})", 401));
        QList<Answer<void>> logins(3);
        QList<Answer<Token>> tokens(5);
        for (const auto& login : logins)
            site.session.logIn(number(), this, login.take());
        for (const auto& token : tokens)
            site.session.token(this, token.take());
        for (const auto& login : logins)
            QCOMPARE(login.wait().error().kind, ErrorKind::CredentialsRefused);
        for (const auto& token : tokens)
            QCOMPARE(token.wait().error().kind, ErrorKind::CredentialsRefused);
        QCOMPARE(site.requests(), 1);
    }

    void W1_everyFailureOfTheLoginIsOfItsOwnKind_data()
    {
        QTest::addColumn<HttpServerReply>("reply");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("500") << HttpServerReply::json(R"({"error":"x"})", 500) << ErrorKind::ServerFailed;
        QTest::newRow("429") << HttpServerReply::json({}, 429) << ErrorKind::ServerFailed;
        QTest::newRow("refused") << HttpServerReply::json(R"({"error":"x"})", 400)
                                 << ErrorKind::CredentialsRefused;
        QTest::newRow("refused with 200")
            << HttpServerReply::json(R"({"Message":"x"})") << ErrorKind::CredentialsRefused;
        QTest::newRow("html") << HttpServerReply::html() << ErrorKind::NetworkLogin;
        QTest::newRow("empty") << HttpServerReply::text({}) << ErrorKind::BadReply;
        QTest::newRow("oversize") << HttpServerReply::oversize(HttpClient::maxBodyBytes)
                                  << ErrorKind::BadReply;
        QTest::newRow("redirect") << HttpServerReply::redirect(QUrl(u"https://x.invalid/"_s), 307)
                                  << ErrorKind::NetworkLogin;
        QTest::newRow("cut before") << HttpServerReply::cutBefore() << ErrorKind::ConnectionFailed;
        QTest::newRow("cut inside") << HttpServerReply::cutInside() << ErrorKind::ConnectionFailed;
        QTest::newRow("stuck") << HttpServerReply::stuck() << ErrorKind::TimedOut;
        QTest::newRow("drip") << HttpServerReply::drip() << ErrorKind::TimedOut;
    }
    void W1_everyFailureOfTheLoginIsOfItsOwnKind()
    {
        QFETCH(HttpServerReply, reply);
        QFETCH(ErrorKind, kind);
        Site site;
        site.http.setDeadline(700ms);
        site.server.route(tokenPath, reply);
        const auto result = site.logIn();
        QVERIFY(!result);
        QCOMPARE(result.error().kind, kind);
        QCOMPARE(result.error().host, u"127.0.0.1"_s);
        QVERIFY(!sentenceFor(result.error()).isEmpty());
        QCOMPARE(site.session.state(), DoctorSession::State::LoggedOut);
        QCOMPARE(site.requests(), 1);
    }

    void W1_whatIsMissingIsNamed_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("institution") << u"institution/code"_s << ErrorKind::NotConfigured;
        QTest::newRow("application") << u"erapor/applicationCode"_s << ErrorKind::NotConfigured;
        QTest::newRow("endpoint") << u"endpoints/erapor"_s << ErrorKind::NotPublished;
    }
    void W1_whatIsMissingIsNamed()
    {
        QFETCH(QString, key);
        QFETCH(ErrorKind, kind);
        Site site;
        TestSettings files;
        QMap<QString, QString> values = TestSettings::site(site.server.url());
        values.remove(key);
        files.setUser(values);
        site.session.setSettings(files.load());
        const auto result = site.logIn();
        QVERIFY(!result);
        QCOMPARE(result.error().kind, kind);
        QVERIFY(lineForIt(result.error()).contains(key));
        QCOMPARE(site.server.count(), 0);
    }

    void W1_unknownHostAndTls()
    {
        Site unknown({}, QUrl(u"https://erapor.invalid"_s));
        QCOMPARE(unknown.logIn().error().kind, ErrorKind::NameNotResolved);
        TestAuthority authority;
        HttpServer server(authority.issue({u"localhost"_s}));
        Site untrusted({}, server.url(u"localhost"_s, {}));
        QCOMPARE(untrusted.logIn().error().kind, ErrorKind::Tls);
        QCOMPARE(server.count(), 0);
    }

    void S1_passwordIsNotQuoted()
    {
        Site site;
        site.server.route(tokenPath, [](const HttpServerRequest& request) {
            return HttpServerReply::json("{\"error\":\"refused: " + request.target + " or " +
                                             password.toUtf8().replace('"', "\\\"") + "\"}",
                                         400);
        });
        const Error error = site.logIn().error();
        QCOMPARE(error.kind, ErrorKind::CredentialsRefused);
        const QString told = lineForIt(error) + sentenceFor(error) + error.detail;
        QVERIFY(told.contains(u"refused"_s));
        QVERIFY(!told.contains(password));
        QVERIFY(!told.contains(u"p%2B%26"_s));
        QVERIFY(!told.contains(u"10000000146"_s));
    }

    void S3_passwordOfAnotherInstitutionIsNotSent()
    {
        Site site;
        site.answerWithTokens();
        site.files.setUser({{u"institution/code"_s, u"654321"_s}});
        site.session.setSettings(site.files.load());
        const auto result = site.logIn();
        QVERIFY(!result);
        QCOMPARE(site.requests(), 0);
    }

    void S3_passwordOfAnotherHostIsNotSent()
    {
        Site site;
        HttpServer other;
        site.files.setUser({{u"endpoints/erapor"_s, other.url().toString()}});
        site.session.setSettings(site.files.load());
        QVERIFY(!site.logIn());
        QCOMPARE(other.count(), 0);
    }

    void S3_noRedirectCarriesThePassword_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("as GET")
            << 302; // Qt by itself would follow this one even where it cannot send the body again
        QTest::newRow("as it is") << 307;
    }
    void S3_noRedirectCarriesThePassword()
    {
        QFETCH(int, status);
        Site site;
        HttpServer elsewhere;
        site.server.route(tokenPath, HttpServerReply::redirect(elsewhere.url(u"/x"_s), status));
        QCOMPARE(site.logIn().error().kind, ErrorKind::BadReply);
        QCOMPARE(elsewhere.count(), 0);
    }

    void sessionMayEndInACallback()
    {
        HttpServer server;
        server.route(tokenPath, HttpServerReply::json(R"({"access_token":"t"})"));
        TestSettings files;
        files.setUser(TestSettings::site(server.url()));
        HttpClient http;
        Keychain keychain;
        CredentialStore credentials(keychain);
        const Settings settings = files.load();
        credentials.keepInMemory(SecretName::UssPassword, ownerOf(SecretName::UssPassword, settings),
                                 password);
        auto session = std::make_unique<DoctorSession>(http, credentials);
        session->setSettings(settings);
        bool called = false;
        session->logIn(number(), this, [&](const Result<void>&) {
            session.reset();
            called = true;
        });
        QTRY_VERIFY(called);
    }
};

QTEST_GUILESS_MAIN(DoctorSessionTest)
#include "tst_doctorsession.moc"
