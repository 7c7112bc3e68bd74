#include "core/error/errortext.h"
#include "services/answer.h"
#include "services/clinic.h"
#include "services/http/addressrace.h"
#include "services/trusted.h"
#include "support/deadaddress.h"
#include "support/proxyserver.h"
#include "support/testcertificates.h"

#include <QCoreApplication>
#include <QHostInfo>
#include <QSignalSpy>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace hekim;
using namespace hekim::test;
using namespace hekim::test::connection;
using namespace std::chrono_literals;

namespace {

constexpr auto dead = "127.0.0.2";
const QString host = u"erapor.test"_s;     ///< 127.0.0.2, then 127.0.0.1
const QString proxyHost = u"proxy.test"_s; ///< the same

/// An e-Rapor whose first address swallows packets.
struct Site
{
    explicit Site(const QStringList& names = {host})
        : server(authority.issue(names)), hole(dead, server.port()), trusted(authority)
    {
        server.route(tokenPath, HttpServerReply::json("{\"access_token\":\"t-1\",\"expires_in\":3600}"));
        server.setFallback([](const HttpServerRequest&) { return withDate(HttpServerReply::html()); });
        clinic.emplace(QUrl(u"https://%1:%2"_s.arg(host).arg(server.port())));
        clinic->http.setDeadline(15s); // Qt alone gives an address 30 s
        clinic->check.setPatience({3s, 60s});
    }

    Result<Token> logIn()
    {
        Answer<Token> answer;
        clinic->erapor.obtain(clinic->settings, *IdentityNumber::parse(doctor, u"doctor"_s), &clinic->http,
                              answer.take());
        return answer.wait();
    }

    TestAuthority authority{u"Test CA"_s};
    HttpServer server;
    DeadAddress hole;
    Trusted trusted;
    std::optional<Clinic> clinic;
};

const StepReport& stepOf(const ConnectionReport& report, CheckStep step)
{
    return const_cast<ServiceReport&>(report.services.constFirst()).at(step);
}

} // namespace

