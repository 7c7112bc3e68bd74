#include "web/pane.h"

#include <QTest>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;

namespace {
constexpr auto formPath = "/healthstatusweb/singledoctor/createreport";
} // namespace

/// The hosts that a page may reach, with real pages that try to reach others (rule S5).
class TestPaneHosts : public QObject
{
    Q_OBJECT

private slots:
    void S5_nothingReachesAForeignServer_data();
    void S5_nothingReachesAForeignServer();
    void S5_aRedirectOfTheFirstLoadIsRefused();
    void S5_aForeignLinkIsAskedForTheSystemBrowser();
    void S5_agentsAreForTheErapor();
    void S5_socketsPastTheGatesAreClosed();
};

void TestPaneHosts::S5_nothingReachesAForeignServer_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("image") << u"<img src='FOREIGN/i'>"_s;
    QTest::newRow("style") << u"<link rel=stylesheet href='FOREIGN/s'>"_s;
    QTest::newRow("script") << u"<script src='FOREIGN/j'></script>"_s;
    QTest::newRow("icon") << u"<link rel=icon href='FOREIGN/icon'>"_s;
    QTest::newRow("prefetch") << u"<link rel=prefetch href='FOREIGN/p'>"_s;
    QTest::newRow("inner frame") << u"<iframe src='FOREIGN/f'></iframe>"_s;
    QTest::newRow("inner frame of an inner frame")
        << u"<iframe srcdoc=\"<iframe src='FOREIGN/f'></iframe>\"></iframe>"_s;
    QTest::newRow("object") << u"<object data='FOREIGN/o'></object><embed src='FOREIGN/e'>"_s;
    QTest::newRow("fetch") << u"<script>fetch('FOREIGN/x',{mode:'no-cors'}).catch(()=>0)</script>"_s;
    QTest::newRow("beacon") << u"<script>navigator.sendBeacon('FOREIGN/b','x')</script>"_s;
    QTest::newRow("socket") << u"<script>new WebSocket('FOREIGN/w'.replace('http','ws'))</script>"_s;
    QTest::newRow("event source") << u"<script>new EventSource('FOREIGN/es')</script>"_s;
    QTest::newRow("worker")
        << u"<script>wait=true;w=new Worker(URL.createObjectURL(new Blob([\"fetch('FOREIGN/k',"
           "{mode:'no-cors'}).catch(()=>0).then(()=>postMessage(1))\"])));"
           "w.onmessage=()=>wait=false</script>"_s;
    QTest::newRow("form post")
        << u"<form method=post action='FOREIGN/fp'><input name=a></form><script>document.forms[0].submit()</script>"_s;
    QTest::newRow("location") << u"<script>location.href='FOREIGN/l'</script>"_s;
    QTest::newRow("refresh") << u"<meta http-equiv=refresh content='0;url=FOREIGN/m'>"_s;
    QTest::newRow("window.open") << u"<script>window.open('FOREIGN/wo')</script>"_s;
    QTest::newRow("redirect") << u"<script>location.href='/redirect'</script>"_s;
    QTest::newRow("inner frame, redirect") << u"<iframe src=/redirect></iframe>"_s;
    QTest::newRow("other spelling of the host") << u"<img src='http://2130706433:PORT/h'>"
                                                   "<img src='http://0x7f.1:PORT/h'>"
                                                   "<img src='http://[::ffff:127.0.0.1]:PORT/h'>"
                                                   "<iframe src='http://127.1:PORT/h'></iframe>"_s;
    QTest::newRow("name before an at sign") << u"<img src='http://127.0.0.1@FOREIGNHOST/u'>"
                                               "<iframe src='http://127.0.0.1@FOREIGNHOST/u'></iframe>"_s;
}

void TestPaneHosts::S5_nothingReachesAForeignServer()
{
    QFETCH(QString, way);
    HttpServer server;
    HttpServer foreign;
    foreign.setFallback([](const HttpServerRequest&) { return html(u"fremd"_s); });
    const QUrl origin = foreign.url(u"localhost"_s, {});
    way.replace(u"FOREIGNHOST"_s, origin.authority());
    way.replace(u"FOREIGN"_s, u"http://"_s + origin.authority());
    way.replace(u"PORT"_s, QString::number(foreign.port()));
    server.route("/x", html(way));
    server.route("/after", html(u"sonra"_s));
    server.route("/redirect", HttpServerReply::redirect(foreign.url(u"localhost"_s, u"/r"_s)));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    QTRY_VERIFY(!pane.evaluate(u"!!window.wait"_s).toBool());
    // Two round trips of the page after its load: what it asked for before has been judged and sent by then.
    for (int round = 1; round <= 2; ++round) {
        pane.evaluate(u"fetch('/after?%1').catch(()=>0)"_s.arg(round));
        QTRY_COMPARE(server.count("/after"), round);
    }
    QCOMPARE(foreign.count(), 0);
    QVERIFY(pane.browserAsked.isEmpty()); // nobody clicked
    QVERIFY(!pane.text().contains(u"fremd"));
}

