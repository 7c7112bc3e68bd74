#include "browser/dialoganswerer.h"
#include "browser/pane.h"

#include <QTest>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;
using Notice = Gatekeeper::Notice;

namespace {
constexpr auto formPath = "/healthstatusweb/singledoctor/createreport";
} // namespace

/// The gates of the pane, with real pages that try to get through to another patient (rule P1), to the
/// engine's own addresses or to what a page may ask the user for.
class TestPaneGates : public QObject
{
    Q_OBJECT

private slots:
    void P1_anotherPatientIsRefused_data();
    void P1_anotherPatientIsRefused();
    void P1_aPageThatTurnsToAnotherPatientIsTakenAway();
    void P1_theSamePatientMayBeLoadedAgain();
    void P1_aFormForAnotherPatientIsRefused_data();
    void P1_aFormForAnotherPatientIsRefused();
    void P1_aDocumentOfAnotherPatientIsTakenAway_data();
    void P1_aDocumentOfAnotherPatientIsTakenAway();
    void P1_whatTheUserTypesIsNotTakenAway();
    void P1_thePatientsOwnFormIsSent();
    void P1_aRefusalEndsWithItsForm();
    void P1_aFormThatIsHeldUpIsRefused_data();
    void P1_aFormThatIsHeldUpIsRefused();
    void P1_aFormOfAWindowIsRefusedBehindANewDocument();
    void P1_aFrameWithoutScriptsSendsNoOtherPatient_data();
    void P1_aFrameWithoutScriptsSendsNoOtherPatient();
    void S5_aFrameWithoutScriptsReachesNoAgent_data();
    void S5_aFrameWithoutScriptsReachesNoAgent();
    void P1_aPageOfNoPatientAsksForTheTab();
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
        << u"<form action=/healthstatusweb/singledoctor/createreport onformdata=\"i.value=''\"><input "
           "name=patientId id=i>"
           "<button id=go onclick=\"i.value='17291716060'\">B</button></form>"_s;
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
        // Not told: a page's own requests that are cut would flood the message bar.
        QVERIFY(until([&] { return pane.evaluate(u"true"_s).toBool(); }));
    } else {
        QTRY_VERIFY(pane.notices.count() > 0);
        QTRY_VERIFY(pane.noticed(Notice::OtherPatientRefused) + pane.noticed(Notice::AddressRefused) > 0);
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
    QTRY_COMPARE(pane.noticed(Notice::OtherPatientRefused), 1);
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

void TestPaneGates::P1_aFormForAnotherPatientIsRefused_data()
{
    QTest::addColumn<QString>("way");
    // As a field for a search has it: the document itself names no patient before the button is pressed, nor
    // when the form is on its way.
    const QString form =
        u"<form id=f method=post action=%1 onformdata=\"i.value=''\" ATTRIBUTES><input id=i "
        u"name=patientId><button id=go "
        "onclick=\"i.value='17291716060';SCRIPT\">B</button></form>"_s.arg(QLatin1String(formPath));
    const auto row = [&form](const char* name, const QString& attributes, const QString& script,
                             const QString& more = {}) {
        QTest::newRow(name)
            << QString(form).replace(u"ATTRIBUTES"_s, attributes).replace(u"SCRIPT"_s, script) + more;
    };
    row("button", {}, {});
    row("script", {}, u"event.preventDefault();f.submit()"_s);
    row("script, as a button does", {}, u"event.preventDefault();f.requestSubmit()"_s);
    row("a frame's script", {},
        u"event.preventDefault();document.body.append(document.createElement('iframe'));"
        "window[window.length-1].HTMLFormElement.prototype.submit.call(f)"_s);
    row("multipart", u"enctype=multipart/form-data"_s, {});
    row("plain text", u"enctype=text/plain"_s, {});
    row("other spelling", {}, {}, u"<script>i.name='PATIENTID'</script>"_s);
    row("inner frame", u"target=in"_s, {}, u"<iframe name=in></iframe>"_s);
    row("new window", u"target=_blank"_s, {});
    row("an address of the button's own", u"action=/nowhere"_s,
        u"event.target.formAction='%1'"_s.arg(QLatin1String(formPath)));
    row("added as it goes", {}, u"i.value=''"_s,
        u"<script>f.addEventListener('formdata',e=>e.formData.append('patientId','17291716060'))</script>"_s);
    for (const QString& stop : {u"stopPropagation"_s, u"stopImmediatePropagation"_s})
        row(qPrintable(stop), {}, u"i.value=''"_s,
            u"<script>f.onformdata=e=>{e.formData.set('patientId','17291716060');e.%1()}</script>"_s.arg(
                stop));
    row("put back behind it", {},
        u"i.value='';event.preventDefault();f.submit();self.d.set('patientId','10000000146')"_s,
        u"<script>f.onformdata=e=>{self.d=e.formData;d.set('patientId','17291716060');"
        "e.stopImmediatePropagation()}</script>"_s);
    row("in a frame that is made for it", {},
        u"i.value='';event.preventDefault();const h=document.createElement('iframe');document.body.append(h);"
        "h.contentDocument.body.append(h.contentDocument.importNode(f,true));const "
        "g=h.contentDocument.forms[0];"
        "g[0].value='17291716060';g.target='_parent';g.submit();g[0].value=''"_s);
    row("a control named as the method", {}, u"i.value=''"_s,
        u"<input form=f "
        u"name=addEventListener><script>f.onformdata=e=>{e.formData.set('patientId','17291716060');"
        "e.stopImmediatePropagation()}</script>"_s);
    row("another form's data after it", {}, u"event.preventDefault();f.submit();new FormData(g)"_s,
        u"<form id=g><input name=patientId value=10000000146></form>"_s);
    row("another frame's data after it", {},
        u"event.preventDefault();f.submit();new h.contentWindow.FormData(h.contentDocument.forms[0])"_s,
        u"<iframe id=h srcdoc='<form><input name=patientId value=10000000146></form>'></iframe>"_s);
    row("in a shadow root", {},
        u"i.value='';event.preventDefault();const "
        u"h=document.createElement('p'),s=h.attachShadow({mode:'open'});"
        "s.append(f.cloneNode(true));document.body.append(h);setTimeout(()=>{const g=s.firstChild;"
        "g[0].value='17291716060';g.submit();g[0].value=''})"_s);
    row("after a document of a script's", {}, {},
        u"<script>if(!self.again){const t=document.documentElement.outerHTML.replace('<script','<!--');"
        "onload=()=>{self.again=1;document.open();document.write(t);document.close()}}</script>"_s);
}

void TestPaneGates::P1_aFormForAnotherPatientIsRefused()
{
    QFETCH(QString, way);
    HttpServer server;
    server.route(formPath, [&](const HttpServerRequest& request) {
        return request.method == "POST" ? html(u"Hasta B"_s) : html(way);
    });
    server.route("/after", html(u"sonra"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), formOf(server, patientA)));
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.noticed(Notice::OtherPatientRefused), 1);
    // Another request over the same connection pool, so that what was on its way has arrived.
    pane.evaluate(u"fetch('/after').catch(()=>0)"_s);
    QTRY_COMPARE(server.count("/after"), 1);
    QCOMPARE(server.count(formPath), 1);
    QCOMPARE(pane.failed.count(), 0); // the page stays as it stands
    QVERIFY(pane.evaluate(u"!!document.getElementById('i')"_s).toBool());
}

