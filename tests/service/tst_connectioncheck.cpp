// The connection check against real servers: each fault is named for what it is, and on whose side it lies.

#include "service/testsettings.h"
#include "service/trusted.h"
#include "support/httpserver.h"
#include "support/proxyserver.h"
#include "support/testcertificates.h"

#include "services/connectioncheck.h"
#include "services/connectiontext.h"
#include "services/credentialstore.h"
#include "services/eraporlogin.h"
#include "services/httpclient.h"
#include "services/ognlogin.h"

#include <QElapsedTimer>
#include <QFile>
#include <QLocale>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(hekim::CheckFault)
Q_DECLARE_METATYPE(hekim::CheckStep)
Q_DECLARE_METATYPE(hekim::FaultSide)

namespace {

const QString password = u"p+&#%= /ü\"ş"_s;
const QString doctor = u"17291716060"_s;
const QByteArray tokenPath = "/AuthApi/connect/token";
const QByteArray ognPath = "/connect/token";

QByteArray httpDate(qint64 secondsFromNow)
{
    return QLocale::c()
        .toString(QDateTime::currentDateTimeUtc().addSecs(secondsFromNow),
                  u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s)
        .toLatin1();
}

HttpServerReply withDate(HttpServerReply reply, qint64 secondsFromNow = 0)
{
    reply.headers.emplaceBack("Date", httpDate(secondsFromNow));
    return reply;
}

/// A clinic with its own e-Rapor: settings, secrets and the logins as the program makes them.
struct Clinic
{
    explicit Clinic(const QUrl& address, const QMap<QString, QString>& more = {})
    {
        QMap<QString, QString> values = TestSettings::site(address);
        values.insert(u"network/proxy"_s, u"none"_s);
        values.insert(more);
        files.setUser(values);
        settings = files.load();
        http.configure(settings);
        for (const SecretName name : {SecretName::UssPassword, SecretName::EnabizPassword})
            credentials.keepInMemory(name, ownerOf(name, settings), password);
        check.setPatience({600ms, 5s});
        check.setLocalAuthorities({});
    }

    ConnectionCheck::Logins logins()
    {
        const auto number = *IdentityNumber::parse(doctor, u"doctor"_s);
        return {[this, number](QObject* context, const auto& done) {
                    return erapor.obtain(settings, number, context, [done](const Result<Token>& token) {
                        done(token.map([](const Token&) {}));
                    });
                },
                [this](QObject* context, const auto& done) {
                    return ogn.obtain(settings, std::nullopt, context, [done](const Result<Token>& token) {
                        done(token.map([](const Token&) {}));
                    });
                }};
    }

    const ConnectionReport& run()
    {
        check.start(settings, logins());
        if (!QTest::qWaitFor([this] { return !check.isRunning(); }, 10'000))
            qFatal("the check does not end");
        return check.report();
    }

    TestSettings files;
    Settings settings = files.load();
    HttpClient http;
    Keychain keychain{Keychain::Patience{200ms, 50ms}, nullptr};
    CredentialStore credentials{keychain};
    EraporLogin erapor{http, credentials};
    OgnLogin ogn{http, credentials};
    ConnectionCheck check{http};
};

const StepReport* found(const ConnectionReport& report)
{
    return report.services.constFirst().finding();
}

QByteArray wordsOf(const ConnectionReport& report)
{
    return connectiontext::toText(report).toUtf8();
}

} // namespace

class ConnectionCheckTest : public QObject
{
    Q_OBJECT

private slots:
    void everythingIsAllRight()
    {
        TestAuthority authority;
        HttpServer server(authority.issue({u"localhost"_s}));
        server.setFallback([](const HttpServerRequest&) { return withDate(HttpServerReply::html({}, 404)); });
        server.route(tokenPath, HttpServerReply::json("{\"access_token\":\"t-1\"}"));
        const Trusted trusted(authority);
        Clinic clinic(server.url(u"localhost"_s, {}));
        const ConnectionReport& report = clinic.run();
        QCOMPARE(report.state(), ConnectionReport::State::Passed);
        QCOMPARE(report.services.size(), 1); // nothing else has an address here
        for (const StepReport& step : report.services.constFirst().steps)
            QVERIFY2(step.state == StepState::Passed, wordsOf(report));
        QCOMPARE(server.count(tokenPath), 1);
        const QByteArray all = wordsOf(report) + connectiontext::toJson(report);
        QVERIFY2(all.contains("Hekim Test CA"), all); // who vouches for the service
        for (const QByteArray& secret : {password.toUtf8(), doctor.toUtf8(), QByteArray("t-1")})
            QVERIFY2(!all.contains(secret), all);
    }

