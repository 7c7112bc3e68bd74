// Each fault of a connection is named for what it is, and on whose side it lies.

#include "services/clinic.h"
#include "services/trusted.h"
#include "support/proxyserver.h"
#include "support/testcertificates.h"

#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTest>

using namespace hekim;
using namespace hekim::test;
using namespace hekim::test::connection;

Q_DECLARE_METATYPE(hekim::CheckFault)
Q_DECLARE_METATYPE(hekim::CheckStep)
Q_DECLARE_METATYPE(hekim::FaultSide)

class ConnectionFaultsTest : public QObject
{
    Q_OBJECT

private slots:
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
        QCOMPARE(server.count(), works ? 2 : 0); // S4: nothing is sent where no authority vouches
    }

    void aPageOfTheNetworkIsToldFromOneOfTheService()
    {
        // Behind an inspection a proxy can answer; then the network is to blame, not the Ministry.
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
                finding->fault == CheckFault::KeychainUnavailable); // without a keyring it is not known
        QCOMPARE(server.count(tokenPath), 0);
    }
};

QTEST_GUILESS_MAIN(ConnectionFaultsTest)
#include "tst_connectionfaults.moc"
