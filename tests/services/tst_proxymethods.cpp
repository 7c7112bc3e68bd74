#include "core/error/errortext.h"
#include "services/answer.h"
#include "services/clinic.h"
#include "services/erapor/doctorsession.h"
#include "services/trusted.h"
#include "support/proxyserver.h"
#include "support/testcertificates.h"

#include <QNetworkProxy>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace hekim;
using namespace hekim::test;
using namespace hekim::test::connection;
using namespace std::chrono_literals;

namespace {

const QString host = u"erapor.invalid"_s;

/// A hospital with an e-Rapor that is reached through a proxy only, over TLS, as a clinic has it.
struct Hospital
{
    Hospital() : server(authority.issue({host})), proxy(server.port()), trusted(authority)
    {
        server.route(tokenPath, HttpServerReply::json("{\"access_token\":\"t-1\",\"expires_in\":3600}"));
        server.setFallback([](const HttpServerRequest&) { return withDate(HttpServerReply::html()); });
        clinic.emplace(QUrl(u"https://"_s + host),
                       QMap<QString, QString>{{u"network/proxy"_s, proxy.address()}});
        clinic->http.setProxyLogins(logins);
        clinic->check.setPatience({5s, 20s});
    }

    Result<Token> logIn()
    {
        Answer<Token> answer;
        clinic->erapor.obtain(clinic->settings, *IdentityNumber::parse(doctor, u"doctor"_s), &clinic->http,
                              answer.take());
        return answer.wait();
    }

    [[nodiscard]] qsizetype asked() const { return proxy.requests().size(); }

    TestAuthority authority{u"Test CA"_s};
    HttpServer server;
    ProxyServer proxy;
    Trusted trusted;
    ProxyLogins logins;
    std::optional<Clinic> clinic;
};

/// CONNECTs that one try may need, Qt's repetitions of a closed connection included.
constexpr qsizetype fewRounds = 12;

} // namespace

/// Proxies by the login that they want: what is asked for, what is sent, what is said, and that all of it
/// ends.
class TestProxyMethods : public QObject
{
    Q_OBJECT

private slots:
    void W2_aProxyThatWantsNtlmAsksForALogin_data()
    {
        QTest::addColumn<bool>("closes");
        QTest::newRow("keeps the connection") << false;
        QTest::newRow("closes it") << true;
    }
    void W2_aProxyThatWantsNtlmAsksForALogin()
    {
        QFETCH(bool, closes);
        Hospital site;
        site.proxy.demandNtlm(u"HASTANE"_s, u"şule"_s, closes);
        QSignalSpy wanted(&site.logins, &ProxyLogins::wanted);
        const auto refused = site.logIn();
        QCOMPARE(refused.error().kind, ErrorKind::Proxy);
        QCOMPARE(refused.error().httpStatus, 407);
        QVERIFY2(sentenceFor(refused.error()).contains(u"user name"_s),
                 qPrintable(sentenceFor(refused.error())));
        QTRY_COMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().at(0).toString(), site.proxy.address());
        QVERIFY(wanted.first().at(1).toString().isEmpty()); // by which the dialog knows it for a domain's
        QVERIFY2(site.asked() <= fewRounds, qPrintable(QString::number(site.asked())));