    void W1_eachFaultOfTheServiceIsNamed_data()
    {
        QTest::addColumn<QString>("manner");
        QTest::addColumn<CheckStep>("step");
        QTest::addColumn<CheckFault>("fault");
        QTest::addColumn<FaultSide>("side");
        QTest::addColumn<int>("logins");
        const auto row = [](const char* name, CheckStep step, CheckFault fault, FaultSide side, int logins) {
            QTest::newRow(name) << QString::fromLatin1(name) << step << fault << side << logins;
        };
        row("stuck", CheckStep::Reply, CheckFault::Silent, FaultSide::Ministry, 0);
        row("503", CheckStep::Reply, CheckFault::ServerFailed, FaultSide::Ministry, 0);
        row("cut", CheckStep::Reply, CheckFault::ConnectionCut, FaultSide::ClinicNetwork, 0);
        row("portal", CheckStep::Reply, CheckFault::PageInstead, FaultSide::Ministry, 0);
        row("token 503", CheckStep::Credentials, CheckFault::ServerFailed, FaultSide::Ministry, 1);
        row("token stuck", CheckStep::Credentials, CheckFault::Silent, FaultSide::Ministry, 1);
        row("HTML for JSON", CheckStep::Credentials, CheckFault::PageInstead, FaultSide::Ministry, 1);
        row("JSON without a token", CheckStep::Credentials, CheckFault::BadReply, FaultSide::Ministry, 1);
        row("wrong password", CheckStep::Credentials, CheckFault::CredentialsRefused, FaultSide::Credentials,
            1);
        row("hour ahead", CheckStep::Clock, CheckFault::ClockOff, FaultSide::ThisComputer, 1);
        row("hour behind", CheckStep::Clock, CheckFault::ClockOff, FaultSide::ThisComputer, 1);
    }
    void W1_eachFaultOfTheServiceIsNamed()
    {
        QFETCH(QString, manner);
        QFETCH(CheckStep, step);
        QFETCH(CheckFault, fault);
        QFETCH(FaultSide, side);
        QFETCH(int, logins);
        HttpServer server;
        HttpServerReply base = withDate(HttpServerReply::html());
        HttpServerReply token = HttpServerReply::json("{\"access_token\":\"t-1\"}");
        if (manner == "stuck"_L1)
            base = HttpServerReply::stuck();
        else if (manner == "503"_L1)
            base = HttpServerReply::html("bakım", 503);
        else if (manner == "cut"_L1)
            base = HttpServerReply::cutBefore();
        else if (manner == "portal"_L1)
            base = HttpServerReply::redirect(QUrl(u"https://portal.example.invalid/login"_s));
        else if (manner == "token 503"_L1)
            token = HttpServerReply::html("bakım", 503);
        else if (manner == "token stuck"_L1)
            token = HttpServerReply::stuck();
        else if (manner == "HTML for JSON"_L1)
            token = HttpServerReply::html();
        else if (manner == "JSON without a token"_L1)
            token = HttpServerReply::json("{}");
        else if (manner == "wrong password"_L1)
            token = HttpServerReply::json("{\"error\":\"invalid_grant\"}", 400);
        else if (manner == "hour ahead"_L1)
            base = withDate(HttpServerReply::html(), -3600);
        else if (manner == "hour behind"_L1)
            base = withDate(HttpServerReply::html(), 3600);
        server.setFallback([base](const HttpServerRequest&) { return base; });
        server.route(tokenPath, token);
        Clinic clinic(server.url());
        const ConnectionReport& report = clinic.run();
        const StepReport* finding = found(report);
        QVERIFY(finding);
        QCOMPARE(finding->step, step);
        QCOMPARE(finding->fault, fault);
        QCOMPARE(sideOf(finding->fault), side);
        const bool fails = fault != CheckFault::ClockOff;
        QCOMPARE(report.state(), fails ? ConnectionReport::State::Failed : ConnectionReport::State::Passed);
        QCOMPARE(server.count(tokenPath), logins); // S3: no password over a way that is not known to be good
        if (!fails)
            QCOMPARE(finding->about, u"60"_s);
        QVERIFY(!connectiontext::sentenceFor(report.services.constFirst()).isEmpty());
        QVERIFY2(!wordsOf(report).contains(password.toUtf8()), wordsOf(report));
    }