/// Hosts with several addresses, the first of which is dead.
class TestAddresses : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const QList<QHostAddress> found = QHostInfo::fromName(host).addresses();
        QCOMPARE(found.size(), 2);
        QCOMPARE(found.constFirst().toString(), QString::fromLatin1(dead));
    }

    void W2_loginTakesTheAddressThatAnswers()
    {
        Site site;
        const auto token = site.logIn();
        QVERIFY2(token, qPrintable(token ? QString() : lineForIt(token.error())));
        // The service is asked under its name, and again over the same connection.
        QVERIFY(site.logIn());
        const QList<HttpServerRequest> requests = site.server.requests(tokenPath);
        QCOMPARE(requests.size(), 2);
        QCOMPARE(requests.at(0).header("Host"), u"%1:%2"_s.arg(host).arg(site.server.port()).toLatin1());
        QCOMPARE(requests.at(1).remotePort, requests.at(0).remotePort);
    }

    void aConnectionOpenedBeforehandIsUsed()
    {
        // A bare listener counts connections: the first shows which address lives, the second is opened
        // beforehand, and the request must come on that one.
        QTcpServer listener;
        QVERIFY(listener.listen(QHostAddress::LocalHost));
        const DeadAddress hole(dead, listener.serverPort());
        HttpClient client;
        HttpRequest request;
        request.url = QUrl(u"http://%1:%2/a"_s.arg(host).arg(listener.serverPort()));
        client.preconnect(request.url);
        QList<QTcpSocket*> connections;
        QTRY_VERIFY([&] {
            while (QTcpSocket* connection = listener.nextPendingConnection())
                connections.append(connection);
            return connections.size() == 2;
        }());
        Answer<HttpReply> answer;
        client.send(request, this, answer.take());
        QTRY_VERIFY(connections.at(1)->bytesAvailable() > 0);
        QVERIFY(connections.at(1)->readAll().startsWith("GET /a HTTP/1.1"));
        QVERIFY(!listener.hasPendingConnections());
        connections.at(1)->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        QVERIFY(answer.wait());
    }

    void S4_theCertificateIsJudgedForTheName()
    {
        Site site({u"other.test"_s, u"127.0.0.1"_s}); // for the number alone, which was not asked for
        QCOMPARE(site.logIn().error().kind, ErrorKind::Tls);
        QCOMPARE(site.server.count(), 0);
    }

    void W1_theCheckWorksAndWarnsOfTheDeadAddress()
    {
        Site site;
        const ConnectionReport& report = site.clinic->run();
        QCOMPARE(report.state(), ConnectionReport::State::Passed);
        const StepReport& connection = stepOf(report, CheckStep::Connection);
        QVERIFY2(connection.fault == CheckFault::AddressDead, wordsOf(report));
        QCOMPARE(connection.about, QString::fromLatin1(dead));
        QCOMPARE(stepOf(report, CheckStep::Credentials).state, StepState::Passed);
        const QString sentence = connectiontext::sentenceFor(report.services.constFirst());
        QVERIFY2(sentence.contains(host) && sentence.contains(QLatin1StringView(dead)), qPrintable(sentence));
    }

    void aProxyWithADeadAddressWorksAndIsToldOf()
    {
        Site site;
        ProxyServer proxy(site.server.port());
        const DeadAddress proxysHole(dead, proxy.port());
        const QString name = u"%1:%2"_s.arg(proxyHost).arg(proxy.port());
        QMap<QString, QString> values = TestSettings::site(site.clinic->settings.endpoints().erapor);
        values.insert(u"network/proxy"_s, name);
        site.clinic->files.setUser(values);
        site.clinic->settings = site.clinic->files.load();
        site.clinic->http.configure(site.clinic->settings);
        const auto token = site.logIn();
        QVERIFY2(token, qPrintable(token ? QString() : lineForIt(token.error())));
        const ConnectionReport& report = site.clinic->run();
        QCOMPARE(report.state(), ConnectionReport::State::Passed);
        QVERIFY2(stepOf(report, CheckStep::Connection).fault == CheckFault::AddressDead, wordsOf(report));
        const QString sentence = connectiontext::sentenceFor(report.services.constFirst());
        QVERIFY2(sentence.contains(name), qPrintable(sentence));
    }

    void theNextRequestLooksAgainWhenTheChosenAddressDies()
    {
        Site site;
        QVERIFY(site.logIn());
        const int port = site.server.port();
        site.server.stop();
        QCOMPARE(site.logIn().error().kind, ErrorKind::ConnectionFailed);
        site.clinic->http.setDeadline(1s);
        const DeadAddress alsoDead("127.0.0.1", port);
        QCOMPARE(site.logIn().error().kind, ErrorKind::TimedOut); // by all of them, within the deadline
    }

    void aRefusedAddressCostsNoWait()
    {
        QTcpServer live;
        QVERIFY(live.listen(QHostAddress::LocalHost));
        AddressRace race({QHostAddress(u"127.0.0.3"_s), QHostAddress(QHostAddress::LocalHost)},
                         live.serverPort(), nullptr);
        QSignalSpy ended(&race, &AddressRace::ended);
        race.start();
        QTRY_COMPARE(ended.count(), 1);
        const std::unique_ptr<QSslSocket> won(race.takeWinner());
        QVERIFY(won);
        QCOMPARE(won->peerAddress(), QHostAddress(QHostAddress::LocalHost));
        QCOMPARE(race.dead(), QList<QHostAddress>{QHostAddress(u"127.0.0.3"_s)});
    }

    void familiesTakeTurnsAndAllMayFail()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const quint16 port = closed.serverPort();
        closed.close();
        AddressRace race({QHostAddress(u"127.0.0.2"_s), QHostAddress(u"127.0.0.3"_s),
                          QHostAddress(QHostAddress::LocalHostIPv6)},
                         port, nullptr);
        QSignalSpy ended(&race, &AddressRace::ended);
        race.start();
        QTRY_COMPARE(ended.count(), 1);
        QVERIFY(!race.takeWinner());
    }
};

int main(int argc, char** argv)
{
    withHosts("127.0.0.2 erapor.test\n127.0.0.1 erapor.test\n127.0.0.2 proxy.test\n127.0.0.1 proxy.test\n",
              argv);
    const QCoreApplication application(argc, argv);
    TestAddresses test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_addresses.moc"
