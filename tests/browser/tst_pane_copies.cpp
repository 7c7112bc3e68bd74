#include "browser/pane.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QTest>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto formPath = "/healthstatusweb/singledoctor/createreport";

const QString content =
    u"<p>metin <a id=a href=''>bağlantı</a> <b>kalın</b><span style='display:none'>gizli</span></p>"
    "<table><tr><td>bir<td colspan=2>iki</table><img src='/picture?token-of-the-test' width=20 height=20>"_s;

HttpServerReply picture()
{
    HttpServerReply reply =
        HttpServerReply::text("<svg xmlns='http://www.w3.org/2000/svg' width='20' height='20'/>");
    reply.contentType = "image/svg+xml";
    return reply;
}

/// All that lies on the clipboard, in whatever format.
QByteArray everythingCopied()
{
    QByteArray all;
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    for (const QString& format : data->formats())
        all += format.toUtf8() + ": " + data->data(format) + '\n';
    return all;
}

bool holdsAnAddress(const QByteArray& copied)
{
    return copied.contains("token-of-the-test") || copied.contains(patientA.toUtf8()) ||
           copied.contains("http");
}

} // namespace

/// What leaves a page by copying and dragging: its text, and none of its addresses (rule S1).
class TestPaneCopies : public QObject
{
    Q_OBJECT

private slots:
    void init() { QGuiApplication::clipboard()->clear(); }
    void S1_aCopyHoldsNoAddress();
    void S1_aCutHoldsNoAddress();
    void S1_nothingDraggedHoldsAnAddress_data();
    void S1_nothingDraggedHoldsAnAddress();
    void aFieldsTextIsCopied();
};

void TestPaneCopies::S1_aCopyHoldsNoAddress()
{
    HttpServer server;
    server.route(formPath, html(content));
    server.route("/picture", picture());
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), formOf(server, patientA)));
    QVERIFY(pane.takesInput());
    pane.view()->triggerPageAction(QWebEnginePage::SelectAll);
    pane.view()->triggerPageAction(QWebEnginePage::Copy);
    QTRY_VERIFY(QGuiApplication::clipboard()->text().contains(u"bağlantı"_s));
    const QByteArray copied = everythingCopied();
    QVERIFY2(!holdsAnAddress(copied), copied.constData());
    const QString html = QGuiApplication::clipboard()->mimeData()->html();
    QVERIFY2(html.contains(u"<b>kalın</b>"_s) && html.contains(u"<td colspan=\"2\">iki</td>"_s),
             qPrintable(html));
    QVERIFY(!html.contains(u"gizli"));
}

void TestPaneCopies::S1_aCutHoldsNoAddress()
{
    HttpServer server;
    server.route(formPath, html(u"<div id=e contenteditable>"_s + content + u"</div>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), formOf(server, patientA)));
    QVERIFY(pane.takesInput());
    pane.evaluate(u"e.focus();getSelection().selectAllChildren(e)"_s);
    pane.view()->triggerPageAction(QWebEnginePage::Cut);
    QTRY_VERIFY(QGuiApplication::clipboard()->text().contains(u"bağlantı"_s));
    const QByteArray copied = everythingCopied();
    QVERIFY2(!holdsAnAddress(copied), copied.constData());
    QTRY_COMPARE(pane.evaluate(u"e.innerText.trim()"_s).toString(), QString());
    QTRY_VERIFY(pane.page->touched());
}

void TestPaneCopies::S1_nothingDraggedHoldsAnAddress_data()
{
    QTest::addColumn<QString>("select");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("told"); // types of what would be dragged
    QTest::newRow("link") << QString() << u"a"_s << u"none"_s;
    QTest::newRow("picture") << QString() << u"img"_s << QString();
    QTest::newRow("selection") << u"getSelection().selectAllChildren(document.querySelector('p'))"_s << u"b"_s
                               << u"text/plain=metin bağlantı kalın|text/html=<p>metin <span>bağlantı</span> "
                                  "<b>kalın</b></p>"_s;
}

void TestPaneCopies::S1_nothingDraggedHoldsAnAddress()
{
    QFETCH(QString, select);
    QFETCH(QString, from);
    HttpServer server;
    server.route(formPath, html(content));
    server.route("/picture", picture());
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), formOf(server, patientA)));
    QVERIFY(pane.takesInput());
    // The page hears of it last, and stops it: a drag of the window system's own ends the test.
    pane.evaluate(
        u"document.ondragstart=e=>{document.title='drag '+(e.defaultPrevented?'none':"
        "[...e.dataTransfer.types].map(t=>t+'='+e.dataTransfer.getData(t)).join('|'));e.preventDefault()};%1"_s
            .arg(select));
    const QVariantList middle =
        pane.evaluate(
                u"(r=>[r.x+r.width/2,r.y+r.height/2])(document.querySelector('%1').getBoundingClientRect())"_s
                    .arg(from))
            .toList();
    QPoint place(middle.at(0).toInt(), middle.at(1).toInt());
    QTest::mousePress(pane.inner(), Qt::LeftButton, {}, place);
    QVERIFY(until([&] {
        place += QPoint(3, 2);
        QMouseEvent move(QEvent::MouseMove, place, pane.inner()->mapToGlobal(place), Qt::NoButton,
                         Qt::LeftButton, {});
        QCoreApplication::sendEvent(pane.inner(), &move);
        return pane.view()->title().startsWith(u"drag");
    }));
    QTest::mouseRelease(pane.inner(), Qt::LeftButton, {}, place);
    QTEST(pane.view()->title().mid(5).trimmed(), "told");
}

void TestPaneCopies::aFieldsTextIsCopied()
{
    HttpServer server;
    server.route(formPath, html(u"<textarea id=t>alan</textarea>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), formOf(server, patientA)));
    QVERIFY(pane.takesInput());
    pane.evaluate(u"t.focus();t.select()"_s);
    pane.view()->triggerPageAction(QWebEnginePage::Copy);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), u"alan"_s);
}

QTEST_MAIN(TestPaneCopies)
#include "tst_pane_copies.moc"