    void W1_eachFaultOfTheWayIsNamed_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("proxy");
        QTest::addColumn<CheckStep>("step");
        QTest::addColumn<CheckFault>("fault");
        QTest::addColumn<FaultSide>("side");
        const auto row = [](const char* name, const char* address, const char* proxy, CheckStep step,
                            CheckFault fault, FaultSide side) {
            QTest::newRow(name) << QString::fromLatin1(address) << QString::fromLatin1(proxy) << step << fault
                                << side;
        };
        row("no name", "https://erapor.invalid", "none", CheckStep::Name, CheckFault::NameNotFound,
            FaultSide::ClinicNetwork);
        row("refused port", "http://127.0.0.1:CLOSED", "none", CheckStep::Connection,
            CheckFault::ConnectionRefused, FaultSide::ClinicNetwork);
        row("stuck handshake", "https://127.0.0.1:MUTE", "none", CheckStep::Tls, CheckFault::Silent,
            FaultSide::Ministry);
        row("no TLS there", "https://127.0.0.1:PLAIN", "none", CheckStep::Tls, CheckFault::TlsFailed,
            FaultSide::ClinicNetwork);
        row("proxy switched off", "https://erapor.example", "127.0.0.1:CLOSED", CheckStep::Connection,
            CheckFault::ProxyUnreachable, FaultSide::ThisComputer);
        row("proxy without a name", "https://erapor.example", "proxy.invalid:8080", CheckStep::Name,
            CheckFault::ProxyNotFound, FaultSide::ThisComputer);
        row("proxy that refuses", "https://erapor.example", "127.0.0.1:PLAIN", CheckStep::Connection,
            CheckFault::ProxyRefused, FaultSide::ClinicNetwork);
        row("proxy with a login", "https://erapor.example", "127.0.0.1:PROXY", CheckStep::Connection,
            CheckFault::ProxyLogin, FaultSide::ClinicNetwork);
        row("proxy that is mute", "https://erapor.example", "127.0.0.1:MUTE", CheckStep::Connection,
            CheckFault::ProxyUnreachable, FaultSide::ThisComputer);
        row("no address", "", "none", CheckStep::Route, CheckFault::NoAddress, FaultSide::ThisComputer);
    }
    void W1_eachFaultOfTheWayIsNamed()
    {
        QFETCH(QString, address);
        QFETCH(QString, proxy);
        QFETCH(CheckStep, step);
        QFETCH(CheckFault, fault);
        QFETCH(FaultSide, side);
        HttpServer closed;
        const int closedPort = closed.port();
        closed.stop();
        QTcpServer mute; // takes connections and never says a word
        QVERIFY(mute.listen(QHostAddress::LocalHost));
        HttpServer plain; // 404 to everything, so a proxy that refuses as well
        ProxyServer wantsLogin(plain.port());
        wantsLogin.demand("u", "p");
        for (QString* text : {&address, &proxy}) {
            text->replace(u"CLOSED"_s, QString::number(closedPort));
            text->replace(u"MUTE"_s, QString::number(mute.serverPort()));
            text->replace(u"PLAIN"_s, QString::number(plain.port()));
            text->replace(u"PROXY"_s, QString::number(wantsLogin.port()));
        }
        Clinic clinic(QUrl(u"https://placeholder.example"_s),
                      {{u"endpoints/erapor"_s, address}, {u"network/proxy"_s, proxy}});
        const ConnectionReport& report = clinic.run();
        const StepReport* finding = found(report);
        QVERIFY2(finding, wordsOf(report));
        QCOMPARE(finding->fault, fault);
        QCOMPARE(finding->step, step);
        QCOMPARE(sideOf(finding->fault), side);
        QCOMPARE(report.state(), ConnectionReport::State::Failed);
        const QString sentence = connectiontext::sentenceFor(report.services.constFirst());
        const QString named = proxy != "none"_L1 ? proxy : QUrl(address).host();
        QVERIFY2(sentence.contains(named), qPrintable(sentence));
    }

