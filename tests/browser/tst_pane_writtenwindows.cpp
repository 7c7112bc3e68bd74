#include "browser/pane.h"
#include "browser/print/printabledocument.h"

#include <QTest>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;
using Notice = Gatekeeper::Notice;

/// Windows that their page fills by itself: window.open('') and document.write().
class TestPaneWrittenWindows : public QObject
{
    Q_OBJECT

private slots:
    void aWindowThatIsWrittenIntoIsShown_data();
    void aWindowThatIsWrittenIntoIsShown();
    void aWrittenWindowIsPrinted_data();
    void aWrittenWindowIsPrinted();
    void P1_whatIsWrittenForAnotherPatientIsNotShown_data();
    void P1_whatIsWrittenForAnotherPatientIsNotShown();
};

void TestPaneWrittenWindows::aWindowThatIsWrittenIntoIsShown_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("written") << u"w = window.open('', 'p'); w.document.open(); "
                                u"w.document.write('<p>Onizleme</p>'); w.document.close(); w.focus();"_s;
    QTest::newRow("about:blank") << u"w = window.open('about:blank'); w.document.write('<p>Onizleme</p>');"_s;
    QTest::newRow("later") << u"w = window.open(''); fetch('/x').then(() => "
                              u"w.document.body.innerHTML = '<p>Onizleme</p>');"_s;
}

void TestPaneWrittenWindows::aWindowThatIsWrittenIntoIsShown()
{
    QFETCH(QString, way);
    HttpServer server;
    server.route("/x", html(u"<button id=go>x</button>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), server.url(u"/x"_s)));
    pane.evaluate(u"go.onclick = () => { %1 }; 1"_s.arg(way));
    QVERIFY(pane.click(u"#go"_s));
    QVERIFY(pane.turnToChild());
    QTRY_COMPARE(pane.text(), u"Onizleme"_s);
    // It is alive: painted, and clicks arrive.
    pane.evaluate(
        u"document.body.innerHTML += '<button id=go onclick=\"document.title = 1\">y</button>'; 1"_s);
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.evaluate(u"document.title"_s).toString(), u"1"_s);
    QCOMPARE(pane.noticed(Notice::WindowLeftEmpty), 0);
    QCOMPARE(pane.failed.count(), 0);
    // Its opener still has hold of it.
    pane.turnBack();
    QVERIFY(pane.evaluate(u"w.document.body.innerText"_s).toString().contains(u"Onizleme"));
}

void TestPaneWrittenWindows::aWrittenWindowIsPrinted_data()
{
    QTest::addColumn<QString>("way");
    // The print preview of many a public service.
    QTest::newRow("by its opener") << u"w.document.write('<p>Onizleme</p>'); w.document.close(); "
                                      u"w.print(); w.close();"_s;
    QTest::newRow("by itself") << u"w.document.write('<p>Onizleme</p><scr' + 'ipt>print(); close();</scr' + "
                                  u"'ipt>'); w.document.close();"_s;
}

void TestPaneWrittenWindows::aWrittenWindowIsPrinted()
{
    QFETCH(QString, way);
    HttpServer server;
    server.route("/x", html(u"<button id=go>x</button>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), server.url(u"/x"_s)));
    int asked = 0;
    int closing = 0;
    connect(pane.page.get(), &IsolatedPage::windowOpened, this, [&](IsolatedPage* child) {
        connect(&child->printing(), &PrintableDocument::asked, child, [&asked] { ++asked; });
        connect(child, &IsolatedPage::closeAsked, child, [&closing] { ++closing; });
    });
    pane.evaluate(u"go.onclick = () => { w = window.open(''); %1 }; 1"_s.arg(way));
    QVERIFY(pane.click(u"#go"_s));
    QVERIFY(pane.turnToChild());
    QTRY_COMPARE(pane.text(), u"Onizleme"_s);
    QTRY_VERIFY(asked > 0);
    QCOMPARE(closing, 0); // the printer's dialog is not answered yet
}

void TestPaneWrittenWindows::P1_whatIsWrittenForAnotherPatientIsNotShown_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("at once") << u"w.document.write('<p>Hasta B</p><input type=hidden name=patientId "
                                u"value=17291716060>'); w.document.close();"_s;
    // Its scripts run once more when it gets its content again.
    QTest::newRow("by its own script, the second time")
        << u"w.document.write('<p>Hasta B</p><scr' + 'ipt>opener.runs = (opener.runs || 0) + 1; "
           u"if (opener.runs > 1) document.write(\"<input type=hidden name=patientId value=17291716060>\")"
           u"</scr' + 'ipt>'); w.document.close();"_s;
}

// Its document is taken away before it was shown; that it was written is answered after that.
void TestPaneWrittenWindows::P1_whatIsWrittenForAnotherPatientIsNotShown()
{
    QFETCH(QString, way);
    HttpServer server;
    server.route("/x", html(u"<button id=go>x</button>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), server.url(u"/x"_s)));
    int failed = 0;
    int shown = 0;
    connect(pane.page.get(), &IsolatedPage::windowOpened, this, [&](IsolatedPage* child) {
        connect(child, &IsolatedPage::failed, child, [&failed] { ++failed; });
        connect(child, &IsolatedPage::documentShown, child, [&shown] { ++shown; });
    });
    pane.evaluate(u"go.onclick = () => { w = window.open(''); %1 }; 1"_s.arg(way));
    QVERIFY(pane.click(u"#go"_s));
    QVERIFY(pane.turnToChild());
    QTRY_COMPARE(failed, 1);
    QTRY_VERIFY(pane.evaluate(u"true"_s).toBool()); // answered after what was asked before
    QVERIFY(!pane.text().contains(u"Hasta B"));
    QCOMPARE(shown, 0);
}

QTEST_MAIN(TestPaneWrittenWindows)
#include "tst_pane_writtenwindows.moc"
