#include "browser/downloads/download.h"
#include "browser/pane.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPointer>
#include <QTest>
#include <QWebEngineProfile>

#include <algorithm>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;
using Notice = Gatekeeper::Notice;

namespace {
const QMap<QString, QString> signing{{u"web/externalSchemes"_s, u"hekim-imza"_s}};
}

/// Windows that pages open: children of the same page, for the user only (rules P1, P3, S5, S6).
class TestPaneWindows : public QObject
{
    Q_OBJECT

private slots:
    void aWindowTheUserAskedForOpens_data();
    void aWindowTheUserAskedForOpens();
    void openerAndWindowTalk();
    void aWindowOfAWindowIsAChildToo();
    void P1_aWindowStaysWithItsPatient_data();
    void P1_aWindowStaysWithItsPatient();
    void P1_aPageOutOfSightShowsNoWindow_data();
    void P1_aPageOutOfSightShowsNoWindow();
    void S5_aWindowGoesNowhereElse_data();
    void S5_aWindowGoesNowhereElse();
    void S6_theGestureGoesWithTheWindow();
    void scriptedWindowsAreBlockedAndCanBeAllowed();
    void oneGestureOpensOneWindow();
    void aFloodIsToldOnce();
    void P3_whatIsTypedInAWindowCounts();
    void windowsGoWithTheirPage();
    void aWindowClosesItself();
    void aWindowForAFileAloneCloses();
    void aFailureIsTheWindowsOwn();
};

void TestPaneWindows::aWindowTheUserAskedForOpens_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("link") << u"<a id=go target=_blank href=/y>x</a>"_s;
    QTest::newRow("script") << u"<button id=go onclick=\"window.open('/y')\">x</button>"_s;
    QTest::newRow("after a reply")
        << u"<button id=go onclick=\"fetch('/after').then(()=>window.open('/y'))\">x</button>"_s;
    QTest::newRow("form")
        << u"<form target=_blank method=post action=/y><input type=hidden name=a value=1><button id=go>x</button></form>"_s;
}

void TestPaneWindows::aWindowTheUserAskedForOpens()
{
    QFETCH(QString, way);
    HttpServer server;
    server.route("/x", html(u"<script>document.cookie='oturum=1'</script>"_s + way));
    server.route("/y", html(u"pencere"_s));
    server.route("/after", html(u"sonra"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), server.url(u"/x"_s)));
    const QWebEngineProfile* profile = pane.view()->page()->profile();
    QVERIFY(pane.click(u"#go"_s));
    QVERIFY(pane.turnToChild());
    QTRY_COMPARE(pane.text(), u"pencere"_s);
    QCOMPARE(pane.view()->page()->profile(), profile);
    QVERIFY(profile->isOffTheRecord());
    QCOMPARE(server.count("/y"), 1);
    QVERIFY(server.requests("/y").first().header("Cookie").contains("oturum=1")); // the same session
    QCOMPARE(pane.windowBlocked.count(), 0);
    QCOMPARE(pane.failed.count(), 0);
}

void TestPaneWindows::openerAndWindowTalk()
{
    HttpServer server;
    server.route("/x", html(u"<button id=go onclick=\"w=window.open('/y')\">x</button><p id=answer>"
                            "<script>onmessage=e=>answer.innerText=e.data</script>"_s));
    server.route("/y", html(u"<script>opener.postMessage('imzalandi', '*')</script>y"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), server.url(u"/x"_s)));
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.evaluate(u"answer.innerText"_s).toString(), u"imzalandi"_s);
    QTRY_COMPARE(pane.windowOpened.count(), 1);
    // Opened empty and sent somewhere later.
    pane.evaluate(
        u"go.onclick = () => { w = window.open(''); fetch('/x').then(() => w.location = '/y?2'); }"_s);
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.windowOpened.count(), 2);
    // Sent nowhere, and nothing is written into it.
    pane.evaluate(u"go.onclick = () => { w = window.open(''); }"_s);
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.noticed(Notice::WindowLeftEmpty), 1);
    QCOMPARE(pane.windowOpened.count(), 2);
}