    void W1_eachFaultOfTheCertificateIsNamed_data()
    {
        QTest::addColumn<QString>("manner");
        QTest::addColumn<CheckFault>("fault");
        QTest::addColumn<FaultSide>("side");
        QTest::addColumn<QString>("named");
        const auto row = [](const char* name, CheckFault fault, FaultSide side, const QString& named) {
            QTest::newRow(name) << QString::fromLatin1(name) << fault << side << named;
        };
        row("expired", CheckFault::CertificateExpired, FaultSide::Ministry, u"localhost"_s);
        row("early", CheckFault::CertificateNotYetValid, FaultSide::ThisComputer, u"localhost"_s);
        row("foreign", CheckFault::CertificateUntrusted, FaultSide::ClinicNetwork, u"Foreign CA"_s);
        row("self-signed", CheckFault::CertificateUntrusted, FaultSide::ClinicNetwork, u"localhost"_s);
        row("other host", CheckFault::CertificateOfOtherHost, FaultSide::ClinicNetwork, u"localhost"_s);
        row("inspected", CheckFault::Inspected, FaultSide::ClinicNetwork, u"Hospital Inspection CA"_s);
        row("soon", CheckFault::ExpiresSoon, FaultSide::Ministry, u"localhost"_s);
    }
    void W1_eachFaultOfTheCertificateIsNamed()
    {
        QFETCH(QString, manner);
        QFETCH(CheckFault, fault);
        QFETCH(FaultSide, side);
        QFETCH(QString, named);
        TestAuthority authority(u"Hospital Inspection CA"_s);
        TestAuthority foreign(u"Foreign CA"_s);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const QStringList names{u"localhost"_s};
        const TestCertificate certificate =
            manner == "expired"_L1       ? authority.issue(names, now.addDays(-20), now.addDays(-1))
            : manner == "early"_L1       ? authority.issue(names, now.addDays(1), now.addDays(20))
            : manner == "soon"_L1        ? authority.issue(names, now.addDays(-1), now.addDays(5))
            : manner == "foreign"_L1     ? foreign.issue(names)
            : manner == "self-signed"_L1 ? authority.selfSigned(names)
            : manner == "other host"_L1  ? authority.issue({u"other.example"_s})
                                         : authority.issue(names);
        HttpServer server(certificate);
        server.setFallback([](const HttpServerRequest&) { return HttpServerReply::html(); });
        server.route(tokenPath, HttpServerReply::json("{\"access_token\":\"t-1\"}"));
        const Trusted trusted(authority);
        Clinic clinic(server.url(u"localhost"_s, {}));
        if (manner == "inspected"_L1) { // as an administrator adds it
            const QString folder = clinic.files.folder() + u"/ca"_s;
            QVERIFY(QDir().mkpath(folder));
            QVERIFY(QFile::copy(authority.certificateFile(), folder + u"/hospital.crt"_s));
            clinic.check.setLocalAuthorities({folder});
        }
        const ConnectionReport& report = clinic.run();
        const StepReport* finding = found(report);
        QVERIFY2(finding, wordsOf(report));
        QCOMPARE(finding->step, CheckStep::Tls);
        QCOMPARE(finding->fault, fault);
        QCOMPARE(sideOf(finding->fault), side);
        const QString sentence = connectiontext::sentenceFor(report.services.constFirst());
        QVERIFY2(sentence.contains(named), qPrintable(sentence));
        const bool works = finding->state == StepState::Warned;
        QCOMPARE(works, manner == "inspected"_L1 || manner == "soon"_L1);
        QCOMPARE(server.count(), works ? 2 : 0); // S4: nothing is sent to whom nobody vouches for
    }

    void aPageOfTheNetworkIsToldFromOneOfTheService()
    {
        // Behind an inspection somebody between can answer; then the network is to blame, not the Ministry.
        TestAuthority authority(u"Hospital Inspection CA"_s);
        HttpServer server(authority.issue({u"localhost"_s}));
        server.setFallback([](const HttpServerRequest&) { return HttpServerReply::html(); });
        const Trusted trusted(authority);
        Clinic clinic(server.url(u"localhost"_s, {}));
        const QString folder = QFileInfo(authority.certificateFile()).path();
        clinic.check.setLocalAuthorities({folder});
        const ConnectionReport& report = clinic.run();
        const ServiceReport& service = report.services.constFirst();
        QCOMPARE(service.finding()->fault, CheckFault::NetworkPage);
        QCOMPARE(sideOf(service.finding()->fault), FaultSide::ClinicNetwork);
    }

