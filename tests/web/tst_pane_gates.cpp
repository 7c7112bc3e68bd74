#include "web/pane.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;
using Notice = IsolatedPage::Notice;

namespace {
constexpr auto formPath = "/healthstatusweb/singledoctor/createreport";

/// xdg-mime and xdg-open as real programs of a folder of our own: one scheme has a program, what is opened is
/// written down.
class Programs
{
public:
    explicit Programs(const QString& schemeWithProgram)
    {
        write(u"xdg-mime"_s, "[ \"$3\" = x-scheme-handler/" + schemeWithProgram.toUtf8() +
                                 " ] && echo imza.desktop\nexit 0\n");
        write(u"xdg-open"_s,
              "for a in \"$@\"; do printf '%s\\n' \"$a\" >> '" + m_opened.toUtf8() + "'; done\n");
        m_path = qgetenv("PATH");
        qputenv("PATH", m_folder.path().toUtf8() + ":" + m_path);
    }
    ~Programs() { qputenv("PATH", m_path); }
    Programs(const Programs&) = delete;
    Programs& operator=(const Programs&) = delete;

    [[nodiscard]] QStringList opened() const
    {
        QFile file(m_opened);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    }

private:
    void write(const QString& name, const QByteArray& script)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no program could be written");
        file.write("#!/bin/sh\n" + script);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    QTemporaryDir m_folder;
    QString m_opened = m_folder.filePath(u"opened"_s);
    QByteArray m_path;
};

const QMap<QString, QString> signing{{u"web/externalSchemes"_s, u"hekim-imza"_s}};
} // namespace

/// The gates of the pane, with real pages that try to get through (rules P1, S5, S6).
class TestPaneGates : public QObject
{
    Q_OBJECT

private slots:
    void P1_anotherPatientIsRefused_data();
    void P1_anotherPatientIsRefused();
    void P1_aPageThatTurnsToAnotherPatientIsTakenAway();
    void P1_theSamePatientMayBeLoadedAgain();
    void P1_aPageOfNoPatientAsksForTheTab();
    void S5_nothingReachesAForeignServer_data();
    void S5_nothingReachesAForeignServer();
    void S5_aRedirectOfTheFirstLoadIsRefused();
    void S5_aForeignLinkIsAskedForTheSystemBrowser();
    void S5_agentsAreForTheErapor();
    void S5_socketsPastTheGatesAreClosed();
    void S6_aListedProgramStartsAfterAClick();
    void S6_anUnlistedProgramDoesNotStart();
    void S6_aScriptStartsNothing_data();
    void S6_aScriptStartsNothing();
    void S6_oneClickStartsOneProgram();
    void S6_aMissingProgramIsToldSo();
    void addressesOfTheEngineAreRefused_data();
    void addressesOfTheEngineAreRefused();
    void permissionsAreDenied();
};

void TestPaneGates::P1_anotherPatientIsRefused_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("link") << u"<a id=go href='FORM'>B</a>"_s;
    QTest::newRow("link, other spelling")
        << u"<a id=go href='/healthstatusweb/SingleDoctor/CreateReport?PATIENTID=17291716060'>B</a>"_s;
    QTest::newRow("link, encoded name")
        << u"<a id=go href='/healthstatusweb/singledoctor/createreport?p%61tientId=17291716060'>B</a>"_s;
    QTest::newRow("script") << u"<button id=go onclick=\"location.href='FORM'\">B</button>"_s;
    QTest::newRow("form")
        << u"<form action=/healthstatusweb/singledoctor/createreport>"
           "<input type=hidden name=patientId value=17291716060><button id=go>B</button></form>"_s;
    QTest::newRow("redirect") << u"<a id=go href=/redirect>B</a>"_s;
    QTest::newRow("inner frame")
        << u"<button id=go onclick=\"f.src='FORM'\">B</button><iframe id=f></iframe>"_s;
    QTest::newRow("inner frame, redirect")
        << u"<button id=go onclick=\"f.src='/redirect'\">B</button><iframe id=f></iframe>"_s;
    QTest::newRow("fetch")
        << u"<button id=go onclick=\"fetch('FORM').then(r=>r.text()).then(t=>document.body.innerText=t)\">B</button>"_s;
    QTest::newRow("object") << u"<button id=go onclick=\"o.data='FORM'\">B</button><object id=o></object>"_s;
    QTest::newRow("pop-up") << u"<a id=go target=_blank href='FORM'>B</a>"_s;
}