void TestPaneWindows::aWindowOfAWindowIsAChildToo()
{
    HttpServer server;
    server.route("/x", html(u"<a id=go target=_blank href=/y>x</a>"_s));
    server.route("/y", html(u"<a id=go target=_blank href=/z>y</a>"_s));
    server.route("/z", html(u"z"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), server.url(u"/x"_s)));
    QVERIFY(pane.click(u"#go"_s));
    QVERIFY(pane.turnToChild(0));
    QVERIFY(pane.click(u"#go"_s));
    QVERIFY(pane.turnToChild(1));
    QTRY_COMPARE(pane.text(), u"z"_s);
    QCOMPARE(pane.windowOpened.at(1).at(0).value<IsolatedPage*>()->gatekeeper().rules().patient()->digits(),
             patientA);
}

void TestPaneWindows::P1_aWindowStaysWithItsPatient_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("link") << u"<a id=go href='FORM'>B</a>"_s;
    QTest::newRow("script") << u"<button id=go onclick=\"location.href='FORM'\">B</button>"_s;
    QTest::newRow("redirect") << u"<a id=go href=/redirect>B</a>"_s;
    QTest::newRow("inner frame")
        << u"<button id=go onclick=\"f.src='FORM'\">B</button><iframe id=f></iframe>"_s;
    QTest::newRow("another window") << u"<a id=go target=_blank href='FORM'>B</a>"_s;
    QTest::newRow("another window, redirect") << u"<a id=go target=_blank href=/redirect>B</a>"_s;
    QTest::newRow("opener") << u"<button id=go onclick=\"opener.location.href='FORM'\">B</button>"_s;
    QTest::newRow("address only")
        << u"<button id=go onclick=\"document.body.innerText='Hasta B'; history.pushState({},'','FORM')\">B</button>"_s;
}

void TestPaneWindows::P1_aWindowStaysWithItsPatient()
{
    QFETCH(QString, way);
    HttpServer server;
    const QUrl other = formOf(server, patientB);
    server.route("/healthstatusweb/singledoctor/createreport", [&](const HttpServerRequest& request) {
        return request.target.contains(patientB.toUtf8())
                   ? html(u"Hasta B"_s)
                   : html(u"<a id=go target=_blank href=/y rel=opener>x</a>"_s);
    });
    server.route("/redirect", HttpServerReply::redirect(other));
    server.route("/y", html(way.replace(u"FORM"_s, other.toString())));
    server.route("/after", html(u"sonra"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), formOf(server, patientA)));
    QVERIFY(pane.click(u"#go"_s));
    QVERIFY(pane.turnToChild());
    auto* child = pane.windowOpened.first().at(0).value<IsolatedPage*>();
    const QSignalSpy notices(&child->gatekeeper(), &Gatekeeper::notice);
    const QSignalSpy failures(child, &IsolatedPage::failed);
    QVERIFY(pane.click(u"#go"_s));
    // Told in the window, in its opener, or (a further window's first load) in the page that owns both.
    // A further window whose first load is refused says so in itself: it is the second to open.
    QTRY_VERIFY(notices.count() + failures.count() + pane.notices.count() > 0 ||
                pane.windowOpened.count() == 2);
    pane.evaluate(u"fetch('%1').catch(()=>0)"_s.arg(server.url(u"/after"_s).toString()));
    if (failures.isEmpty())
        QTRY_COMPARE(server.count("/after"), 1);
    for (const HttpServerRequest& request : server.requests("/healthstatusweb/singledoctor/createreport"))
        QVERIFY(!request.target.contains(patientB.toUtf8()));
    QVERIFY(!pane.text().contains(u"Hasta B"));
    QCOMPARE(pane.failed.count(), 0); // what opened the window stays as it stands
}

void TestPaneWindows::P1_aPageOutOfSightShowsNoWindow_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("way");
    QTest::newRow("list") << u"<input id=f type=date value=1970-01-02 list=l><datalist id=l>"
                             "<option value=1971-01-01 label=Hasta></datalist>"_s
                          << u"f.showPicker()"_s;
}

void TestPaneWindows::P1_aPageOutOfSightShowsNoWindow()
{
    QFETCH(QString, field);
    QFETCH(QString, way);
    HttpServer server;
    server.route("/x", html(field + u"<p><button id=go onclick='window.clicked=true'>x</button>"_s));
    for (const bool isInSight : {true, false}) {
        Pane pane;
        QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), server.url(u"/x"_s)));
        QVERIFY(pane.click(u"#go"_s));
        QTRY_VERIFY(pane.evaluate(u"window.clicked"_s).toBool()); // from here on the page may
        if (!isInSight)
            pane.view()->hide(); // as when another patient comes to the front, or the lock
        pane.evaluate(way + u";1"_s);
        const bool isShown = QTest::qWaitFor(
            [&pane] {
                const QWidgetList windows = QApplication::topLevelWidgets();
                return std::ranges::any_of(windows, [&pane](const QWidget* widget) {
                    return widget != &pane.window && widget->isVisible() &&
                           !widget->testAttribute(Qt::WA_DontShowOnScreen);
                });
            },
            isInSight ? 10000 : 2000);
        QCOMPARE(isShown, isInSight);
    }
}