    void missingPasswordIsNamed()
    {
        HttpServer server;
        server.setFallback([](const HttpServerRequest&) { return HttpServerReply::html(); });
        Clinic clinic(server.url());
        // Another institution than the one that the password was stored for.
        clinic.files.setUser({{u"institution/code"_s, u"654321"_s}});
        clinic.settings = clinic.files.load();
        const StepReport* finding = found(clinic.run());
        QVERIFY(finding);
        QCOMPARE(finding->step, CheckStep::Credentials);
        QVERIFY(finding->fault == CheckFault::SecretMissing ||
                finding->fault == CheckFault::KeychainUnavailable); // without a keyring, nobody knows
        QCOMPARE(server.count(tokenPath), 0);
    }

    void clocksAreComparedAmongTheServices()
    {
        HttpServer right;
        right.setFallback([](const HttpServerRequest&) { return withDate(HttpServerReply::html()); });
        right.route(tokenPath, HttpServerReply::json("{\"access_token\":\"t-1\"}"));
        HttpServer wrong;
        wrong.setFallback([](const HttpServerRequest&) { return withDate(HttpServerReply::html(), 7200); });
        Clinic clinic(right.url(), {{u"endpoints/viewer"_s, wrong.url().toString()}});
        const ConnectionReport& report = clinic.run();
        QCOMPARE(report.services.size(), 2);
        QCOMPARE(report.services.at(0).finding(), nullptr);
        QVERIFY(report.services.at(1).finding());
        QCOMPARE(report.services.at(1).finding()->fault, CheckFault::ServerClock);
    }

    void datesOfCertificatesAreJudgedByTheClocks()
    {
        const auto service = [](StepState clock, CheckFault clockFault, CheckFault tlsFault) {
            ServiceReport made;
            made.steps = {{CheckStep::Tls, StepState::Passed, tlsFault},
                          {CheckStep::Clock, clock, clockFault}};
            return made;
        };
        ConnectionReport report;
        report.services = {service(StepState::Warned, CheckFault::ClockOff, CheckFault::None),
                           service(StepState::NotReached, CheckFault::None, CheckFault::CertificateExpired)};
        judgeTogether(report);
        QCOMPARE(report.services.at(0).steps.at(1).fault, CheckFault::ClockOff);
        QCOMPARE(report.services.at(1).steps.at(0).fault, CheckFault::CertificateDatesByClock);
        report.services = {service(StepState::Passed, CheckFault::None, CheckFault::None),
                           service(StepState::NotReached, CheckFault::None, CheckFault::CertificateExpired)};
        judgeTogether(report);
        QCOMPARE(report.services.at(1).steps.at(0).fault, CheckFault::CertificateExpired);
    }

    void W3_aRefusedPasswordIsNotSentAgain()
    {
        HttpServer server;
        server.setFallback([](const HttpServerRequest&) { return HttpServerReply::html(); });
        server.route(tokenPath, HttpServerReply::json("{\"access_token\":\"t-1\"}"));
        server.route(ognPath, HttpServerReply::json("{\"error\":\"invalid_grant\"}", 400));
        Clinic clinic(server.url(),
                      {{u"endpoints/ogn"_s, server.url().toString()}, {u"ogn/applicationCode"_s, u"SBYS"_s}});
        for (int i = 0; i < 2; ++i) {
            const ConnectionReport& report = clinic.run();
            QCOMPARE(report.services.at(1).service, CheckedService::Ogn);
            QCOMPARE(report.services.at(1).finding()->fault, CheckFault::CredentialsRefused);
            QCOMPARE(report.state(), ConnectionReport::State::Failed);
        }
        QCOMPARE(server.count(ognPath), 1);
    }

