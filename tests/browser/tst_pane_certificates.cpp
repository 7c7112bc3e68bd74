#include "browser/pane.h"
#include "support/testcertificates.h"

#include <QSslCertificate>
#include <QTest>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;
using Notice = Gatekeeper::Notice;

namespace {
const QStringList here{u"127.0.0.1"_s, u"localhost"_s};

CertificateJudge judgeWith(const TestAuthority& authority)
{
    return CertificateJudge(QSslCertificate::fromPath(authority.certificateFile()));
}
} // namespace

/// The judge of certificates is the operating system's store alone (rule S4).
class TestPaneCertificates : public QObject
{
    Q_OBJECT

private slots:
    void S4_selfSignedIsRefused();
    void S4_anUnknownAuthorityIsRefused();
    void S4_anAuthorityOfTheSystemIsAccepted();
    void S4_expiredIsRefusedEvenThen();
    void S4_anotherHostIsRefusedEvenThen();
    void S4_aSelfSignedOneIsRefusedEvenThen();
    void S4_aForgedChainIsRefused();
    void S4_subResourcesAreJudgedToo();
    void S4_nothingIsAcceptedWithoutAHost();
};

void TestPaneCertificates::S4_selfSignedIsRefused()
{
    TestAuthority authority;
    HttpServer server(authority.selfSigned(here));
    server.route("/x", html(u"x"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    QCOMPARE(pane.failed.count(), 1);
    QCOMPARE(pane.lastError().kind, ErrorKind::Tls);
    QCOMPARE(pane.lastError().host, u"127.0.0.1"_s);
    QTRY_COMPARE(pane.noticed(Notice::CertificateRefused), 1);
    QCOMPARE(server.count(), 0);
}

void TestPaneCertificates::S4_anUnknownAuthorityIsRefused()
{
    TestAuthority authority;
    HttpServer server(authority.issue(here));
    server.route("/x", html(u"x"_s));
    Pane pane; // with the system's own store
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    QCOMPARE(pane.lastError().kind, ErrorKind::Tls);
    // A hospital's inspection CA is told apart by its name.
    QVERIFY2(pane.lastError().detail.contains(u"issuer not trusted: Hekim Test CA"),
             qPrintable(pane.lastError().detail));
    QCOMPARE(server.count(), 0);
}

void TestPaneCertificates::S4_anAuthorityOfTheSystemIsAccepted()
{
    TestAuthority authority;
    HttpServer server(authority.issue(here));
    server.route("/x", html(u"x"_s));
    Pane pane(judgeWith(authority));
    for (const QString& host : here) {
        QVERIFY(pane.openAndWait(rulesFor(server.url(host, {})), server.url(host, u"/x"_s)));
        QCOMPARE(pane.failed.count(), 0);
        QCOMPARE(pane.text(), u"x"_s);
    }
    QCOMPARE(pane.noticed(Notice::CertificateRefused), 0);
}

void TestPaneCertificates::S4_expiredIsRefusedEvenThen()
{
    TestAuthority authority;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    HttpServer server(authority.issue(here, now.addDays(-9), now.addDays(-1)));
    server.route("/x", html(u"x"_s));
    Pane pane(judgeWith(authority));
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    QCOMPARE(pane.lastError().kind, ErrorKind::Tls);
    QCOMPARE(server.count(), 0);
}

void TestPaneCertificates::S4_anotherHostIsRefusedEvenThen()
{
    TestAuthority authority;
    HttpServer server(authority.issue({u"erapor.example"_s}));
    server.route("/x", html(u"x"_s));
    Pane pane(judgeWith(authority));
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    QCOMPARE(pane.lastError().kind, ErrorKind::Tls);
    QCOMPARE(server.count(), 0);
}

void TestPaneCertificates::S4_aSelfSignedOneIsRefusedEvenThen()
{
    TestAuthority authority;
    HttpServer server(authority.selfSigned(here));
    server.route("/x", html(u"x"_s));
    Pane pane(judgeWith(authority));
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    QCOMPARE(pane.lastError().kind, ErrorKind::Tls);
    QCOMPARE(server.count(), 0);
}

void TestPaneCertificates::S4_aForgedChainIsRefused()
{
    // Another authority of the very same name: only the key tells them apart.
    TestAuthority authority(u"Hastane CA"_s);
    TestAuthority forger(u"Hastane CA"_s);
    HttpServer server(forger.issue(here));
    server.route("/x", html(u"x"_s));
    Pane pane(judgeWith(authority));
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    QCOMPARE(pane.lastError().kind, ErrorKind::Tls);
    QCOMPARE(server.count(), 0);
}

void TestPaneCertificates::S4_subResourcesAreJudgedToo()
{
    TestAuthority authority;
    TestAuthority unknown;
    HttpServer server(authority.issue(here));
    HttpServer agent(unknown.issue(here));
    agent.setFallback([](const HttpServerRequest&) { return HttpServerReply::json("{}"); });
    server.route("/x", html(u"<script>fetch('%1',{mode:'no-cors'}).then(()=>document.title='ja',"
                            "()=>document.title='nein')</script>"_s.arg(agent.url(u"/a"_s).toString())));
    Pane pane(judgeWith(authority));
    QVERIFY(
        pane.openAndWait(rulesFor(server.url(), {}, {{u"web/agentPorts"_s, QString::number(agent.port())}}),
                         server.url(u"/x"_s)));
    QCOMPARE(pane.failed.count(), 0);
    QTRY_COMPARE(pane.view()->title(), u"nein"_s);
    QCOMPARE(agent.count(), 0);
}

void TestPaneCertificates::S4_nothingIsAcceptedWithoutAHost()
{
    TestAuthority authority;
    const TestCertificate issued = authority.issue(here);
    const QList<QSslCertificate> chain = QSslCertificate::fromPath(issued.certificateFile);
    QVERIFY(!chain.isEmpty());
    const CertificateJudge judge = judgeWith(authority);
    QVERIFY(judge.accepts(chain, u"localhost"_s));
    QVERIFY(!judge.accepts(chain, {}));
    QVERIFY(!judge.accepts({}, u"localhost"_s));
    QVERIFY(!judge.accepts(chain, u"localhost.example"_s));
    QVERIFY(
        !CertificateJudge().accepts(chain, u"localhost"_s)); // nothing of the test's authority stays behind
}

QTEST_MAIN(TestPaneCertificates)
#include "tst_pane_certificates.moc"
