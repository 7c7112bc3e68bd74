#include "browser/ward.h"
#include "workspace/pdf/pdfviewer.h"

#include <QPdfDocument>
#include <QPdfPageNavigator>
#include <QPdfView>
#include <QTest>

#include <ctime>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;

namespace {

/// A document of so many pages, each with a content of so many bytes.
QByteArray document(int pages, int bytesEach)
{
    QByteArray pdf = "%PDF-1.4\n";
    QList<qsizetype> places;
    const auto add = [&](const QByteArray& object) {
        places.append(pdf.size());
        pdf += QByteArray::number(places.size()) + " 0 obj\n" + object + "\nendobj\n";
    };
    QByteArray kids;
    for (int page = 0; page < pages; ++page)
        kids += QByteArray::number(3 + 2 * page) + " 0 R ";
    add("<</Type/Catalog/Pages 2 0 R>>");
    add("<</Type/Pages/Kids[" + kids + "]/Count " + QByteArray::number(pages) + ">>");
    const QByteArray content = "0 0 200 200 re f %" + QByteArray(bytesEach, 'x');
    for (int page = 0; page < pages; ++page) {
        add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents " + QByteArray::number(4 + 2 * page) +
            " 0 R>>");
        add("<</Length " + QByteArray::number(content.size()) + ">>stream\n" + content + "\nendstream");
    }
    const qsizetype table = pdf.size();
    pdf += "xref\n0 " + QByteArray::number(places.size() + 1) + "\n0000000000 65535 f \n";
    for (const qsizetype place : places)
        pdf += QByteArray::number(place).rightJustified(10, '0') + " 00000 n \n";
    return pdf + "trailer<</Root 1 0 R/Size " + QByteArray::number(places.size() + 1) + ">>\nstartxref\n" +
           QByteArray::number(table) + "\n%%EOF\n";
}

HttpServerReply attachment(const QByteArray& pdf)
{
    HttpServerReply reply;
    reply.body = pdf;
    reply.contentType = "application/pdf";
    reply.headers = {{"Content-Disposition", "attachment; filename=\"rapor.pdf\""}};
    return reply;
}

#ifdef __SANITIZE_ADDRESS__
constexpr double longest = 200; // ms; each allocation is looked after then
#else
constexpr double longest = 50;
#endif

/// A pane that shows documents.
struct Reader : Ward
{
    Reader(const HttpServer& server, const QString& path)
        : Ward(rulesFor(server.url()), std::make_unique<Fixed>(server.url(path)))
    {
    }
    [[nodiscard]] PdfViewer* viewer() const { return pane.findChild<PdfViewer*>(); }
    [[nodiscard]] QPdfView* pagesOf() const { return viewer() ? viewer()->findChild<QPdfView*>() : nullptr; }
    [[nodiscard]] bool shows(int count) const
    {
        return pagesOf() && pagesOf()->isVisible() && pagesOf()->document() &&
               pagesOf()->document()->pageCount() == count;
    }
};

/// How long this thread worked at most between two turns of its event loop. Its own time: others' work on a
/// busy computer does not count.
class LongestTurn : public QObject
{
public:
    LongestTurn() { startTimer(0); }
    double milliseconds = 0;

protected:
    void timerEvent(QTimerEvent*) override
    {
        const double time = now();
        milliseconds = std::max(milliseconds, time - m_last);
        m_last = time;
    }

private:
    static double now()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }
    double m_last = now();
};

} // namespace

/// Documents that a page sends as files, as the pane shows them.
class TestPaneDocuments : public QObject
{
    Q_OBJECT

private slots:
    void oneInPlaceOfThePageIsShown();
    void anotherFileInPlaceOfThePageIsOffered();
    void W2_manyPagesDoNotStopTheWindow();
    void oneThatIsTooLargeCanBeSaved();
};

void TestPaneDocuments::oneInPlaceOfThePageIsShown()
{
    HttpServer server;
    server.route("/x", attachment(document(2, 10)));
    const Reader ward(server, u"/x"_s);
    QTRY_VERIFY(ward.shows(2));
    QVERIFY(!ward.says(u"sent no page"_s));
    // Behind it stands what became of the page, with the way to it.
    QTest::mouseClick(ward.button(u"Back to the page"_s), Qt::LeftButton);
    QTRY_VERIFY(ward.says(u"sent no page"_s));
    QVERIFY(ward.button(u"Try again"_s));
    QTest::mouseClick(ward.button(u"Try again"_s), Qt::LeftButton);
    QTRY_VERIFY(ward.shows(2));
    QCOMPARE(server.count("/x"), 2);
}

void TestPaneDocuments::anotherFileInPlaceOfThePageIsOffered()
{
    HttpServer server;
    HttpServerReply file = attachment("PK");
    file.contentType = "application/zip";
    server.route("/x", file);
    const Reader ward(server, u"/x"_s);
    QTRY_VERIFY(ward.says(u"sent no page"_s));
    QTRY_VERIFY(ward.button(u"Save…"_s));
    QVERIFY(!ward.viewer());
}

void TestPaneDocuments::W2_manyPagesDoNotStopTheWindow()
{
    constexpr int many = 5000;
    HttpServer server;
    server.route("/page", html(u"x"_s));
    server.route("/x", attachment(document(many, 12000)));
    const Reader ward(server, u"/page"_s);
    QTRY_VERIFY(ward.pane.page() && ward.pane.page()->hasDocument());
    auto* view = qobject_cast<QWebEngineView*>(ward.pane.page()->view(nullptr));
    view->page()->runJavaScript(u"location='/x'"_s);
    QTRY_VERIFY(ward.button(u"Show"_s));
    const LongestTurn turn;
    ward.button(u"Show"_s)->click();
    QVERIFY(until([&] { return ward.shows(many); }, std::chrono::minutes(3)));
    QVERIFY2(turn.milliseconds < longest, qPrintable(QString::number(turn.milliseconds)));
    // It is read page by page.
    QTRY_VERIFY(ward.says(u"Page 1 of %1"_s.arg(QLocale().toString(many))));
    QVERIFY(!ward.button(u"Previous page"_s)->isEnabled());
    ward.button(u"Next page"_s)->click();
    QTRY_VERIFY(ward.says(u"Page 2 of %1"_s.arg(QLocale().toString(many))));
    QVERIFY(ward.button(u"Previous page"_s)->isEnabled());
    QCOMPARE(ward.pagesOf()->pageNavigator()->currentPage(), 1);
}

void TestPaneDocuments::oneThatIsTooLargeCanBeSaved()
{
    HttpServer server;
    server.route("/x", attachment(document(7, 10 * 1024 * 1024)));
    const Reader ward(server, u"/x"_s);
    QTRY_VERIFY(ward.button(u"Save…"_s));
    QVERIFY(!ward.button(u"Show"_s));
    QVERIFY(!ward.viewer());
}

QTEST_MAIN(TestPaneDocuments)
#include "tst_pane_documents.moc"