    void W3_aProxysRefusedLoginIsSentOnce()
    {
        HttpServer server;
        server.setFallback([](const HttpServerRequest&) { return HttpServerReply::html(); });
        ProxyServer proxy(server.port());
        proxy.demand("hekim", "sifre");
        Clinic clinic(QUrl(u"https://erapor.invalid"_s), {{u"network/proxy"_s, proxy.address()}});
        ProxyLogins logins;
        clinic.http.setProxyLogins(logins);
        logins.set(proxy.address(), {u"hekim"_s, u"yanlis"_s});
        for (int i = 0; i < 2; ++i) {
            const ConnectionReport& report = clinic.run();
            QVERIFY2(found(report), wordsOf(report));
            QCOMPARE(found(report)->fault, CheckFault::ProxyLogin);
        }
        QCOMPARE(proxy.logins(), 1);
        QVERIFY(logins.wasRefused(proxy.address()));
    }

    void S1_aCertificatesNumberIsMasked()
    {
        TestAuthority authority(u"Hastane 10000000146"_s);
        HttpServer server(authority.issue({u"localhost"_s}));
        Clinic clinic(server.url(u"localhost"_s, {}));
        const ConnectionReport& report = clinic.run();
        const QByteArray all = wordsOf(report) + connectiontext::toJson(report);
        QVERIFY2(all.contains("Hastane"), all);
        QVERIFY2(!all.contains("10000000146"), all);
    }

    void whatTheClinicDoesNotUseIsNotNeeded()
    {
        HttpServer server;
        server.setFallback([](const HttpServerRequest&) { return HttpServerReply::html(); });
        server.route(tokenPath, HttpServerReply::json("{\"access_token\":\"t-1\"}"));
        Clinic clinic(server.url(), {{u"endpoints/ogn"_s, u"https://ogn.invalid"_s},
                                     {u"endpoints/hes"_s, u"https://hes.invalid/hes"_s}});
        const ConnectionReport& report = clinic.run();
        QCOMPARE(report.services.size(), 3);
        QCOMPARE(report.services.at(1).state(), ServiceReport::State::Failed);
        QCOMPARE(report.services.at(2).state(), ServiceReport::State::Failed);
        QCOMPARE(report.state(), ConnectionReport::State::Passed);
    }

    void hesIsNeverAskedAboutACode()
    {
        HttpServer server;
        server.setFallback([](const HttpServerRequest&) { return HttpServerReply::html(); });
        server.route(tokenPath, HttpServerReply::json("{\"access_token\":\"t-1\"}"));
        Clinic clinic(server.url(), {{u"endpoints/hes"_s, server.url(u"/hes"_s).toString()}});
        const ConnectionReport& report = clinic.run();
        QCOMPARE(report.services.at(1).steps.constLast().state, StepState::NotTried);
        for (const HttpServerRequest& request : server.requests()) {
            QVERIFY(request.method == "GET" || request.path == tokenPath);
            QVERIFY(!request.hasHeader("Authorization"));
        }
    }

    void W2_theWholeHasADeadline()
    {
        HttpServer server;
        server.setFallback([](const HttpServerRequest&) { return HttpServerReply::drip(); });
        Clinic clinic(server.url());
        clinic.check.setPatience({60s, 400ms});
        QElapsedTimer elapsed;
        elapsed.start();
        const ConnectionReport& report = clinic.run();
        QVERIFY(elapsed.elapsed() < 3000);
        QCOMPARE(report.state(), ConnectionReport::State::Unfinished);
        QCOMPARE(server.count(tokenPath), 0);
    }

    void stoppedItSaysSoAndCanBeginAnew()
    {
        HttpServer server;
        server.setFallback([](const HttpServerRequest&) { return HttpServerReply::stuck(); });
        Clinic clinic(server.url());
        clinic.check.setPatience({60s, 60s});
        clinic.check.start(clinic.settings, clinic.logins());
        QTRY_COMPARE(server.count(), 1);
        clinic.check.stop();
        QVERIFY(!clinic.check.isRunning());
        QCOMPARE(clinic.check.report().state(), ConnectionReport::State::Unfinished);
        server.setFallback([](const HttpServerRequest&) { return HttpServerReply::html(); });
        server.route(tokenPath, HttpServerReply::json("{\"access_token\":\"t-1\"}"));
        QCOMPARE(clinic.run().state(), ConnectionReport::State::Passed);
    }
};

QTEST_GUILESS_MAIN(ConnectionCheckTest)
#include "tst_connectioncheck.moc"