void TestPaneGates::P1_aDocumentOfAnotherPatientIsTakenAway_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("the answer to a form that no gate reads")
        << u"<div id=d></div><button id=go onclick=\"const s=d.attachShadow({mode:'closed'});"
           "s.innerHTML='<form method=post action=/other><input name=patientId value=17291716060></form>';"
           "s.firstChild.submit()\">B</button>"_s;
    QTest::newRow("fetched and written")
        << u"<button id=go "
           u"onclick=\"fetch('/other',{method:'POST'}).then(r=>r.text()).then(t=>{document.open();"
           "document.write(t);document.close()})\">B</button>"_s;
    QTest::newRow("fetched and put in")
        << u"<button id=go onclick=\"fetch('/other',{method:'POST'}).then(r=>r.text())"
           ".then(t=>document.body.innerHTML=t)\">B</button>"_s;
    QTest::newRow("inner frame")
        << u"<button id=go onclick=\"f.src='/other'\">B</button><iframe id=f></iframe>"_s;
    QTest::newRow("inner frame, written")
        << u"<button id=go onclick=\"fetch('/other').then(r=>r.text()).then(t=>f.srcdoc=t)\">B</button>"
           "<iframe id=f></iframe>"_s;
    QTest::newRow("inner frame, written into")
        << u"<button id=go "
           u"onclick=\"fetch('/other').then(r=>r.text()).then(t=>f.contentDocument.body.innerHTML=t)\">"
           "B</button><iframe id=f></iframe>"_s;
    QTest::newRow("a field that is filled later")
        << u"<p>Hasta B</p><input type=hidden name=patientId id=h value=10000000146>"
           "<button id=go onclick=\"h.value='17291716060'\">B</button>"_s;
    QTest::newRow("a field filled by a script")
        << u"<p>Hasta B</p><input readonly name=patientId id=h><button id=go "
           u"onclick=\"h.value='17291716060'\">B</button>"_s;
    QTest::newRow("a field to type in that a script fills")
        << u"<p>Hasta B</p><input name=patientId id=h><button id=go onclick=\"h.value='17291716060'\">B</button>"_s;
    QTest::newRow("a field to type in that a script fills in its own spelling")
        << u"<p>Hasta B</p><textarea name=patientId id=h></textarea><button id=go "
           u"onclick=\"h.value='172 917 160 60'\">B</button>"_s;
    QTest::newRow("a field in a frame that a script fills as it makes it")
        << u"<button id=go onclick=\"const h=document.createElement('iframe');document.body.append(h);"
           "h.contentDocument.body.innerHTML='Hasta B<input name=patientId>';"
           "h.contentDocument.querySelector('input').value='17291716060'\">B</button>"_s;
    QTest::newRow("a choice that a script makes")
        << u"<p>Hasta B</p><select name=patientId id=h><option>1<option>17291716060</select>"
           "<button id=go onclick=\"h.value='17291716060'\">B</button>"_s;
    QTest::newRow("choice")
        << u"<button id=go onclick=\"document.body.innerHTML='<p>Hasta B</p><select "
           "name=patientId><option>1<option selected>17291716060</select>'\">B</button>"_s;
    QTest::newRow("text area") << u"<button id=go onclick=\"document.body.innerHTML='<p>Hasta B</p>"
                                  "<textarea name=patientId>17291716060</textarea>'\">B</button>"_s;
    QTest::newRow("button") << u"<button id=go onclick=\"document.body.innerHTML='<p>Hasta B</p>"
                               "<button name=patientId value=17291716060>x</button>'\">B</button>"_s;
    QTest::newRow("shadow root") << u"<p id=d></p><button id=go onclick=\"d.attachShadow({mode:'open'})"
                                    ".innerHTML='Hasta B<input type=hidden name=patientId "
                                    "value=17291716060>'\">B</button>"_s;
    QTest::newRow("shadow root of the document's own")
        << u"<button id=go onclick=\"f.src='/shadow'\">B</button><iframe id=f></iframe>"_s;
    QTest::newRow("the page's own way in its address")
        << u"<button id=go onclick=\"document.body.innerText='Hasta B';"
           "location.hash='/createreport?patientId=17291716060'\">B</button>"_s;
    QTest::newRow("a field that cannot be typed into")
        << u"<button id=go onclick=\"document.body.innerHTML='<p>Hasta B</p>"
           "<input readonly name=PatientId value=17291716060>'\">B</button>"_s;
}

