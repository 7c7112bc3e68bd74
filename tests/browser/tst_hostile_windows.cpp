#include "browser/dialoganswerer.h"
#include "browser/hostile.h"
#include "browser/page/pagecontrols.h"

#include <QApplication>
#include <QClipboard>
#include <QScreen>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;
using Notice = Gatekeeper::Notice;

namespace {
qsizetype windows()
{
    const auto all = QApplication::topLevelWidgets();
    return std::ranges::count_if(all, [](const QWidget* widget) { return widget->isVisible(); });
}
} // namespace

/// Pages that want the whole desktop for themselves.
class TestHostileWindows : public QObject
{
    Q_OBJECT

private slots:
    void aFloodOfPopUps();
    void aFloodOfDialogs();
    void aTrapInBeforeUnload();
    void theWholeScreen();
    void hugeTexts();
    void theClipboardIsNotRead();
};

void TestHostileWindows::aFloodOfPopUps()
{
    HttpServer server;
    HttpServer foreign;
    server.route("/x", flood(u"window.open('/popup');window.open('FOREIGN');"
                             "const a=document.createElement('a');a.href='FOREIGN';a.target='_blank';"
                             "document.body.append(a);a.click();a.remove()"_s.replace(
                                 u"FOREIGN"_s, foreign.url(u"/popup"_s).toString()),
                             400, 10));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    const qsizetype before = windows();
    const Turns turns;
    QVERIFY(anotherPageLoads());
    QVERIFY(hasTried(pane, 400));
    QCOMPARE(windows(), before);
    QCOMPARE(server.count("/popup"), 0);
    QCOMPARE(foreign.count(), 0);
    QVERIFY(turns.areShort());
}

void TestHostileWindows::aFloodOfDialogs()
{
    HttpServer server;
    server.route("/x", flood(u"alert('a');confirm('b');prompt('c')"_s, 200, 1));
    Pane pane;
    const DialogAnswerer dismisser(pane.dialogs, &QDialog::reject);
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    const Turns turns;
    QVERIFY(hasTried(pane, 200));
    QVERIFY(dismisser.count >= 1);
    QVERIFY2(dismisser.count <= 6, qPrintable(QString::number(dismisser.count)));
    QVERIFY(!pane.dialogs.isOpen());
    QVERIFY(anotherPageLoads());
    QVERIFY(turns.areShort());
}

void TestHostileWindows::aTrapInBeforeUnload()
{
    HttpServer server;
    server.route("/x", html(u"<input id=i><script>onbeforeunload=e=>{for(let n=0;n<50;++n)"
                            "{alert('bleib');confirm('bleib')}e.preventDefault();return e.returnValue='x'}"
                            "</script>"_s));
    server.route("/y", html(u"frei"_s));
    Pane pane;
    const DialogAnswerer dismisser(pane.dialogs, &QDialog::reject);
    const NavigationRules rules = rulesFor(server.url());
    QVERIFY(pane.openAndWait(rules, server.url(u"/x"_s)));
    QVERIFY(pane.type(u"#i"_s, u"a"_s));
    // What the user decided outside of the page is not asked again, and the page cannot say no.
    QVERIFY(pane.openAndWait(rules, server.url(u"/y"_s)));
    QCOMPARE(pane.text(), u"frei"_s);
    QCOMPARE(dismisser.count, 0);
    // Neither can it when its tab is closed.
    QVERIFY(pane.openAndWait(rules, server.url(u"/x"_s)));
    QVERIFY(pane.type(u"#i"_s, u"a"_s));
    pane.page.reset();
    QCOMPARE(dismisser.count, 0);
}

void TestHostileWindows::theWholeScreen()
{
    HttpServer server;
    server.route("/x", html(u"<button id=go onclick=\"window.tries=(window.tries||0)+1;"
                            "document.documentElement.requestFullscreen().then(()=>document.title='voll',"
                            "()=>document.title='nein')\">x</button>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.evaluate(u"document.title"_s).toString(), u"nein"_s);
    QVERIFY(!pane.evaluate(u"!!document.fullscreenElement"_s).toBool());
    QVERIFY(!pane.window.isFullScreen());
    QVERIFY(anotherPageLoads());
}

void TestHostileWindows::hugeTexts()
{
    HttpServer server;
    server.route("/x", html(u"<script>const huge='W'.repeat(5000000);const lines='W\\n'.repeat(100000);"
                            "document.title=huge;window.tries=0;setTimeout(()=>{alert(huge);alert(lines);"
                            "prompt(huge,huge);confirm(lines);window.tries=1})</script>"_s));
    Pane pane;
    pane.window.setWindowTitle(u"Hekim Asistanı"_s);
    QSize size;
    const DialogAnswerer dismisser(pane.dialogs, [&size](QDialog& dialog) {
        size = size.expandedTo(dialog.frameGeometry().size());
        dialog.reject();
    });
    const Turns turns;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    QVERIFY(hasTried(pane, 1));
    QCOMPARE(dismisser.count, 4);
    QCOMPARE(dismisser.title, u"127.0.0.1"_s);
    const QSize screen = QApplication::primaryScreen()->availableSize();
    QVERIFY2(size.width() <= screen.width() && size.height() <= screen.height(),
             qPrintable(u"%1x%2"_s.arg(size.width()).arg(size.height())));
    QCOMPARE(pane.window.windowTitle(), u"Hekim Asistanı"_s);
    QVERIFY(anotherPageLoads());
    QVERIFY(turns.areShort());
}

void TestHostileWindows::theClipboardIsNotRead()
{
    HttpServer server;
    server.route("/stolen", html(u"-"_s));
    server.route("/x",
                 flood(u"try{navigator.clipboard.readText().then(x=>fetch('/stolen?'+x),()=>0)}catch(e){}"
                       "try{navigator.clipboard.read().then(x=>fetch('/stolen?'+x.length),()=>0)}catch(e){}"
                       "t.focus();if(document.execCommand('paste')||t.value)fetch('/stolen?'+t.value)"_s,
                       100, 20));
    QApplication::clipboard()->setText(u"10000000146"_s);
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    QVERIFY(pane.click(u"#p"_s)); // also after a gesture
    QVERIFY(hasTried(pane, 100));
    QCOMPARE(pane.evaluate(u"t.value"_s).toString(), QString());
    QCOMPARE(server.count("/stolen"), 0);
    QCOMPARE(QApplication::clipboard()->text(), u"10000000146"_s);
    QVERIFY(anotherPageLoads());
}

QTEST_MAIN(TestHostileWindows)
#include "tst_hostile_windows.moc"
