#include "browser/dialoganswerer.h"
#include "browser/page/pagecontrols.h"
#include "browser/pane.h"

#include <QClipboard>
#include <QMenu>
#include <QTest>
#include <QWheelEvent>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;

namespace {
/// The menu that a right click on the first element that matches opens.
QMenu* rightClick(const Pane& pane, const QString& selector)
{
    const QVariantList middle =
        pane.evaluate(u"(() => { const r = document.querySelector('%1').getBoundingClientRect();"
                      " return [r.x + r.width / 2, r.y + r.height / 2]; })()"_s.arg(selector))
            .toList();
    QTest::mouseClick(pane.inner(), Qt::RightButton, {}, QPoint(middle[0].toInt(), middle[1].toInt()));
    if (!until([] { return QApplication::activePopupWidget() != nullptr; }))
        return nullptr;
    return qobject_cast<QMenu*>(QApplication::activePopupWidget());
}

/// The same once the page is drawn; the click before takes any selection away.
QMenu* contextMenu(Pane& pane, const QString& selector)
{
    return pane.click(selector) ? rightClick(pane, selector) : nullptr;
}

QStringList offeredBy(const QMenu* menu)
{
    QStringList texts;
    for (const QAction* action : menu->actions()) {
        if (!action->isSeparator())
            texts.append(action->text());
    }
    return texts;
}

void choose(QMenu* menu, const QString& text)
{
    for (QAction* action : menu->actions()) {
        if (action->text() == text)
            action->trigger();
    }
    menu->close();
}

const QString trap = u"<input id=i><a id=go href=/b>b</a>"
                     "<script>addEventListener('beforeunload',e=>{e.preventDefault();"
                     "e.returnValue='x';return 'x'})</script>"_s;
} // namespace

/// What the user does with a page from outside of it.
class TestPaneControls : public QObject
{
    Q_OBJECT

private slots:
    void backAndForward();
    void whatWasOpenedBeforeIsNotGoneBackTo();
    void P2_aFormIsNotSentTwice();
    void aRedirectedAnswerIsAPageLikeAnyOther();
    void reloadAsksTheServerAgain();
    void findTellsHowMuch();
    void zoomStaysFromPageToPage();
    void ctrlAndWheelAskForAnotherSize();
    void theContextMenuHasNothingForDevelopers();
    void S1_aCopiedLinkCarriesNoToken();
    void S1_aLinkThatNamesAPatientIsNotCopied();
    void W2_aPageCannotKeepTheUser();
    void P3_aPageAsksBeforeALinkLeavesIt();
};