        site.logins.set(site.proxy.address(), {u"HASTANE\\şule"_s, u"şifre"_s});
        const auto token = site.logIn();
        QVERIFY2(token, qPrintable(token ? QString() : lineForIt(token.error())));
        QCOMPARE(site.server.count(tokenPath), 1);
        for (const ProxyServer::Request& request : site.proxy.requests()) // S1: never in the clear
            QVERIFY2(!request.authorization.startsWith("Basic"), request.authorization);
    }

    void W3_aRefusedNtlmLoginIsSentOnceAndEnds()
    {
        Hospital site;
        site.proxy.demandNtlm(u"HASTANE"_s, u"hekim"_s);
        site.logins.set(site.proxy.address(), {u"BASKA\\hekim"_s, u"sifre"_s});
        for (int i = 0; i < 3; ++i)
            QCOMPARE(site.logIn().error().kind, ErrorKind::Proxy);
        int answers = 0;
        for (const ProxyServer::Request& request : site.proxy.requests())
            answers += request.authorization.startsWith("NTLM TlRMTVNTUAAD") ? 1 : 0;
        QCOMPARE(answers, 1);
        QVERIFY(site.logins.wasRefused(site.proxy.address()));
        QVERIFY2(site.asked() <= 3 * fewRounds, qPrintable(QString::number(site.asked())));
        QCOMPARE(site.server.count(), 0);
    }

    void W2_aProxyThatNeverChallengesEnds_data()
    {
        QTest::addColumn<bool>("hasLogin");
        QTest::newRow("without a login") << false;
        QTest::newRow("with one") << true;
    }
    void W2_aProxyThatNeverChallengesEnds()
    {
        QFETCH(bool, hasLogin);
        Hospital site;
        site.proxy.refuseWith("Proxy-Authenticate: NTLM\r\n");
        if (hasLogin)
            site.logins.set(site.proxy.address(), {u"HASTANE\\hekim"_s, u"sifre"_s});
        QCOMPARE(site.logIn().error().kind, ErrorKind::Proxy);
        const qsizetype asked = site.asked();
        QVERIFY2(asked <= fewRounds, qPrintable(QString::number(asked)));
        // Nothing goes on behind it: what is sent next is the next in line.
        QCOMPARE(site.logIn().error().kind, ErrorKind::Proxy);
        QVERIFY2(site.asked() <= 2 * fewRounds, qPrintable(QString::number(site.asked())));
    }

    void W1_theMethodThatAProxyWantsIsNamed_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QString>("method");
        QTest::newRow("Negotiate") << QByteArray("Proxy-Authenticate: Negotiate\r\n") << u"Negotiate"_s;
        QTest::newRow("of its own") << QByteArray("Proxy-Authenticate: Kapi realm=\"x\"\r\n") << u"Kapi"_s;
        QTest::newRow("none") << QByteArray("X-Reason: none\r\n") << QString();
    }
    void W1_theMethodThatAProxyWantsIsNamed()
    {
        QFETCH(QByteArray, headers);
        QFETCH(QString, method);
        Hospital site;
        site.proxy.refuseWith(headers);
        QSignalSpy wanted(&site.logins, &ProxyLogins::wanted);
        const auto refused = site.logIn();
        QCOMPARE(refused.error().kind, ErrorKind::ProxyMethod);
        QCOMPARE(refused.error().httpStatus, 407);
        const QString sentence = sentenceFor(refused.error());
        QVERIFY2(sentence.contains(method) && sentence.contains(u"NTLM"_s), qPrintable(sentence));
        QVERIFY(wanted.isEmpty()); // a user name would not help

        const ConnectionReport& report = site.clinic->run();
        const StepReport* finding = found(report);
        QVERIFY2(finding, wordsOf(report));
        QCOMPARE(finding->step, CheckStep::Connection);
        QCOMPARE(finding->fault, CheckFault::ProxyMethod);
        const QString told = connectiontext::sentenceFor(report.services.constFirst());
        QVERIFY2(told.contains(site.proxy.address()) && told.contains(method), qPrintable(told));
        QVERIFY2(site.asked() <= 3 * fewRounds, qPrintable(QString::number(site.asked())));
    }

    void theCheckTellsAndUsesAnNtlmLogin()
    {
        Hospital site;
        site.proxy.demandNtlm(u"HASTANE"_s, u"hekim"_s);
        const StepReport* finding = found(site.clinic->run());
        QVERIFY(finding);
        QCOMPARE(finding->fault, CheckFault::ProxyLogin);
        QVERIFY2(site.asked() <= fewRounds, qPrintable(QString::number(site.asked())));

        site.logins.set(site.proxy.address(), {u"HASTANE\\hekim"_s, u"sifre"_s});
        const ConnectionReport& report = site.clinic->run();
        QVERIFY2(!found(report), wordsOf(report));
        QCOMPARE(site.server.count(tokenPath), 1);
    }

    void aProxyThatClosesWithoutAWordIsAskedAnew()
    {
        Hospital site;
        site.proxy.demand("hekim", "şifre", true);
        site.logins.set(site.proxy.address(), {u"hekim"_s, u"şifre"_s});
        const auto token = site.logIn();
        QVERIFY2(token, qPrintable(token ? QString() : lineForIt(token.error())));
        QCOMPARE(site.proxy.logins(), 1);
    }

    void aProxyThatSaysNothingIsToldAsSuch()
    {
        QTcpServer curt; // takes connections and ends them
        connect(&curt, &QTcpServer::newConnection, &curt,
                [&curt] { curt.nextPendingConnection()->disconnectFromHost(); });
        QVERIFY(curt.listen(QHostAddress::LocalHost));
        const QString address = u"127.0.0.1:%1"_s.arg(curt.serverPort());
        Clinic clinic(QUrl(u"https://"_s + host), {{u"network/proxy"_s, address}});
        HttpRequest request;
        request.url = clinic.settings.endpoints().erapor;
        Answer<HttpReply> answer;
        clinic.http.send(request, this, answer.take());
        QCOMPARE(answer.kind(), ErrorKind::Proxy);
        QVERIFY2(answer.wait().error().detail.contains(u"closed"_s),
                 qPrintable(answer.wait().error().detail));
    }

    void theProxysOwnBasicIsNotUsedWhereItSpeaksNtlm()
    {
        Hospital site;
        site.proxy.refuseWith("Proxy-Authenticate: Basic realm=\"Hastane\"\r\nProxy-Authenticate: NTLM\r\n");
        site.logins.set(site.proxy.address(), {u"HASTANE\\hekim"_s, u"sifre"_s});
        QCOMPARE(site.logIn().error().kind, ErrorKind::Proxy);
        for (const ProxyServer::Request& request : site.proxy.requests())
            QVERIFY2(!request.authorization.startsWith("Basic"), request.authorization);
    }

    void W2_plainHttpByNtlmEndsAsWell()
    {
        Hospital site;
        site.proxy.demandNtlm(u"HASTANE"_s, u"hekim"_s);
        HttpRequest request;
        request.url = QUrl(u"http://erapor.invalid/a"_s);
        Answer<HttpReply> answer;
        site.clinic->http.send(request, &site.clinic->http, answer.take());
        QCOMPARE(answer.kind(), ErrorKind::Proxy);
        QVERIFY2(site.asked() <= fewRounds, qPrintable(QString::number(site.asked())));
    }
};

QTEST_GUILESS_MAIN(TestProxyMethods)
#include "tst_proxymethods.moc"