void TestPaneWindows::S5_aWindowGoesNowhereElse_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("location") << u"<script>location.href='FOREIGN/l'</script>y"_s;
    QTest::newRow("picture") << u"<img src='FOREIGN/i'>y"_s;
    QTest::newRow("frame") << u"<iframe src='FOREIGN/f'></iframe>y"_s;
    QTest::newRow("redirect") << u"<script>location.href='/redirect'</script>y"_s;
    QTest::newRow("file") << u"<script>location.href='file:///etc/passwd'</script>y"_s;
}

void TestPaneWindows::S5_aWindowGoesNowhereElse()
{
    QFETCH(QString, way);
    HttpServer server;
    HttpServer foreign;
    foreign.setFallback([](const HttpServerRequest&) { return html(u"fremd"_s); });
    const QString origin = u"http://"_s + foreign.url(u"localhost"_s, {}).authority();
    server.route("/x", html(u"<a id=go target=_blank href=/y>x</a>"_s));
    server.route("/y", html(way.replace(u"FOREIGN"_s, origin)));
    server.route("/redirect", HttpServerReply::redirect(foreign.url(u"localhost"_s, u"/r"_s)));
    server.route("/after", html(u"sonra"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), server.url(u"/x"_s)));
    QVERIFY(pane.click(u"#go"_s));
    QVERIFY(pane.turnToChild());
    for (int round = 1; round <= 2; ++round) {
        pane.evaluate(u"fetch('/after?%1').catch(()=>0)"_s.arg(round));
        QTRY_COMPARE(server.count("/after"), round);
    }
    QCOMPARE(foreign.count(), 0);
    QVERIFY(!pane.text().contains(u"fremd"));
}

void TestPaneWindows::S6_theGestureGoesWithTheWindow()
{
    HttpServer server;
    server.route(
        "/x",
        html(u"<button id=go onclick=\"window.open('/y'); setTimeout(()=>location.href='hekim-imza:1',500)\">"
             "x</button>"_s));
    server.route("/y", html(u"<script>location.href='hekim-imza:2'</script>y"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA, signing), server.url(u"/x"_s)));
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.windowOpened.count(), 1);
    auto* child = pane.windowOpened.first().at(0).value<IsolatedPage*>();
    const QSignalSpy missing(&child->gatekeeper(),
                             &Gatekeeper::notice);            // no program for it is installed here
    QTRY_COMPARE(pane.noticed(Notice::ProgramNeedsClick), 1); // not by the page that opened it
    QTRY_COMPARE(missing.count(), 1);
    QCOMPARE(missing.first().at(0).value<Notice>(), Notice::ProgramMissing);
}

void TestPaneWindows::scriptedWindowsAreBlockedAndCanBeAllowed()
{
    HttpServer server;
    server.route("/x", html(u"<script>window.open('/y?1')</script>x"_s));
    server.route("/y", html(u"y"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), server.url(u"/x"_s)));
    QTRY_COMPARE(pane.windowBlocked.count(), 1);
    QCOMPARE(pane.text(), u"x"_s);
    QCOMPARE(server.count("/y"), 0);
    QCOMPARE(pane.windowOpened.count(), 0);
    pane.page->openWindow(pane.windowBlocked.first().at(0).toUrl());
    QVERIFY(pane.turnToChild());
    QCOMPARE(pane.text(), u"y"_s);
    QCOMPARE(server.requests("/y").first().target, QByteArray("/y?1"));
    // Allowing is no way round the gates.
    pane.page->openWindow(formOf(server, patientB));
    pane.page->openWindow(QUrl(u"file:///etc/passwd"_s));
    QCOMPARE(pane.text(), u"y"_s);
    QCOMPARE(pane.windowOpened.count(), 1);
}

void TestPaneWindows::oneGestureOpensOneWindow()
{
    HttpServer server;
    server.route("/x",
                 html(u"<button id=go onclick=\"window.open('/y?1'); window.open('/y?2')\">x</button>"_s));
    server.route("/y", html(u"y"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), server.url(u"/x"_s)));
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.windowBlocked.count(), 1);
    QTRY_COMPARE(pane.windowOpened.count(), 1);
    QTRY_COMPARE(server.count("/y"), 1);
}