void TestPaneControls::backAndForward()
{
    HttpServer server;
    server.route("/a", html(u"<a id=go href=/b>seite a</a>"_s));
    server.route("/b", html(u"seite b"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/a"_s)));
    PageControls& controls = pane.page->controls();
    QVERIFY(!controls.canGoBack());
    QVERIFY(!controls.canGoForward());
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.text(), u"seite b"_s);
    QTRY_VERIFY(controls.canGoBack());
    controls.back();
    QTRY_COMPARE(pane.text(), u"seite a"_s);
    QTRY_VERIFY(controls.canGoForward());
    QVERIFY(!controls.canGoBack());
    controls.forward();
    QTRY_COMPARE(pane.text(), u"seite b"_s);
    QCOMPARE(pane.failed.count(), 0);
}

void TestPaneControls::whatWasOpenedBeforeIsNotGoneBackTo()
{
    HttpServer server;
    server.route("/a", html(u"seite a"_s));
    server.route("/b", html(u"seite b"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/a"_s)));
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/b"_s)));
    QVERIFY(!pane.page->controls().canGoBack());
    pane.page->controls().back();
    QCOMPARE(pane.text(), u"seite b"_s);
    QCOMPARE(server.count("/a"), 1);
}

void TestPaneControls::P2_aFormIsNotSentTwice()
{
    HttpServer server;
    server.route("/a", html(u"<form method=post action=/sent><button id=go>gönder</button></form>"_s));
    server.route("/sent", html(u"<a id=go href=/b>weiter</a>"_s));
    server.route("/b", html(u"seite b"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/a"_s)));
    PageControls& controls = pane.page->controls();
    QVERIFY(!controls.isFormAnswer());
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.text(), u"weiter"_s);
    QTRY_COMPARE(pane.loaded.count(), 2);
    QVERIFY(controls.isFormAnswer());
    controls.reload();
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.text(), u"seite b"_s);
    QTRY_COMPARE(pane.loaded.count(), 3);
    QVERIFY(!controls.isFormAnswer());
    QVERIFY(!controls.canGoBack());
    controls.back();
    QCOMPARE(pane.text(), u"seite b"_s);
    QCOMPARE(server.count("/sent"), 1);
}

void TestPaneControls::aRedirectedAnswerIsAPageLikeAnyOther()
{
    HttpServer server;
    server.route("/a", html(u"<form method=post action=/sent><button id=go>gönder</button></form>"_s));
    server.route("/sent", HttpServerReply::redirect(QUrl(u"/done"_s), 303));
    server.route("/done", html(u"kaydedildi"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/a"_s)));
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.text(), u"kaydedildi"_s);
    QTRY_COMPARE(pane.loaded.count(), 2);
    QVERIFY(!pane.page->controls().isFormAnswer());
    QVERIFY(pane.page->controls().canGoBack());
    pane.page->controls().reload();
    QTRY_COMPARE(server.count("/done"), 2);
    QCOMPARE(server.count("/sent"), 1);
}

void TestPaneControls::reloadAsksTheServerAgain()
{
    HttpServer server;
    server.route("/a", html(u"bir"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/a"_s)));
    server.route("/a", html(u"iki"_s));
    pane.page->controls().reload();
    QTRY_COMPARE(pane.text(), u"iki"_s);
    QCOMPARE(server.count("/a"), 2);
}

void TestPaneControls::findTellsHowMuch()
{
    HttpServer server;
    server.route("/a", html(u"<p>İğne iplik</p><p>iplik</p><iframe srcdoc='<p>iplik</p>'></iframe>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/a"_s)));
    PageControls& controls = pane.page->controls();
    QSignalSpy found(&controls, &PageControls::found);
    const auto last = [&found] {
        return found.isEmpty() ? QList<int>()
                               : QList<int>{found.last().at(0).toInt(), found.last().at(1).toInt()};
    };
    controls.find(u"iplik"_s);
    QTRY_COMPARE(last(), (QList<int>{1, 3}));
    controls.find(u"iplik"_s);
    QTRY_COMPARE(last(), (QList<int>{2, 3}));
    controls.find(u"iplik"_s, true);
    QTRY_COMPARE(last(), (QList<int>{1, 3}));
    controls.find(u"yok"_s);
    QTRY_COMPARE(last(), (QList<int>{0, 0}));
}

void TestPaneControls::zoomStaysFromPageToPage()
{
    HttpServer server;
    server.route("/a",
                 html(u"<a id=go href='%1'>b</a>"_s.arg(server.url(u"localhost"_s, u"/b"_s).toString())));
    server.route("/b", html(u"seite b"_s));
    Pane pane;
    pane.page->controls().setZoom(150);
    QVERIFY(
        pane.openAndWait(rulesFor(server.url(), {}, {{u"web/agentPorts"_s, QString::number(server.port())}}),
                         server.url(u"/a"_s)));
    const QString ratio = u"Math.round(100 * window.devicePixelRatio)"_s;
    QTRY_COMPARE(pane.evaluate(ratio).toInt(), 150);
    pane.page->controls().setZoom(67);
    QTRY_COMPARE(pane.evaluate(ratio).toInt(), 67);
    // Another host means another process of the engine.
    pane.page->open(rulesFor(server.url(u"localhost"_s, {})), server.url(u"localhost"_s, u"/b"_s));
    QTRY_COMPARE(pane.loaded.count(), 2);
    QCOMPARE(pane.text(), u"seite b"_s);
    QTRY_COMPARE(pane.evaluate(ratio).toInt(), 67);
}

void TestPaneControls::ctrlAndWheelAskForAnotherSize()
{
    HttpServer server;
    server.route("/a", html(u"<div style='height:5000px'>lang</div>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/a"_s)));
    QVERIFY(pane.takesInput());
    QSignalSpy asked(&pane.page->controls(), &PageControls::zoomStepAsked);
    const auto turn = [&pane](int delta, Qt::KeyboardModifiers modifiers) {
        const QPointF middle = pane.inner()->rect().center();
        QWheelEvent wheel(middle, pane.inner()->mapToGlobal(middle), {}, {0, delta}, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(pane.inner(), &wheel);
    };
    turn(120, Qt::ControlModifier);
    turn(-120, Qt::ControlModifier);
    // Without Ctrl it scrolls. What is turned before the engine has drawn the page scrolls nothing, nor does
    // what follows within half a second: the engine counts it as one turn.
    pane.evaluate(u"requestAnimationFrame(() => requestAnimationFrame(() => window.drawn = true))"_s);
    QTRY_VERIFY(pane.evaluate(u"window.drawn"_s).toBool());
    turn(-120, Qt::NoModifier);
    QTRY_VERIFY(pane.evaluate(u"scrollY"_s).toInt() > 0);
    QCOMPARE(asked.count(), 2);
    QCOMPARE(asked.at(0).at(0).toInt(), 1);
    QCOMPARE(asked.at(1).at(0).toInt(), -1);
}

void TestPaneControls::theContextMenuHasNothingForDevelopers()
{
    HttpServer server;
    server.route("/a", html(u"<p id=p>metin</p><img id=g width=50 height=50><input id=i value=alan>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/a"_s)));
    QAction reload(u"Yenile"_s);
    pane.view()->addAction(&reload);
    pane.evaluate(u"getSelection().selectAllChildren(p)"_s);
    QMenu* menu = contextMenu(pane, u"#i"_s);
    QVERIFY(menu);
    const QStringList known{u"Undo"_s,  u"Redo"_s,       u"Cut"_s,    u"Copy"_s,
                            u"Paste"_s, u"Select all"_s, u"Yenile"_s, u"Copy link address"_s};
    for (const QString& text : offeredBy(menu))
        QVERIFY2(known.contains(text), qPrintable(text));
    QVERIFY(offeredBy(menu).contains(u"Select all"));
    QVERIFY(offeredBy(menu).contains(u"Yenile"));
    choose(menu, u"Select all"_s);
    QTRY_COMPARE(pane.evaluate(u"i.selectionEnd - i.selectionStart"_s).toInt(), 4);
    menu = rightClick(pane, u"#i"_s);
    QVERIFY(menu);
    QVERIFY(offeredBy(menu).contains(u"Copy"));
    QApplication::clipboard()->setText(u"vorher"_s);
    choose(menu, u"Copy"_s);
    QTRY_COMPARE(QApplication::clipboard()->text(), u"alan"_s);

    menu = contextMenu(pane, u"#g"_s); // an image: no saving, no address
    QVERIFY(menu);
    for (const QString& text : offeredBy(menu))
        QVERIFY2(known.contains(text), qPrintable(text));
    menu->close();
}

void TestPaneControls::S1_aCopiedLinkCarriesNoToken()
{
    HttpServer server;
    server.route("/a", html(u"<a id=t href='/x?Authorization=geheim&y=1#z'>jeton</a><br>"
                            "<a id=q href='/x?page=2'>liste</a>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/a"_s)));
    pane.evaluate(u"document.querySelectorAll('a').forEach(a => a.onclick = () => false)"_s);
    QMenu* menu = contextMenu(pane, u"#t"_s);
    QVERIFY(menu);
    choose(menu, u"Copy link address"_s);
    QCOMPARE(QApplication::clipboard()->text(), server.url(u"/x"_s).toString() + u"#z"_s);
    menu = contextMenu(pane, u"#q"_s);
    QVERIFY(menu);
    choose(menu, u"Copy link address"_s);
    QCOMPARE(QApplication::clipboard()->text(), server.url(u"/x"_s).toString() + u"?page=2"_s);
}

void TestPaneControls::S1_aLinkThatNamesAPatientIsNotCopied()
{
    HttpServer server;
    server.route("/a", html(u"<a id=t href='/x/10000000146'>hasta</a>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/a"_s)));
    pane.evaluate(u"document.querySelectorAll('a').forEach(a => a.onclick = () => false)"_s);
    QMenu* menu = contextMenu(pane, u"#t"_s);
    QVERIFY(menu);
    QVERIFY(!offeredBy(menu).contains(u"Copy link address"));
    menu->close();
}

void TestPaneControls::W2_aPageCannotKeepTheUser()
{
    HttpServer server;
    server.route("/a", html(trap));
    server.route("/b", html(u"seite b"_s));
    Pane pane;
    const DialogAnswerer stays(pane.dialogs, QMessageBox::RejectRole);
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/a"_s)));
    QVERIFY(pane.type(u"#i"_s, u"abc"_s)); // the engine asks only for a page that was used
    pane.page->controls().reload();
    QTRY_COMPARE(server.count("/a"), 2);
    QTRY_COMPARE(pane.loaded.count(), 2);
    QVERIFY(pane.type(u"#i"_s, u"abc"_s));
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/b"_s)));
    QCOMPARE(pane.text(), u"seite b"_s);
    QCOMPARE(stays.count, 0);
}

void TestPaneControls::P3_aPageAsksBeforeALinkLeavesIt()
{
    HttpServer server;
    server.route("/a", html(trap));
    server.route("/b", html(u"seite b"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/a"_s)));
    QVERIFY(pane.type(u"#i"_s, u"abc"_s));
    {
        const DialogAnswerer stays(pane.dialogs, QMessageBox::RejectRole);
        QVERIFY(pane.click(u"#go"_s));
        QTRY_COMPARE(stays.count, 1);
        // The words are ours, and the buttons say what they do.
        QVERIFY(stays.text.startsWith(u"Leave this page?"));
        QCOMPARE(stays.title, u"127.0.0.1"_s);
    }
    QTRY_VERIFY(!pane.dialogs.isOpen());
    QCOMPARE(pane.evaluate(u"i.value"_s).toString(), u"abc"_s);
    QCOMPARE(server.count("/b"), 0);
    const DialogAnswerer leaves(pane.dialogs, QMessageBox::AcceptRole);
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.text(), u"seite b"_s);
    QCOMPARE(leaves.count, 1);
}

QTEST_MAIN(TestPaneControls)
#include "tst_pane_controls.moc"
