#include "browser/pane.h"

#include <QTcpServer>
#include <QTest>
#include <QUdpSocket>

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
    void S5_noConnectionIsMadeAhead_data();
    void S5_noConnectionIsMadeAhead();
    void S5_nothingReachesAForeignServer_data();
    void S5_nothingReachesAForeignServer();
    void S5_aRedirectOfTheFirstLoadIsRefused();
    void S5_aForeignLinkIsAskedForTheSystemBrowser();
    void S5_agentsAreForTheErapor();
    void S5_socketsPastTheGatesAreClosed();
    void S5_nothingIsSentPastTheGates_data();
    void S5_nothingIsSentPastTheGates();
    void S3_otherOriginsGetTheOriginAtMost_data();
    void S3_otherOriginsGetTheOriginAtMost();
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
    QVERIFY(pane.browserAsked.isEmpty()); // there was no click
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
    QCOMPARE(pane.lastError().step, Step::PageRefused);
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

void TestPaneHosts::S5_nothingIsSentPastTheGates_data()
{
    QTest::addColumn<QString>("way");
    // Where the first switch is unknown (6.11.2) the interface is there, and this fails.
    QTest::newRow("WebTransport of a worker")
        << u"new Worker(URL.createObjectURL(new Blob([`try{new WebTransport('https://127.0.0.1:PORT/').ready"
           ".then(()=>postMessage(1),()=>postMessage(1))}catch(e){postMessage(1)}`]))).onmessage=done"_s;
    // The window of a frame is there before any script of ours has run in it.
    QTest::newRow("a peer connection of a frame")
        << u"document.body.append(document.createElement('iframe'));const w=window[window.length-1];"
           "self.kept=new w.RTCPeerConnection({iceServers:[{urls:'stun:127.0.0.1:PORT'},"
           "{urls:'turn:127.0.0.1:PORT',username:'a',credential:'b'}]});kept.createDataChannel('x');"
           "kept.onicegatheringstatechange=()=>{if(kept.iceGatheringState=='complete')done()};"
           "kept.createOffer().then(o=>kept.setLocalDescription(o))"_s;
}

void TestPaneHosts::S5_nothingIsSentPastTheGates()
{
    QFETCH(QString, way);
    QUdpSocket listener;
    QVERIFY(listener.bind(QHostAddress::LocalHost));
    HttpServer server;
    server.route("/x",
                 html(u"<script>const done=()=>document.title='done';try{%1}catch(e){done()}</script>"_s.arg(
                     way.replace(u"PORT"_s, QString::number(listener.localPort())))));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(pane.view()->title() == u"done" || listener.hasPendingDatagrams(), 20000);
    QVERIFY(!listener.hasPendingDatagrams());
}

void TestPaneHosts::S3_otherOriginsGetTheOriginAtMost_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("meta");
    QTest::newRow("no policy") << QByteArray() << QString();
    for (const char* policy : {"unsafe-url", "no-referrer-when-downgrade"}) {
        QTest::addRow("meta %s", policy) << QByteArray() << QString::fromLatin1(policy);
        QTest::addRow("header %s", policy) << QByteArray(policy) << QString();
    }
}