void TestPaneWindows::aFloodIsToldOnce()
{
    HttpServer server;
    server.route("/x", html(u"<script>for (let i = 0; i < 300; ++i) window.open('/y?' + i)</script>x"_s));
    server.route("/y", html(u"y"_s));
    Pane pane;
    QElapsedTimer took;
    took.start();
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), server.url(u"/x"_s)));
    QCOMPARE(pane.text(), u"x"_s);
    QCOMPARE(pane.windowBlocked.count(), 1);
    QCOMPARE(pane.windowOpened.count(), 0);
    QCOMPARE(server.count("/y"), 0);
    QVERIFY2(took.elapsed() < 15000, qPrintable(QString::number(took.elapsed())));
}

void TestPaneWindows::P3_whatIsTypedInAWindowCounts()
{
    HttpServer server;
    server.route("/x", html(u"<a id=go target=_blank href=/y>x</a>"_s));
    server.route("/y", html(u"<input id=a>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), server.url(u"/x"_s)));
    QVERIFY(pane.click(u"#go"_s));
    QVERIFY(pane.turnToChild());
    auto* child = pane.windowOpened.first().at(0).value<IsolatedPage*>();
    QVERIFY(!pane.page->touched());
    QVERIFY(pane.type(u"#a"_s, u"x"_s));
    QTRY_VERIFY(pane.page->touched());
    QVERIFY(child->touched());
    QCOMPARE(pane.touchedChanged.last().at(0).toBool(), true);
    child->retire();
    QTRY_VERIFY(!pane.page->touched());
    QCOMPARE(pane.touchedChanged.last().at(0).toBool(), false);
}

void TestPaneWindows::windowsGoWithTheirPage()
{
    HttpServer server;
    server.route("/x", html(u"<a id=go target=_blank href=/y>x</a>"_s));
    server.route("/y", html(u"y"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), server.url(u"/x"_s)));
    QVERIFY(pane.click(u"#go"_s));
    QVERIFY(pane.turnToChild());
    const QPointer<QWebEnginePage> page = pane.view()->page();
    const QPointer<QWebEngineProfile> profile = page->profile();
    QVERIFY(profile);
    pane.page.reset();
    QVERIFY(!page);
    QVERIFY(!profile);
}

void TestPaneWindows::aWindowClosesItself()
{
    HttpServer server;
    server.route("/x", html(u"<button id=go onclick=\"window.open('/y')\">x</button>"_s));
    server.route("/y", html(u"<button id=go onclick=\"window.close()\">y</button>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), server.url(u"/x"_s)));
    QVERIFY(pane.click(u"#go"_s));
    QVERIFY(pane.turnToChild());
    const QSignalSpy closing(pane.windowOpened.first().at(0).value<IsolatedPage*>(),
                             &IsolatedPage::closeAsked);
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(closing.count(), 1);
}

void TestPaneWindows::aWindowForAFileAloneCloses()
{
    HttpServer server;
    HttpServerReply file = HttpServerReply::text("kaydet");
    file.headers = {{"Content-Disposition", "attachment; filename=\"rapor.txt\""}};
    server.route("/file", file);
    server.route("/x", html(u"<a id=go target=_blank href=/file>x</a>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), server.url(u"/x"_s)));
    const QSignalSpy offered(pane.page.get(), &IsolatedPage::downloadOffered);
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(offered.count(), 1);
    offered.first().at(0).value<Download*>()->cancel();
    QTRY_VERIFY(pane.page->findChildren<IsolatedPage*>().isEmpty());
    QCOMPARE(pane.windowOpened.count(), 0);
}

void TestPaneWindows::aFailureIsTheWindowsOwn()
{
    HttpServer server;
    server.route("/x", html(u"<a id=go target=_blank href=/y>x</a>"_s));
    server.route("/y", HttpServerReply::html("kapali", 500));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), server.url(u"/x"_s)));
    int failures = 0;
    connect(pane.page.get(), &IsolatedPage::windowOpened, this, [&failures](IsolatedPage* child) {
        connect(child, &IsolatedPage::failed, child, [&failures] { ++failures; });
    });
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(failures, 1);
    QCOMPARE(pane.failed.count(), 0);
    QCOMPARE(pane.text(), u"x"_s);
}

QTEST_MAIN(TestPaneWindows)
#include "tst_pane_windows.moc"
