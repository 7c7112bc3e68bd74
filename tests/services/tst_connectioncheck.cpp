// The connection check as a whole, against real servers: what it looks at, what it sends, and when it ends.

#include "services/clinic.h"
#include "services/trusted.h"
#include "support/proxyserver.h"
#include "support/testcertificates.h"

#include <QElapsedTimer>
#include <QTest>

using namespace hekim;
using namespace hekim::test;
using namespace hekim::test::connection;

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
        QSignalSpy finished(&clinic.check, &ConnectionCheck::finished);
        clinic.check.stop();
        QCOMPARE(finished.count(), 1);
        QCOMPARE(clinic.check.report().state(), ConnectionReport::State::Unfinished);
        server.setFallback([](const HttpServerRequest&) { return HttpServerReply::html(); });
        server.route(tokenPath, HttpServerReply::json("{\"access_token\":\"t-1\"}"));
        QCOMPARE(clinic.run().state(), ConnectionReport::State::Passed);
    }
};

QTEST_GUILESS_MAIN(ConnectionCheckTest)
#include "tst_connectioncheck.moc"