void TestPaneGates::P1_anotherPatientIsRefused()
{
    QFETCH(QString, way);
    HttpServer server;
    const QUrl other = formOf(server, patientB);
    server.route(formPath, [&](const HttpServerRequest& request) {
        return request.target.contains(patientB.toUtf8())
                   ? html(u"Hasta B"_s)
                   : html(QString(way).replace(u"FORM"_s, other.toString()));
    });
    server.route("/redirect", HttpServerReply::redirect(other));
    server.route("/after", html(u"sonra"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), formOf(server, patientA)));
    QCOMPARE(pane.loaded.count(), 1);
    QVERIFY(pane.click(u"#go"_s));
    const QByteArray tag = QTest::currentDataTag();
    if (tag == "fetch" || tag == "object") {
        // Told to nobody: a page's own requests that are cut would flood the message bar.
        QVERIFY(QTest::qWaitFor([&] { return pane.evaluate(u"true"_s).toBool(); }));
    } else {
        QTRY_VERIFY(pane.notices.count() > 0);
        QVERIFY(pane.noticed(Notice::OtherPatientRefused) + pane.noticed(Notice::AddressRefused) > 0);
    }
    // Another request over the same connection pool, so that what was on its way has arrived.
    pane.evaluate(u"fetch('/after').catch(()=>0)"_s);
    QTRY_COMPARE(server.count("/after"), 1);
    for (const HttpServerRequest& request : server.requests(formPath))
        QVERIFY(!request.target.contains(patientB.toUtf8()));
    QVERIFY(!pane.text().contains(u"Hasta B"));
    QCOMPARE(pane.failed.count(), 0); // the page stays as it stands
}

void TestPaneGates::P1_aPageThatTurnsToAnotherPatientIsTakenAway()
{
    HttpServer server;
    const QUrl other = formOf(server, patientB);
    server.route(
        formPath,
        html(u"<button id=go onclick=\"document.body.innerText='Hasta B'; history.pushState({},'','%1')\">"
             "B</button>"_s.arg(other.toString())));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), formOf(server, patientA)));
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.failed.count(), 1);
    QCOMPARE(pane.lastError().kind, ErrorKind::BadReply);
    QCOMPARE(pane.noticed(Notice::OtherPatientRefused), 1);
    QTRY_COMPARE(pane.view()->url(), QUrl(u"about:blank"_s));
    QTRY_VERIFY(!pane.text().contains(u"Hasta B"));
}

void TestPaneGates::P1_theSamePatientMayBeLoadedAgain()
{
    HttpServer server;
    server.route(formPath, html(u"<a id=go href='%1'>A</a>"_s.arg(formOf(server, patientA).toString())));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), formOf(server, patientA)));
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.loaded.count(), 2);
    QCOMPARE(server.count(formPath), 2);
    QCOMPARE(pane.notices.count(), 0);
}

void TestPaneGates::P1_aPageOfNoPatientAsksForTheTab()
{
    HttpServer server;
    const QUrl form = formOf(server, patientB);
    server.route("/mine", html(u"<a id=go href='%1'>B</a>"_s.arg(form.toString())));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/mine"_s)));
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.patientAsked.count(), 1);
    QCOMPARE(pane.patientAsked.first().at(0).toString(), patientB);
    QCOMPARE(pane.patientAsked.first().at(1).toUrl(), form);
    QCOMPARE(server.count(formPath), 0);
    QCOMPARE(pane.failed.count(), 0);
}

void TestPaneGates::S5_nothingReachesAForeignServer_data()
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

void TestPaneGates::S5_nothingReachesAForeignServer()
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

void TestPaneGates::S5_aRedirectOfTheFirstLoadIsRefused()
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

void TestPaneGates::S5_aForeignLinkIsAskedForTheSystemBrowser()
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

void TestPaneGates::S5_agentsAreForTheErapor()
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

void TestPaneGates::S5_socketsPastTheGatesAreClosed()
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

void TestPaneGates::S6_aListedProgramStartsAfterAClick()
{
    const Programs programs(u"hekim-imza"_s);
    const QString link = u"hekim-imza:sign?doc=1&name=%C5%9E%20x;$(touch%20y)%27"_s;
    HttpServer server;
    server.route("/x",
                 html(u"<a id=go href=\"%1\">Imzala</a>"_s.arg(QString(link).replace(u'&', u"&amp;"_s))));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), {}, signing), server.url(u"/x"_s)));
    QVERIFY(pane.click(u"#go"_s));
    QVERIFY(pane.letProgramStart());
    QTRY_COMPARE(programs.opened(), QStringList{link});
    QCOMPARE(pane.notices.count(), 0);
    QCOMPARE(pane.failed.count(), 0);
}