void TestPaneHosts::S5_aRedirectOfTheFirstLoadIsRefused()
{
    HttpServer server;
    HttpServer foreign;
    foreign.setFallback([](const HttpServerRequest&) { return html(u"fremd"_s); });
    server.route(formPath, HttpServerReply::redirect(foreign.url(u"localhost"_s, u"/r"_s)));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), formOf(server, patientA)));
    QCOMPARE(pane.failed.count(), 1);
    QCOMPARE(pane.lastError().kind, ErrorKind::BadReply);
    QCOMPARE(pane.lastError().step, u"page refused"_s);
    QCOMPARE(pane.lastError().host, u"localhost"_s);
    QCOMPARE(foreign.count(), 0);
}

void TestPaneHosts::S5_aForeignLinkIsAskedForTheSystemBrowser()
{
    HttpServer server;
    HttpServer foreign;
    const QUrl there = foreign.url(u"localhost"_s, u"/hilfe"_s);
    server.route(
        "/x", html(u"<p><a id=go href='%1'>Hilfe</a><p><a id=blank target=_blank href='%1'>Hilfe</a>"_s.arg(
                  there.toString())));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.browserAsked.count(), 1);
    QCOMPARE(pane.browserAsked.first().at(0).toUrl(), there);
    QVERIFY(pane.click(u"#blank"_s));
    QTRY_COMPARE(pane.browserAsked.count(), 2);
    QCOMPARE(pane.failed.count(), 0);
    QCOMPARE(foreign.count(), 0);
}

void TestPaneHosts::S5_agentsAreForTheErapor()
{
    HttpServer server;
    HttpServer agent;
    HttpServer other;
    agent.setFallback([](const HttpServerRequest&) { return HttpServerReply::json("{}"); });
    const QString ask = u"<script>fetch('%1',{mode:'no-cors'}).catch(()=>0)</script>"_s.arg(
        agent.url(u"localhost"_s, u"/sign"_s).toString());
    server.route("/x", html(ask));
    server.route("/framing", html(u"<iframe src='%1'></iframe>"_s.arg(other.url(u"/inner"_s).toString())));
    other.route("/inner", html(ask + u"<script>fetch('/done')</script>"_s));
    const NavigationRules rules =
        rulesFor(server.url(), {}, {{u"web/agentPorts"_s, u"%1,%2"_s.arg(agent.port()).arg(other.port())}});
    Pane pane;
    QVERIFY(pane.openAndWait(rules, server.url(u"/x"_s)));
    QTRY_COMPARE(agent.count("/sign"), 1);
    // A frame inside the e-Rapor's page is not the e-Rapor.
    QVERIFY(pane.openAndWait(rules, server.url(u"/framing"_s)));
    QTRY_COMPARE(other.count("/inner"), 1);
    server.route("/after", html(u"sonra"_s));
    for (int round = 1; round <= 2; ++round) {
        pane.evaluate(u"fetch('/after?%1').catch(()=>0)"_s.arg(round));
        QTRY_COMPARE(server.count("/after"), round);
    }
    QCOMPARE(agent.count("/sign"), 1);
}

void TestPaneHosts::S5_socketsPastTheGatesAreClosed()
{
    HttpServer server;
    server.route(formPath, html(u"<iframe id=own srcdoc='<p>inner</p>'></iframe>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), formOf(server, patientA)));
    for (const QString& name : {u"RTCPeerConnection"_s, u"webkitRTCPeerConnection"_s, u"WebTransport"_s}) {
        QCOMPARE(pane.evaluate(u"typeof window."_s + name).toString(), u"undefined"_s);
        QCOMPARE(pane.evaluate(u"typeof document.getElementById('own').contentWindow."_s + name).toString(),
                 u"undefined"_s);
        QCOMPARE(pane.evaluate(u"(() => { const made = document.createElement('iframe'); "
                               "document.body.append(made); return typeof made.contentWindow."_s +
                               name + u"; })()"_s)
                     .toString(),
                 u"undefined"_s);
    }
}

QTEST_MAIN(TestPaneHosts)
#include "tst_pane_hosts.moc"
