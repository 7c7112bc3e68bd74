#include "browser/downloads/download.h"
#include "browser/pane.h"
#include "browser/print/printabledocument.h"
#include "platform/files/memoryfolder.h"
#include "workspace/print/pdfprinter.h"

#include <QApplication>
#include <QBuffer>
#include <QPainter>
#include <QPdfDocument>
#include <QPdfSelection>
#include <QPdfWriter>
#include <QPrinter>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <sys/stat.h>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;

namespace {

/// A document of two pages: a black bar at the top, and a text.
QByteArray sample()
{
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    QPdfWriter writer(&bytes);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setResolution(100);
    QPainter painter(&writer);
    for (int page = 0; page < 2; ++page) {
        if (page > 0)
            writer.newPage();
        painter.fillRect(0, 0, writer.width(), 50, Qt::black);
        painter.drawText(100, 300, u"Durum bildirir rapor"_s);
    }
    painter.end();
    return bytes.data();
}

struct Document
{
    explicit Document(const QByteArray& pdf)
    {
        bytes.setData(pdf);
        bytes.open(QIODevice::ReadOnly);
        document.load(&bytes);
    }
    ~Document() { document.close(); }
    [[nodiscard]] QString text()
    {
        QString all;
        for (int page = 0; page < document.pageCount(); ++page)
            all += document.getAllText(page).text() + u'\n';
        return all;
    }
    QBuffer bytes;
    QPdfDocument document;
};

HttpServerReply pdfReply(const QByteArray& bytes)
{
    HttpServerReply reply = HttpServerReply::text(bytes);
    reply.contentType = "application/pdf";
    return reply;
}

/// What is on screen to be printed, as the window asks for it.
QUrl documentIn(Pane& pane)
{
    QUrl found;
    const bool there = until([&] {
        bool answered = false;
        pane.page->printing().look(pane.page.get(), [&](const ShownContent& shown) {
            found = shown.pdf;
            answered = true;
        });
        return until([&answered] { return answered; }) && !found.isEmpty();
    });
    return there ? found : QUrl();
}

QByteArray fetched(Pane& pane, const QUrl& url)
{
    Download* download = nullptr;
    pane.page->printing().fetchPdf(url, pane.page.get(), [&](Download* fetched) { download = fetched; });
    if (!until([&download] { return download != nullptr; }))
        return "(not fetched)";
    QSignalSpy ready(download, &Download::ready);
    download->read();
    if (!until([&ready] { return !ready.isEmpty(); }))
        return "(not ready)";
    return ready.first().at(0).toByteArray();
}

/// The document with what it has packed unpacked behind it.
QByteArray unpacked(const QByteArray& pdf)
{
    QByteArray all = pdf;
    const QByteArray begin = ">> stream\n";
    for (qsizetype at = pdf.indexOf(begin); at >= 0; at = pdf.indexOf(begin, at + 1)) {
        const qsizetype from = at + begin.size();
        const qsizetype end = pdf.indexOf("endstream", from);
        // qUncompress() wants the size before the bytes; one that is too small is enlarged.
        all += qUncompress(QByteArray("\0\0\1\0", 4) + pdf.sliced(from, end - from));
    }
    return all;
}

/// A printer that prints into a file.
MakePrinter printerInto(const QString& path)
{
    return [path] {
        auto printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
        printer->setOutputFormat(QPrinter::PdfFormat);
        printer->setOutputFileName(path);
        printer->setPageSize(QPageSize(QPageSize::A4));
        return printer;
    };
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Paper and PDF: the page itself by the engine, a document by QtPdf.
class TestPanePrint : public QObject
{
    Q_OBJECT

private slots:
    void aPageToPdf();
    void S1_S3_aPdfOfAPageHoldsNoAddress();
    void aPageOnPaper();
    void theDocumentIsFound_data();
    void theDocumentIsFound();
    void aBlobDocumentIsFound();
    void aPageWithoutDocument();
    void aDocumentOnPaper();
    void W2_aDocumentHoldsNothingUp();
    void somethingElseIsNotPrinted();
    void windowPrintNeedsAGesture();
};

void TestPanePrint::aPageToPdf()
{
    HttpServer server;
    server.route("/x", html(u"<h1>Muayene formu</h1>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    QByteArray bytes;
    const QPageLayout landscape(QPageSize(QPageSize::A4), QPageLayout::Landscape, {});
    pane.page->printing().toPdf(landscape, &pane.window, [&](const QByteArray& pdf) { bytes = pdf; });
    QTRY_VERIFY(!bytes.isEmpty());
    Document made(bytes);
    QVERIFY(made.text().contains(u"Muayene formu"));
    const QSizeF paper = made.document.pagePointSize(0);
    QVERIFY(paper.width() > paper.height());
}

void TestPanePrint::S1_S3_aPdfOfAPageHoldsNoAddress()
{
    HttpServer server;
    server.route(
        "/healthstatusweb/singledoctor/createreport",
        html(u"<title>x</title><h1 id=top>Muayene formu</h1><a href=''>own</a><a href='#top'>top</a>"
             "<a href='?q=(a)%29&Authorization=token-of-the-test'>brackets</a><svg width=50 height=20>"
             "<a href='?Authorization=token-of-the-test'><text y=15>svg</text></a></svg>"
             "<form action='?Authorization=token-of-the-test'><input value=alan><button>x</button></form>"
             "<iframe srcdoc='<a href=\"\">inner</a>'></iframe><div style='height:2000px'></div>"
             "<a href=''>own</a>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), formOf(server, patientA)));
    QByteArray bytes;
    pane.page->printing().toPdf({QPageSize(QPageSize::A4), QPageLayout::Portrait, {}}, &pane.window,
                                [&](const QByteArray& pdf) { bytes = pdf; });
    QTRY_VERIFY_WITH_TIMEOUT(!bytes.isEmpty(), 20000);
    Document made(bytes);
    QVERIFY(made.document.pageCount() > 1);
    QVERIFY(made.text().contains(u"Muayene formu"));
    QVERIFY(made.text().contains(u"brackets"));
    const QByteArray plain = unpacked(bytes);
    QVERIFY(plain.contains("/FontDescriptor") && plain.size() > bytes.size()); // it is what is in there
    for (const QByteArray& part : {QByteArray("token-of-the-test"), patientA.toUtf8(), QByteArray("http:"),
                                   QByteArray("createreport")})
        QVERIFY2(!plain.contains(part), part.constData());
}

void TestPanePrint::aPageOnPaper()
{
    HttpServer server;
    server.route("/x", html(u"<div style='background:#000;height:400px;"
                            "-webkit-print-color-adjust:exact'></div>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    QTemporaryDir folder;
    const QString path = folder.filePath(u"paper.pdf"_s);
    std::optional<bool> done;
    pane.page->printing().toPdf(
        {QPageSize(QPageSize::A4), QPageLayout::Portrait, {}}, this,
        [&](const QByteArray& pdf) { printPdf(pdf, printerInto(path), this, [&](bool ok) { done = ok; }); });
    QTRY_VERIFY(done.has_value());
    QVERIFY(*done);
    Document paper(contentOf(path));
    QCOMPARE(paper.document.pageCount(), 1);
    const QImage image = paper.document.render(0, QSize(210, 297));
    QVERIFY(qGray(image.pixel(105, 60)) < 40);
}

void TestPanePrint::theDocumentIsFound_data()
{
    QTest::addColumn<QString>("page");
    QTest::newRow("in a frame") << u"<p>viewer</p><iframe width=400 height=300 src=/r.pdf></iframe>"_s;
    QTest::newRow("embedded") << u"<embed width=400 height=300 type=application/pdf src=/r.pdf>"_s;
    QTest::newRow("an object")
        << u"<object width=400 height=300 type=application/pdf data=/r.pdf></object>"_s;
    QTest::newRow("the page itself") << QString();
}

void TestPanePrint::theDocumentIsFound()
{
    QFETCH(QString, page);
    const QByteArray pdf = sample();
    HttpServer server;
    server.route("/r.pdf", pdfReply(pdf));
    server.route("/x", html(page));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(page.isEmpty() ? u"/r.pdf"_s : u"/x"_s)));
    const QUrl url = documentIn(pane);
    QCOMPARE(url, server.url(u"/r.pdf"_s));
    // The very bytes: the text is there, and nothing of the viewer around it.
    QVERIFY(fetched(pane, url) == pdf);
}

void TestPanePrint::aBlobDocumentIsFound()
{
    const QByteArray pdf = sample();
    HttpServer server;
    server.route("/r.pdf", pdfReply(pdf));
    server.route(
        "/x", html(u"<iframe id=f width=400 height=300></iframe><script>"
                   "fetch('/r.pdf').then(r=>r.blob()).then(b=>{f.src=URL.createObjectURL(b)})</script>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    const QUrl url = documentIn(pane);
    QCOMPARE(url.scheme(), u"blob"_s);
    QVERIFY(fetched(pane, url) == pdf);
    QCOMPARE(server.count("/r.pdf"), 1);
}

void TestPanePrint::aPageWithoutDocument()
{
    HttpServer server;
    server.route("/y", html(u"y"_s));
    server.route("/x", html(u"<iframe src=/y></iframe>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    bool answered = false;
    QUrl found(u"about:blank"_s);
    pane.page->printing().look(pane.page.get(), [&](const ShownContent& shown) {
        found = shown.pdf;
        answered = true;
    });
    QTRY_VERIFY(answered);
    QVERIFY(found.isEmpty());
}

void TestPanePrint::aDocumentOnPaper()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"paper.pdf"_s);
    std::optional<bool> done;
    printPdf(sample(), printerInto(path), this, [&](bool ok) { done = ok; });
    QTRY_VERIFY(done.has_value());
    QVERIFY(*done);
    Document original(sample());
    Document paper(contentOf(path));
    QCOMPARE(paper.document.pageCount(), 2);
    // The same picture: its black bar is near the top, and nothing stands where the original is white.
    const QImage drawn = paper.document.render(0, QSize(420, 594));
    QImage image(drawn.size(), QImage::Format_RGB32); // what is not drawn is transparent
    image.fill(Qt::white);
    QPainter(&image).drawImage(0, 0, drawn);
    int firstBlack = -1;
    for (int y = 0; y < image.height() && firstBlack < 0; ++y) {
        if (qGray(image.pixel(210, y)) < 60)
            firstBlack = y;
    }
    QVERIFY2(firstBlack > 5 && firstBlack < 60, qPrintable(QString::number(firstBlack)));
}

// A printer that takes nothing until the window goes on with its work.
void TestPanePrint::W2_aDocumentHoldsNothingUp()
{
    QTemporaryDir folder;
    const QString paper = folder.filePath(u"paper.pdf"_s);
    QCOMPARE(::mkfifo(qPrintable(paper), 0600), 0);
    QSemaphore windowGoesOn;
    bool heldUp = false;
    QByteArray printed;
    const std::unique_ptr<QThread> device(QThread::create([&] {
        heldUp = !windowGoesOn.tryAcquire(1, 10000);
        QFile file(paper);
        if (file.open(QIODevice::ReadOnly))
            printed = file.readAll();
    }));
    device->start();

    std::optional<bool> done;
    printPdf(sample(), printerInto(paper), this, [&](bool ok) { done = ok; });
    const bool answeredAtOnce = done.has_value();
    windowGoesOn.release();
    QTRY_VERIFY(done.has_value());
    device->wait();
    QVERIFY(!heldUp);
    QVERIFY(!answeredAtOnce);
    QVERIFY(*done);
    QVERIFY(printed.startsWith("%PDF"));
}

void TestPanePrint::somethingElseIsNotPrinted()
{
    QTemporaryDir folder;
    std::optional<bool> done;
    printPdf("<html>no document</html>", printerInto(folder.filePath(u"paper.pdf"_s)), this,
             [&](bool ok) { done = ok; });
    QTRY_VERIFY(done.has_value());
    QVERIFY(!*done);
}

void TestPanePrint::windowPrintNeedsAGesture()
{
    HttpServer server;
    server.route("/x", html(u"<button id=b onclick='print()'>x</button><script>print()</script>"_s));
    Pane pane;
    QSignalSpy asked(&pane.page->printing(), &PrintableDocument::asked);
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    QCOMPARE(pane.evaluate(u"1"_s).toInt(), 1);
    QCOMPARE(asked.count(), 0);
    QVERIFY(pane.click(u"#b"_s));
    QTRY_COMPARE(asked.count(), 1);
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const EngineDownloadsInMemory downloadsInMemory;
    TestPanePrint test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_pane_print.moc"
