#include "browser/dialoganswerer.h"
#include "browser/pane.h"

#include <QClipboard>
#include <QFileDialog>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;

namespace {
const auto pressOk = [](QDialog& dialog) { QTest::keyClick(&dialog, Qt::Key_Return); };
const auto pressEscape = [](QDialog& dialog) { QTest::keyClick(&dialog, Qt::Key_Escape); };
} // namespace

/// What the user puts into a page, and the dialogs a page opens (rules P3 and W2).
class TestPaneInput : public QObject
{
    Q_OBJECT

private slots:
    void P3_typingTouches();
    void P3_aTickTouches();
    void P3_pastingTouches();
    void P3_typingInAForeignFrameTouches();
    void P3_typingAfterDocumentOpenTouches();
    void P3_aScriptDoesNotTouch();
    void P3_aPageCannotMuteOrForgeIt();
    void P3_aNewDocumentIsUntouched();
    void P3_aRefusedStepLeavesItTouched();
    void W2_confirmIsAskedOnceAndGuarded();
    void W2_promptAndAlert();
    void whatIsAskedOfAPageWaitsForItsDialog();
    void W2_aHiddenPageGetsTheSafeAnswer();
    void W2_aFloodOfDialogsEnds();
    void W2_theFileChooserIsGuarded();
};