void TestPaneHosts::S3_otherOriginsGetTheOriginAtMost()
{
    QFETCH(QByteArray, header);
    QFETCH(QString, meta);
    HttpServer server;
    HttpServer other; // of the environment
    HttpServer agent;
    const HttpServerReply telling =
        html(u"<script>if(top==self)fetch('/seen?'+encodeURIComponent(document.referrer));"
             "else top.postMessage('seen '+document.referrer,'*')</script>"_s);
    other.setFallback([telling](const HttpServerRequest&) { return telling; });
    agent.setFallback([telling](const HttpServerRequest&) { return telling; });
    server.route("/redirect", HttpServerReply::redirect(other.url(u"/redirected"_s)));
    server.route("/worker.js", [&](const HttpServerRequest&) {
        HttpServerReply reply = HttpServerReply::text("fetch('" + other.url(u"/of-worker"_s).toEncoded() +
                                                      "',{mode:'no-cors',referrerPolicy:'unsafe-url'})");
        reply.contentType = "text/javascript";
        reply.headers = {{"Referrer-Policy", "unsafe-url"}};
        return reply;
    });
    const QString all =
        u"<meta name=referrer content='%1'><a id=go href='OTHER/left' referrerpolicy=unsafe-url>go</a>"
        "<iframe src=OTHER/frame referrerpolicy=unsafe-url></iframe><iframe src=AGENT/frame></iframe>"
        "<iframe src=/redirect referrerpolicy=unsafe-url></iframe><img src=OTHER/image "
        "referrerpolicy=unsafe-url>"
        "<link rel=stylesheet href=OTHER/style referrerpolicy=unsafe-url>"
        "<iframe srcdoc=\"<meta name=referrer content=unsafe-url><iframe "
        "src=OTHER/of-frame></iframe>\"></iframe>"
        "<iframe name=in></iframe><form method=post target=in action=OTHER/form></form><script>"
        "var seen=[];addEventListener('message',e=>{if((''+e.data).startsWith('seen'))seen.push(e.data)});"
        "document.forms[0].submit();"
        "for(const to of "
        "['OTHER/fetch','AGENT/fetch'])fetch(to,{mode:'no-cors',referrerPolicy:'unsafe-url'});"
        "fetch('OTHER/named',{mode:'no-cors',referrer:location.href,referrerPolicy:'unsafe-url'});"
        "navigator.sendBeacon('OTHER/beacon','x');new "
        "EventSource('OTHER/events').onerror=e=>e.target.close();"
        "new Worker('/worker.js');</script>"_s.arg(meta)
            .replace(u"OTHER"_s, other.url().toString(QUrl::StripTrailingSlash))
            .replace(u"AGENT"_s, agent.url().toString(QUrl::StripTrailingSlash));
    server.route(formPath, [&](const HttpServerRequest&) {
        HttpServerReply reply = html(all);
        if (!header.isEmpty())
            reply.headers = {{"Referrer-Policy", header}};
        return reply;
    });
    Pane pane;
    const NavigationRules rules = rulesFor(server.url(), patientA,
                                           {{u"web/agentPorts"_s, QString::number(agent.port())},
                                            {u"endpoints/viewer"_s, other.url().toString()}});
    QVERIFY(pane.openAndWait(rules, formOf(server, patientA)));
    for (const char* path : {"/frame", "/redirected", "/image", "/style", "/of-frame", "/form", "/fetch",
                             "/named", "/beacon", "/events", "/of-worker"})
        QTRY_VERIFY2(other.count(path) > 0, path);
    QVERIFY(agent.count("/fetch") > 0);
    QTRY_COMPARE(pane.evaluate(u"seen.length"_s).toInt(), 5); // of the five frames
    QString seen = pane.evaluate(u"seen.join()"_s).toString();
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(other.count("/left"), 1);
    QTRY_COMPARE(other.count("/seen"), 1);
    QVERIFY2(!seen.contains(u"token-of-the-test") && !seen.contains(patientA), qPrintable(seen));
    for (const HttpServerRequest& request : other.requests() + agent.requests()) {
        const QByteArray told =
            request.header("Referer") + ' ' + QByteArray::fromPercentEncoding(request.target);
        QVERIFY2(!told.contains("token-of-the-test") && !told.contains(patientA.toUtf8()), told.constData());
    }
}

void TestPaneHosts::S5_noConnectionIsMadeAhead_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("preconnect") << u"<link rel=preconnect href='FOREIGN'>"_s;
    QTest::newRow("preconnect with credentials") << u"<link rel=preconnect crossorigin href='FOREIGN'>"_s;
    QTest::newRow("by a script") << u"<script>const l=document.createElement('link');l.rel='preconnect';"
                                    "l.href='FOREIGN';document.head.append(l)</script>"_s;
    QTest::newRow("dns-prefetch") << u"<meta http-equiv=x-dns-prefetch-control content=on>"
                                     "<link rel=dns-prefetch href='FOREIGN'><a href='FOREIGN'>x</a>"_s;
    QTest::newRow("prefetch") << u"<link rel=prefetch href='FOREIGN'><link rel=prerender href='FOREIGN'>"_s;
    QTest::newRow("speculation rules")
        << u"<script type=speculationrules>{\"prefetch\":[{\"source\":\"list\",\"urls\":[\"FOREIGN\"]}],"
           "\"prerender\":[{\"source\":\"list\",\"urls\":[\"FOREIGN\"]}]}</script>"_s;
    QTest::newRow("header") << u"HEADER"_s;
}

void TestPaneHosts::S5_noConnectionIsMadeAhead()
{
    QFETCH(QString, way);
    QTcpServer foreign; // takes connections that ask for nothing
    QVERIFY(foreign.listen(QHostAddress::LocalHost));
    int connections = 0;
    connect(&foreign, &QTcpServer::newConnection, this, [&connections] { ++connections; });
    const QString origin = u"http://localhost:%1/"_s.arg(foreign.serverPort());
    HttpServer server;
    HttpServerReply reply = html(QString(way).replace(u"FOREIGN"_s, origin));
    if (way == u"HEADER")
        reply.headers = {{"Link", "<" + origin.toLatin1() + ">; rel=preconnect"}};
    server.route("/x", reply);
    server.route("/after", html(u"sonra"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    for (int round = 1; round <= 3; ++round) {
        pane.evaluate(u"fetch('/after?%1').catch(()=>0)"_s.arg(round));
        QTRY_COMPARE(server.count("/after"), round);
    }
    // Seen with 6.11; beyond this computer PagesGate judges it.
    if (connections > 0 && (way.contains(u"preconnect") || way == u"HEADER") &&
        !QByteArray(qWebEngineVersion()).startsWith("6.4."))
        QSKIP("this engine connects ahead, past all gates");
    QCOMPARE(connections, 0);
}

QTEST_MAIN(TestPaneHosts)
#include "tst_pane_hosts.moc"
