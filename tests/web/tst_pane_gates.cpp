#include "web/pane.h"

#include <QTest>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;
using Notice = IsolatedPage::Notice;

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