void TestPaneGates::P1_aDocumentOfAnotherPatientIsTakenAway()
{
    QFETCH(QString, way);
    HttpServer server;
    server.route(formPath, html(u"<p>Hasta A</p>"_s + way));
    server.route("/other", html(u"<p>Hasta B</p><form method=post><input type=hidden name=patientId "
                                "value=17291716060></form>"_s));
    server.route("/shadow",
                 html(u"<div><template shadowroot=open shadowrootmode=open>Hasta B<input type=hidden "
                      "name=patientId value=17291716060></template></div>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), formOf(server, patientA)));
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.failed.count(), 1);
    QCOMPARE(pane.lastError().kind, ErrorKind::BadReply);
    QTRY_VERIFY(pane.noticed(Notice::OtherPatientRefused) > 0);
    QTRY_COMPARE(pane.view()->url(), QUrl(u"about:blank"_s));
    QTRY_VERIFY(!pane.text().contains(u"Hasta B"));
}

void TestPaneGates::P1_whatTheUserTypesIsNotTakenAway()
{
    HttpServer server;
    server.route(
        formPath,
        html(u"<input id=i name=patientId><select name=patientId><option>17291716060<option>1</select>"
             "<input id=own name=patientId><script>own.value='100 000 001 46';"
             "i.oninput=()=>setTimeout(()=>i.value=i.value.replace(/(\\d{3})(?=\\d)/g,'$1 '));"
             "let looks=0;setInterval(()=>document.title=++looks,1000)</script>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), formOf(server, patientA)));
    QVERIFY(pane.type(u"#i"_s, patientB));
    QTRY_COMPARE(pane.evaluate(u"i.value.replace(/ /g,'')"_s).toString(), patientB);
    // A second, and another one: the page is looked at as often.
    const int looks = pane.view()->title().toInt();
    QTRY_VERIFY(pane.view()->title().toInt() >= looks + 3);
    QCOMPARE(pane.failed.count(), 0);
    QCOMPARE(pane.notices.count(), 0);
}

void TestPaneGates::P1_thePatientsOwnFormIsSent()
{
    HttpServer server;
    server.route(formPath,
                 html(u"<form method=post><input type=hidden name=patientId value=10000000146>"
                      "<button id=own>A</button></form><form method=post><input id=i name=patientId>"
                      "<button id=other>ara</button></form>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), formOf(server, patientA)));
    // What the doctor types is not what the page shows; it is refused as it goes, and nothing else is after
    // that.
    QVERIFY(pane.type(u"#i"_s, patientB));
    QVERIFY(pane.click(u"#other"_s));
    QTRY_COMPARE(pane.noticed(Notice::OtherPatientRefused), 1);
    QCOMPARE(server.count(formPath), 1);
    for (int sent = 1; sent <= 2; ++sent) {
        QVERIFY(pane.click(u"#own"_s));
        QTRY_COMPARE(pane.loaded.count(), 1 + sent);
        QCOMPARE(server.count(formPath), 1 + sent);
    }
    QCOMPARE(server.requests(formPath).last().body, "patientId=10000000146");
    QCOMPARE(pane.failed.count(), 0);
    QTRY_COMPARE(pane.noticed(Notice::OtherPatientRefused), 1);
}

void TestPaneGates::P1_aRefusalEndsWithItsForm()
{
    HttpServer server;
    server.route(formPath,
                 html(u"<iframe src=/inner></iframe><form method=post><button id=own>A</button></form>"_s));
    server.route("/inner", html(u"<form method=post id=f><input name=patientId id=i></form><script>"
                                "self.send=()=>{i.value='17291716060';f.submit();i.value=''}</script>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), formOf(server, patientA)));
    pane.evaluate(u"frames[0].send()"_s);
    QTRY_COMPARE(pane.noticed(Notice::OtherPatientRefused), 1);
    QVERIFY(pane.click(u"#own"_s)); // in another frame, and without a patient
    QTRY_COMPARE(pane.loaded.count(), 2);
    QCOMPARE(server.count(formPath), 2);
    QCOMPARE(server.count("/inner"), 2);
    QCOMPARE(pane.noticed(Notice::OtherPatientRefused), 1);
}

void TestPaneGates::P1_aFormThatIsHeldUpIsRefused_data()
{
    QTest::addColumn<QString>("first");
    QTest::newRow("behind another of its kind") << patientB;
    QTest::newRow("behind the patient's own") << patientA;
}

// Two forms, and the second waits for the question whether the page may be left: what is told of forms
// meanwhile says nothing about it.
void TestPaneGates::P1_aFormThatIsHeldUpIsRefused()
{
    QFETCH(QString, first);
    HttpServer server;
    server.route(formPath,
                 html(u"<iframe name=in></iframe><form id=own><input name=patientId value=10000000146></form>"
                      "<form id=f method=post action=/first target=in><input name=patientId></form>"
                      "<form id=g method=post action=/second><input name=patientId></form>"
                      "<button id=go onclick=\"send(f,'%1');send(g,'17291716060')\">x</button><script>"
                      "send=(form,id)=>{form[0].value=id;form.submit();form[0].value=''};"
                      "onbeforeunload=e=>{for(const end=Date.now()+1000;Date.now()<end;);new FormData(own);"
                      "e.preventDefault();return e.returnValue='x'}</script>"_s.arg(first)));
    server.route("/second", html(u"x"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), formOf(server, patientA)));
    const DialogAnswerer leaves(pane.dialogs, QMessageBox::AcceptRole);
    QVERIFY(pane.click(u"#go"_s));
    QTRY_VERIFY(pane.noticed(Notice::OtherPatientRefused) == 2 || pane.loaded.count() == 2);
    QCOMPARE(leaves.count, 1);
    for (const HttpServerRequest& request : server.requests("/second"))
        QVERIFY2(!request.body.contains(patientB.toLatin1()), request.body);
    if (first == patientB)
        QCOMPARE(server.count("/second"), 0);
}

// A window without an opener has a process of its own: new documents come in the page behind it while the
// window still holds up its form.
void TestPaneGates::P1_aFormOfAWindowIsRefusedBehindANewDocument()
{
    HttpServer server;
    server.route(formPath, html(u"<a id=go target=_blank rel=noopener href=/window>x</a>"_s));
    server.route("/window", html(u"<form id=f method=post action=/other><input name=patientId></form>"
                                 "<button id=go onclick=\"f[0].value='baska';f.submit();f[0].value=''\">x"
                                 "</button><script>onbeforeunload=()=>{"
                                 "for(const end=Date.now()+1000;Date.now()<end;);}</script>"_s));
    server.route("/restless", html(u"<script>setTimeout(()=>location.reload(),50)</script>x"_s));
    server.route("/other", html(u"Hasta B"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), formOf(server, patientA)));
    QVERIFY(pane.click(u"#go"_s));
    QVERIFY(pane.turnToChild());
    QVERIFY(pane.takesInput());
    auto* window = pane.windowOpened.first().at(0).value<IsolatedPage*>();
    const QSignalSpy notices(&window->gatekeeper(), &Gatekeeper::notice);
    pane.page->open(pane.page->gatekeeper().rules(), server.url(u"/restless"_s));
    QTRY_VERIFY(pane.loaded.count() > 3);
    QVERIFY(pane.click(u"#go"_s));
    QTRY_VERIFY(notices.count() + server.count("/other") > 0);
    QCOMPARE(server.count("/other"), 0);
    QCOMPARE(notices.first().at(0).value<Notice>(), Notice::OtherPatientRefused);
}

namespace {
/// A frame in the page's upper left corner that may do all but run scripts.
QString frameWithoutScripts(const QString& kind, QString content)
{
    QString source = u"src=/inner"_s;
    if (kind == u"srcdoc")
        source = u"srcdoc=\"%1\""_s.arg(content);
    else if (kind == u"data")
        source = u"src=\"data:text/html,%1\""_s.arg(content.replace(u'%', u"%25"_s));
    return u"<style>body{margin:0}</style><iframe style='width:300px;height:200px' sandbox='allow-forms "
           "allow-popups allow-top-navigation' %1></iframe>"_s.arg(source);
}

const QString all = u"style='position:fixed;inset:0;width:100%;height:100%'"_s;
} // namespace

void TestPaneGates::P1_aFrameWithoutScriptsSendsNoOtherPatient_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("target");
    for (const char* kind : {"srcdoc", "src", "data"}) {
        for (const char* target : {"_self", "_top", "_blank"})
            QTest::addRow("%s, to %s", kind, target)
                << QString::fromLatin1(kind) << QString::fromLatin1(target);
    }
}

void TestPaneGates::P1_aFrameWithoutScriptsSendsNoOtherPatient()
{
    QFETCH(QString, kind);
    QFETCH(QString, target);
    HttpServer server;
    const QString form = u"<form method=post action=%1 target=%2><input name=patientId %3></form>"_s.arg(
        server.url(u"/other"_s).toString(), target, all);
    server.route(formPath, html(frameWithoutScripts(kind, form)));
    server.route("/inner", html(form));
    server.route("/other", html(u"Hasta B"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), formOf(server, patientA)));
    QVERIFY(pane.takesInput());
    QTest::mouseClick(pane.inner(), Qt::LeftButton, {}, QPoint(100, 100));
    QTest::keyClicks(pane.inner(), patientB);
    QTRY_VERIFY(pane.page->touched());
    QTest::keyClick(pane.inner(), Qt::Key_Return);
    QTRY_VERIFY(pane.noticed(Notice::OtherPatientRefused) > 0 || server.count("/other") > 0);
    QCOMPARE(server.count("/other"), 0);
}

void TestPaneGates::S5_aFrameWithoutScriptsReachesNoAgent_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("content");
    const QList<std::pair<const char*, QString>> contents{
        {"form", u"<form method=post action=AGENT><button %1>x</button></form>"_s.arg(all)},
        {"form, sent on", u"<form method=post action=REDIRECT><button %1>x</button></form>"_s.arg(all)},
        {"link", u"<a href=AGENT %1>x</a>"_s.arg(all)},
        {"link, sent on", u"<a href=REDIRECT %1>x</a>"_s.arg(all)},
        {"refresh", u"<meta http-equiv=refresh content='0;url=AGENT'>"_s},
        {"refresh, sent on", u"<meta http-equiv=refresh content='0;url=REDIRECT'>"_s},
        {"parts",
         u"<img src=AGENT><link rel=stylesheet href=AGENT><iframe src=AGENT></iframe><object data=AGENT>"
         "</object><embed src=AGENT><video src=AGENT></video>"_s},
    };
    for (const char* kind : {"srcdoc", "src", "data"}) {
        for (const auto& [name, content] : contents)
            QTest::addRow("%s, %s", name, kind) << QString::fromLatin1(kind) << content;
    }
}

void TestPaneGates::S5_aFrameWithoutScriptsReachesNoAgent()
{
    QFETCH(QString, kind);
    QFETCH(QString, content);
    HttpServer server;
    HttpServer agent;
    content.replace(u"AGENT"_s, agent.url(u"/sign"_s).toString());
    content.replace(u"REDIRECT"_s, server.url(u"/redirect"_s).toString());
    server.route("/x", html(frameWithoutScripts(kind, content)));
    server.route("/inner", html(content));
    server.route("/redirect", HttpServerReply::redirect(agent.url(u"/sign"_s), 307));
    server.route("/after", html(u"sonra"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(
        rulesFor(server.url(), patientA, {{u"web/agentPorts"_s, QString::number(agent.port())}}),
        server.url(u"/x"_s)));
    QVERIFY(pane.takesInput());
    QTest::mouseClick(pane.inner(), Qt::LeftButton, {}, QPoint(100, 100));
    // The engine drops a refresh in a frame without scripts, and tells nothing.
    if (!content.contains(u"refresh"))
        QTRY_VERIFY(pane.noticed(Notice::AddressRefused) > 0 || agent.count() > 0);
    for (int round = 1; round <= 3; ++round) {
        pane.evaluate(u"fetch('/after?%1').catch(()=>0)"_s.arg(round));
        QTRY_COMPARE(server.count("/after"), round);
    }
    QCOMPARE(agent.count(), 0);
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
    QCOMPARE(pane.lastError().step, Step::PageRefused);
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
    QTRY_COMPARE(pane.noticed(Notice::PermissionDenied), 1);
}

QTEST_MAIN(TestPaneGates)
#include "tst_pane_gates.moc"