void TestPaneInput::P3_typingTouches()
{
    HttpServer server;
    server.route("/x", html(u"<input id=i><button id=b>x</button>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    QVERIFY(pane.click(u"#b"_s));
    QVERIFY(pane.click(u"#i"_s)); // looking around touches nothing
    QCOMPARE(pane.evaluate(u"1"_s).toInt(), 1);
    QVERIFY(!pane.page->touched());
    QVERIFY(pane.type(u"#i"_s, u"a"_s));
    QTRY_VERIFY(pane.page->touched());
    QCOMPARE(pane.touchedChanged.count(), 1);
    QCOMPARE(pane.touchedChanged.first().at(0).toBool(), true);
}

void TestPaneInput::P3_aTickTouches()
{
    HttpServer server;
    server.route("/x", html(u"<input type=checkbox id=i>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    QVERIFY(pane.click(u"#i"_s));
    QTRY_VERIFY(pane.page->touched());
}

void TestPaneInput::P3_pastingTouches()
{
    HttpServer server;
    server.route("/x", html(u"<div id=i contenteditable>yaz</div>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    QApplication::clipboard()->setText(u"panodan"_s);
    QVERIFY(pane.click(u"#i"_s));
    QTRY_VERIFY(pane.evaluate(u"document.activeElement.id === 'i'"_s).toBool());
    pane.view()->page()->triggerAction(QWebEnginePage::Paste);
    QTRY_VERIFY(pane.page->touched());
}

void TestPaneInput::P3_typingInAForeignFrameTouches()
{
    HttpServer server;
    HttpServer agent;
    agent.route("/inner", html(u"<input id=i autofocus style='position:fixed;inset:0'>"_s));
    server.route("/x", html(u"<iframe id=f src='%1' width=300 height=200></iframe>"_s.arg(
                           agent.url(u"localhost"_s, u"/inner"_s).toString())));
    Pane pane;
    QVERIFY(
        pane.openAndWait(rulesFor(server.url(), {}, {{u"web/agentPorts"_s, QString::number(agent.port())}}),
                         server.url(u"/x"_s)));
    QCOMPARE(agent.count("/inner"), 1);
    // A click puts the focus into the frame's field; that it is there shows only by the outer page's active
    // element.
    QTRY_VERIFY(pane.click(u"#f"_s) && pane.evaluate(u"document.activeElement.id === 'f'"_s).toBool());
    QTest::keyClicks(pane.inner(), u"abc"_s);
    QTRY_VERIFY(pane.page->touched());
}

void TestPaneInput::P3_typingAfterDocumentOpenTouches()
{
    HttpServer server;
    server.route("/x",
                 html(u"<script>onload=()=>{document.open();document.write('<input id=i>');document.close()}"
                      "</script>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    QTRY_VERIFY(pane.evaluate(u"!!document.querySelector('#i')"_s).toBool());
    QVERIFY(pane.type(u"#i"_s, u"a"_s));
    QTRY_VERIFY(pane.page->touched());
}

void TestPaneInput::P3_aScriptDoesNotTouch()
{
    HttpServer server;
    server.route("/x",
                 html(u"<input id=i><script>i.value='x';for(const t of ['input','change','drop','paste'])"
                      "i.dispatchEvent(new Event(t,{bubbles:true}))</script>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    pane.evaluate(u"i.dispatchEvent(new InputEvent('input',{bubbles:true,data:'x'}))"_s);
    QCOMPARE(pane.evaluate(u"i.value"_s).toString(), u"x"_s);
    QVERIFY(!pane.page->touched());
    // The watch does hear this page.
    QVERIFY(pane.type(u"#i"_s, u"a"_s));
    QTRY_VERIFY(pane.page->touched());
}

void TestPaneInput::P3_aPageCannotMuteOrForgeIt()
{
    HttpServer server;
    server.route("/x",
                 html(u"<input id=i><script>"
                      "window.forge=console.debug.bind(console);"
                      "window.said=[]; for(const n of ['debug','log','info'])console[n]=t=>said.push(t);"
                      "for(const t of ['input','change'])window.addEventListener(t,e=>"
                      "e.stopImmediatePropagation(),true);"
                      "Object.defineProperty(Event.prototype,'isTrusted',{get(){return false}});"
                      "EventTarget.prototype.addEventListener=()=>0;</script>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    pane.evaluate(u"forge('touched')"_s);
    QCOMPARE(pane.text(), QString()); // what was said before is heard by now
    QVERIFY(!pane.page->touched());
    QVERIFY(pane.type(u"#i"_s, u"a"_s));
    QTRY_VERIFY(pane.page->touched());
    pane.evaluate(u"forge('document')"_s);
    QCOMPARE(pane.evaluate(u"said.length"_s).toInt(), 0);
    QTRY_VERIFY(pane.page->touched());
}

void TestPaneInput::P3_aNewDocumentIsUntouched()
{
    HttpServer server;
    server.route("/x", html(u"<input id=i><p><a id=go href=/y>y</a>"_s));
    server.route("/y", html(u"yeni"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    QVERIFY(pane.type(u"#i"_s, u"a"_s));
    QTRY_VERIFY(pane.page->touched());
    pane.evaluate(u"history.pushState({},'','/x?2')"_s); // the same document
    QTRY_VERIFY(pane.page->touched());
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.text(), u"yeni"_s);
    QTRY_VERIFY(!pane.page->touched());
}

void TestPaneInput::P3_aRefusedStepLeavesItTouched()
{
    HttpServer server;
    server.route("/x", html(u"<input id=i><p><a id=go href=/none>y</a><p><a id=file href=/file>y</a>"
                            "<p><a id=foreign href='https://foreign.example/'>y</a>"_s));
    server.route("/none", HttpServerReply::html({}, 204));
    HttpServerReply file = HttpServerReply::text("kaydet");
    file.headers = {{"Content-Disposition", "attachment"}};
    server.route("/file", file);
    Pane pane;
    QSignalSpy offered(pane.page.get(), &IsolatedPage::downloadOffered);
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    QVERIFY(pane.type(u"#i"_s, u"a"_s));
    QTRY_VERIFY(pane.page->touched());
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(server.count("/none"), 1);
    QVERIFY(pane.click(u"#file"_s));
    QTRY_COMPARE(offered.count(), 1);
    QTRY_VERIFY(pane.page->touched());
    QVERIFY(pane.click(u"#foreign"_s));
    QTRY_COMPARE(pane.browserAsked.count(), 1);
    QTRY_VERIFY(pane.page->touched());
    QCOMPARE(pane.evaluate(u"i.value"_s).toString(), u"a"_s);
    QCOMPARE(pane.failed.count(), 0);
}

void TestPaneInput::W2_confirmIsAskedOnceAndGuarded()
{
    HttpServer server;
    server.route(
        "/x",
        html(u"<button id=go onclick=\"document.title=confirm('<b>Silinsin mi?</b>')\">Sil</button>"_s));
    Pane pane;
    QSignalSpy opened(&pane.dialogs, &PageDialogs::opened);
    QSignalSpy closed(&pane.dialogs, &PageDialogs::closed);
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    {
        const DialogAnswerer answerer(pane.dialogs, pressOk);
        QVERIFY(pane.click(u"#go"_s));
        QTRY_COMPARE(pane.view()->title(), u"true"_s);
        QCOMPARE(answerer.count, 1);
        QVERIFY(answerer.wasOpen);
        QCOMPARE(answerer.title, u"127.0.0.1"_s);
        QCOMPARE(answerer.text, u"<b>Silinsin mi?</b>"_s);
        QCOMPARE(answerer.format, Qt::PlainText);
    }
    QVERIFY(!pane.dialogs.isOpen());
    QCOMPARE(opened.count(), 1);
    QTRY_COMPARE(closed.count(), 1);
    const DialogAnswerer answerer(pane.dialogs, pressEscape);
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.view()->title(), u"false"_s);
}

void TestPaneInput::W2_promptAndAlert()
{
    HttpServer server;
    server.route("/x",
                 html(u"<p><button id=p onclick=\"document.title=prompt('Neden?','a')\">x</button>"
                      "<p><button id=a onclick=\"alert('Oldu'); document.title='alert'\">x</button>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    {
        const DialogAnswerer answerer(pane.dialogs, [](QDialog& dialog) {
            dynamic_cast<QInputDialog&>(dialog).setTextValue(u"b"_s);
            dialog.accept();
        });
        QVERIFY(pane.click(u"#p"_s));
        QTRY_COMPARE(pane.view()->title(), u"b"_s);
        QVERIFY(answerer.wasOpen);
    }
    {
        const DialogAnswerer answerer(pane.dialogs, pressEscape);
        QVERIFY(pane.click(u"#p"_s));
        QTRY_COMPARE(pane.view()->title(), u"null"_s);
    }
    const DialogAnswerer answerer(pane.dialogs, &QDialog::accept);
    QVERIFY(pane.click(u"#a"_s));
    QTRY_COMPARE(pane.view()->title(), u"alert"_s);
    QVERIFY(answerer.wasOpen);
    QCOMPARE(answerer.text, u"Oldu"_s);
}

// A page's scripts stand still while its dialog is open: a test that asked it meanwhile would wait for the
// dialog's end inside the dialog's own loop, which could not end then.
void TestPaneInput::whatIsAskedOfAPageWaitsForItsDialog()
{
    HttpServer server;
    server.route("/x", html(u"<p id=p>once</p>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    const DialogAnswerer answerer(
        pane.dialogs, [](QDialog& dialog) { QTimer::singleShot(100, &dialog, &QDialog::accept); });
    pane.evaluate(u"setTimeout(() => { alert('bekle'); p.innerText = 'sonra' }, 100); 1"_s);
    QTRY_VERIFY(answerer.count > 0 && pane.text() == u"sonra"_s);
}

void TestPaneInput::W2_aHiddenPageGetsTheSafeAnswer()
{
    HttpServer server;
    server.route("/x", html(u"<script>document.title=confirm('a')+'/'+prompt('b','c')</script>"_s));
    Pane pane;
    QSignalSpy opened(&pane.dialogs, &PageDialogs::opened);
    const DialogAnswerer answerer(pane.dialogs, pressOk);         // lest one that opens stays
    pane.page->open(rulesFor(server.url()), server.url(u"/x"_s)); // no view yet
    QVERIFY(pane.waitForEnd());
    auto* view = qobject_cast<QWebEngineView*>(pane.page->view(&pane.window)); // never shown
    QCOMPARE(view->title(), u"false/null"_s);
    pane.page->open(rulesFor(server.url()), server.url(u"/x"_s));
    QTRY_COMPARE(pane.loaded.count(), 2);
    QCOMPARE(view->title(), u"false/null"_s);
    QCOMPARE(opened.count(), 0);
}

void TestPaneInput::W2_aFloodOfDialogsEnds()
{
    HttpServer server;
    server.route("/x", html(u"<button id=go onclick=\"let n=0;for(let i=0;i<20;++i)n+=confirm('?');"
                            "document.title=n\">x</button>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    const DialogAnswerer answerer(pane.dialogs, pressOk);
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.view()->title(), u"5"_s);
    QCOMPARE(answerer.count, 5);
    // The page's next try stays silent, until the user does something in it.
    pane.evaluate(u"document.title='s'+confirm('?')"_s);
    QTRY_COMPARE(pane.view()->title(), u"sfalse"_s);
    QCOMPARE(answerer.count, 5);
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(answerer.count, 10);
}

void TestPaneInput::W2_theFileChooserIsGuarded()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"ek.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("ek");
    file.close();
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    HttpServer server;
    server.route("/x", html(u"<input type=file id=go>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    const DialogAnswerer answerer(pane.dialogs, [&](QDialog& dialog) {
        auto& chooser = dynamic_cast<QFileDialog&>(dialog);
        chooser.setDirectory(folder.path());
        chooser.selectFile(file.fileName());
        dialog.accept();
    });
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.evaluate(u"document.querySelector('#go').files.length"_s).toInt(), 1);
    QCOMPARE(answerer.count, 1);
    QVERIFY(answerer.wasOpen);
}

QTEST_MAIN(TestPaneInput)
#include "tst_pane_input.moc"