void TestPaneGates::S6_anUnlistedProgramDoesNotStart()
{
    const Programs programs(u"baska"_s);
    HttpServer server;
    server.route(
        "/x", html(u"<p><a id=go href='baska:1'>x</a><p><a id=blank target=_blank href='baska:1'>y</a>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), {}, signing), server.url(u"/x"_s)));
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.noticed(Notice::ProgramNotListed), 1);
    QCOMPARE(pane.subjectOf(Notice::ProgramNotListed), u"baska"_s);
    QVERIFY(pane.click(u"#blank"_s));
    QTRY_COMPARE(pane.noticed(Notice::ProgramNotListed), 2);
    QCOMPARE(programs.opened(), QStringList());
}

void TestPaneGates::S6_aScriptStartsNothing_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("location") << u"<script>location.href='hekim-imza:1'</script>"_s;
    QTest::newRow("scripted click") << u"<a id=a href='hekim-imza:1'>x</a><script>a.click()</script>"_s;
    QTest::newRow("scripted events")
        << u"<a id=a href='hekim-imza:1'>x</a><script>for(const t of ['mousedown','mouseup','click'])"
           "a.dispatchEvent(new MouseEvent(t,{bubbles:true}))</script>"_s;
    QTest::newRow("inner frame") << u"<iframe src='hekim-imza:1'></iframe>"_s;
    QTest::newRow("window.open") << u"<script>window.open('hekim-imza:1')</script>"_s;
    QTest::newRow("refresh") << u"<meta http-equiv=refresh content='0;url=hekim-imza:1'>"_s;
    QTest::newRow("redirect") << u"<script>location.href='/redirect'</script>"_s;
}

void TestPaneGates::S6_aScriptStartsNothing()
{
    QFETCH(QString, way);
    const Programs programs(u"hekim-imza"_s);
    HttpServer server;
    server.route("/x", html(way));
    server.route("/redirect", HttpServerReply::redirect(QUrl(u"hekim-imza:1"_s)));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), {}, signing), server.url(u"/x"_s)));
    QTRY_COMPARE(pane.noticed(Notice::ProgramNeedsClick), 1);
    // The same page then starts it by a real click, so that what it tried before would have been written down
    // too.
    pane.evaluate(u"document.body.innerHTML='<a id=go href=hekim-imza:2>x</a>'"_s);
    QVERIFY(pane.click(u"#go"_s));
    QVERIFY(pane.letProgramStart());
    QTRY_COMPARE(programs.opened(), QStringList{u"hekim-imza:2"_s});
}

void TestPaneGates::S6_oneClickStartsOneProgram()
{
    const Programs programs(u"hekim-imza"_s);
    HttpServer server;
    server.route("/x", html(u"<button id=go onclick=\"location.href='hekim-imza:1';"
                            "setTimeout(()=>location.href='hekim-imza:2',50)\">x</button>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), {}, signing), server.url(u"/x"_s)));
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.noticed(Notice::ProgramNeedsClick), 1);
    QVERIFY(pane.letProgramStart());
    QTRY_COMPARE(programs.opened(), QStringList{u"hekim-imza:1"_s});
    QVERIFY(pane.programAsked.isEmpty());
}

void TestPaneGates::S6_aMissingProgramIsToldSo()
{
    const Programs programs(u"baska"_s);
    HttpServer server;
    server.route("/x", html(u"<a id=go href='hekim-imza:1'>x</a>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), {}, signing), server.url(u"/x"_s)));
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.noticed(Notice::ProgramMissing), 1);
    QCOMPARE(pane.subjectOf(Notice::ProgramMissing), u"hekim-imza"_s);
    QCOMPARE(programs.opened(), QStringList());
}

void TestPaneGates::addressesOfTheEngineAreRefused_data()
{
    QTest::addColumn<QString>("address");
    for (const char* address :
         {"file:///etc/passwd", "chrome://version", "chrome://crash", "view-source:http://127.0.0.1", "qrc:/",
          "data:text/html,x", "devtools://devtools/bundled/inspector.html"})
        QTest::newRow(address) << QString::fromLatin1(address);
}

void TestPaneGates::addressesOfTheEngineAreRefused()
{
    QFETCH(QString, address);
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(QUrl(u"http://127.0.0.1:1"_s)), QUrl(address)));
    QCOMPARE(pane.loaded.count(), 0);
    QCOMPARE(pane.failed.count(), 1);
    QCOMPARE(pane.lastError().step, u"page refused"_s);
    QVERIFY(pane.text().isEmpty());
    QVERIFY(pane.text().isEmpty()); // two round trips later nothing has followed
    QCOMPARE(pane.failed.count(), 1);
    QVERIFY(!pane.page->isLoading());
}

void TestPaneGates::permissionsAreDenied()
{
    HttpServer server;
    server.route("/x", html(u"<script>navigator.geolocation.getCurrentPosition(()=>document.title='ja',"
                            "()=>document.title='nein')</script>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    QTRY_COMPARE(pane.view()->title(), u"nein"_s);
    QCOMPARE(pane.noticed(Notice::PermissionDenied), 1);
}

QTEST_MAIN(TestPaneGates)
#include "tst_pane_gates.moc"
