#include "browser/pane.h"
#include "browser/print/printabledocument.h"
#include "platform/files/memoryfolder.h"
#include "support/cups.h"
#include "widgets/messagebar.h"
#include "widgets/print/printdialog.h"
#include "workspace/downloads/downloadshelf.h"
#include "workspace/print/printcontroller.h"

#include <QApplication>
#include <QBuffer>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPdfDocument>
#include <QPdfSelection>
#include <QPdfWriter>
#include <QPushButton>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>
#include <QWebEngineDownloadRequest>
#include <QWebEngineProfile>

#include <atomic>
#include <optional>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;

namespace {

const QString changed = u"The page has changed meanwhile"_s;

HttpServerReply pdfSaying(const QString& text)
{
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    QPdfWriter writer(&bytes);
    QPainter painter(&writer);
    painter.drawText(1000, 1000, text);
    painter.end();
    HttpServerReply reply = HttpServerReply::text(bytes.data());
    reply.contentType = "application/pdf";
    reply.headers = {{"Cache-Control", "no-store"}};
    return reply;
}

QString textOf(const QString& path)
{
    QPdfDocument document;
    document.load(path);
    QString all;
    for (int page = 0; page < document.pageCount(); ++page)
        all += document.getAllText(page).text();
    document.close();
    return all;
}

HttpServerReply report(const QString& name, const QString& more = {})
{
    return html(u"<h1 id=h>Report %1</h1>%2"_s.arg(name, more));
}

/// A document in a frame of a page, whose second answer waits until the test lets it go.
class HeldDocument
{
public:
    explicit HeldDocument(const QString& text) : m_text(text) {}
    ~HeldDocument() { m_go.release(1000); }
    Q_DISABLE_COPY_MOVE(HeldDocument)

    HttpServerReply answer()
    {
        if (++m_asked > 1)
            m_go.acquire();
        return pdfSaying(m_text);
    }
    [[nodiscard]] int asked() const { return m_asked; }
    void letGo() { m_go.release(); }

private:
    QString m_text;
    std::atomic<int> m_asked = 0;
    QSemaphore m_go;
};

/// A pane whose page can be printed and saved, with what the doctor sees of it.
class Printing
{
public:
    Printing()
    {
        m_controller.serve(*m_pane.page);
        m_notices.hide();
    }

    bool open(const HttpServer& server, const QString& path)
    {
        return m_pane.openAndWait(rulesFor(server.url()), server.url(path));
    }
    /// The page goes on by itself, as after a click in it.
    bool follow(const QString& script, const QString& heading)
    {
        m_pane.evaluate(
            u"setTimeout(() => { %1 }); 1"_s.arg(script)); // the answer comes before the page goes
        return until([&] { return m_pane.text().contains(heading); });
    }
    /// As the user does; and the page has said by then what there is to be printed: it answers in order.
    void print()
    {
        m_controller.printPage();
        m_pane.evaluate(u"1"_s);
    }
    void saveAsPdf()
    {
        m_controller.saveAsPdf();
        m_pane.evaluate(u"1"_s);
    }

    [[nodiscard]] Pane& pane() { return m_pane; }
    [[nodiscard]] PrintDialog* dialog() const { return shownChild<PrintDialog>(); }
    [[nodiscard]] QFileDialog* fileDialog() const { return shownChild<QFileDialog>(); }
    [[nodiscard]] bool says(const QString& words) const
    {
        const auto labels = m_notices.findChildren<QLabel*>();
        return std::ranges::any_of(labels,
                                   [&](const QLabel* label) { return label->text().contains(words); });
    }
    /// Of the dialog that is open.
    [[nodiscard]] QPushButton* button(const QString& text) const
    {
        if (!dialog())
            return nullptr;
        for (auto* found : dialog()->findChildren<QPushButton*>()) {
            if (found->text() == text)
                return found;
        }
        return nullptr;
    }
    bool press(const QString& text)
    {
        if (!until([&] { return button(text) != nullptr; }))
            return false;
        button(text)->click();
        return true;
    }
    /// In the file dialog that is open or about to open.
    bool saveTo(const QString& path)
    {
        if (!until([this] { return fileDialog() != nullptr; }))
            return false;
        fileDialog()->findChild<QLineEdit*>()->setText(
            path); // selectFile() leaves a name with the keyboard alone
        static_cast<QDialog*>(fileDialog())->accept();
        return true;
    }

private:
    template <class Dialog>
    [[nodiscard]] Dialog* shownChild() const
    {
        for (auto* dialog : m_pane.window.findChildren<Dialog*>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }

    Pane m_pane;
    MessageBar m_notices{&m_pane.window};
    DownloadShelf m_shelf{&m_pane.window};
    PrintController m_controller{m_pane.window, m_notices, m_shelf};
};

} // namespace

/// What is printed or saved is what was on screen when the user wished it.
class TestPanePrintWishes : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder.emplace(); }
    void P1_theFormerWishsAnswerIsNotTaken_data();
    void P1_theFormerWishsAnswerIsNotTaken();
    void P1_aDocumentThatIsNotShownAnyMoreIsNotPrinted_data();
    void P1_aDocumentThatIsNotShownAnyMoreIsNotPrinted();
    void P1_aPageThatHasChangedIsNotPrinted_data();
    void P1_aPageThatHasChangedIsNotPrinted();
    void P1_aPageThatHasChangedIsNotSaved_data();
    void P1_aPageThatHasChangedIsNotSaved();
    void P1_theQuestionGoesWithItsPage();
    void aPageThatStaysIsPrinted();
    void aPageThatStaysIsSaved();

private:
    std::optional<QTemporaryDir> m_folder;
};

void TestPanePrintWishes::P1_theFormerWishsAnswerIsNotTaken_data()
{
    QTest::addColumn<QString>("addressOfB");
    QTest::addColumn<bool>("saves");
    for (const bool saves : {false, true}) {
        const QByteArray how = saves ? "saved" : "printed";
        QTest::addRow("%s, of another address", how.constData()) << u"/b.pdf"_s << saves;
        QTest::addRow("%s, of the same address", how.constData()) << u"/a.pdf"_s << saves;
    }
}

// The answer to A's wish is late, and comes while B is on screen and wished for.
void TestPanePrintWishes::P1_theFormerWishsAnswerIsNotTaken()
{
    QFETCH(QString, addressOfB);
    QFETCH(bool, saves);
    HeldDocument a(u"Report A"_s);
    HeldDocument b(u"Report B"_s);
    std::atomic<bool> isB = false;
    HttpServer server;
    server.route("/a.pdf", [&](const HttpServerRequest&) { return isB ? b.answer() : a.answer(); });
    server.route("/b.pdf", [&](const HttpServerRequest&) { return b.answer(); });
    const QString frame = u"<iframe width=400 height=300 src='%1'></iframe>"_s;
    server.route("/a", report(u"A"_s, frame.arg(u"/a.pdf"_s)));
    server.route("/b", report(u"B"_s, frame.arg(addressOfB)));
    Printing printing;
    QVERIFY(printing.open(server, u"/a"_s));
    QTRY_COMPARE(a.asked(), 1);
    QPointer<QWebEngineDownloadRequest> first;
    connect(printing.pane().view()->page()->profile(), &QWebEngineProfile::downloadRequested, this,
            [&first](QWebEngineDownloadRequest* request) {
                if (!first)
                    first = request;
            });

    const QString path = m_folder->filePath(u"wished.pdf"_s);
    if (saves) {
        printing.saveAsPdf();
        QVERIFY(printing.saveTo(m_folder->filePath(u"former.pdf"_s)));
    } else {
        printing.print();
    }
    QTRY_COMPARE(a.asked(), 2);
    isB = true;
    QVERIFY(printing.follow(u"location.href = '/b'"_s, u"Report B"_s));
    QTRY_COMPARE(b.asked(), 1);
    QVERIFY(until([&] { // the document is in its frame
        return printing.pane().evaluate(u"document.querySelector('iframe').contentDocument.contentType"_s) ==
               u"application/pdf"_s;
    }));
    if (saves) {
        printing.saveAsPdf();
        QVERIFY(printing.saveTo(path));
    } else {
        printing.print();
    }
    if (addressOfB == u"/b.pdf"_s)
        QTRY_COMPARE(b.asked(), 2); // else the engine asks when it has the first answer
    a.letGo();
    QTRY_VERIFY(first || b.asked() == 2);
    QTRY_VERIFY(!first || first->isFinished());
    printing.pane().evaluate(u"1"_s); // a round through the engine, in which a first answer is handed on
    QVERIFY(!printing.dialog());
    b.letGo();
    if (!saves) {
        QVERIFY(printing.press(u"Save…"_s));
        QVERIFY(printing.saveTo(path));
    }
    QTRY_VERIFY(QFile::exists(path));
    QCOMPARE(textOf(path).trimmed(), u"Report B"_s);
    QVERIFY(!QFile::exists(m_folder->filePath(u"former.pdf"_s)));
}

void TestPanePrintWishes::P1_aDocumentThatIsNotShownAnyMoreIsNotPrinted_data()
{
    QTest::addColumn<QString>("script");
    QTest::newRow("another page") << u"location.href = '/b'"_s;
    QTest::newRow("another report in the page")
        << u"history.pushState({}, '', '/b'); h.textContent = 'Report B'"_s;
    QTest::newRow("another document in the frame")
        << u"f.onload = () => { h.textContent = 'Report B' }; f.src = '/b.pdf'"_s;
}

void TestPanePrintWishes::P1_aDocumentThatIsNotShownAnyMoreIsNotPrinted()
{
    QFETCH(QString, script);
    HeldDocument a(u"Report A"_s);
    HttpServer server;
    server.route("/a.pdf", [&](const HttpServerRequest&) { return a.answer(); });
    server.route("/b.pdf", pdfSaying(u"Report B"_s));
    server.route("/a",
                 html(u"<h1 id=h>Report A</h1><iframe id=f width=400 height=300 src='/a.pdf'></iframe>"_s));
    server.route("/b", report(u"B"_s));
    Printing printing;
    QVERIFY(printing.open(server, u"/a"_s));
    QTRY_COMPARE(a.asked(), 1);
    QVERIFY(until([&] {
        return printing.pane().evaluate(u"f.contentDocument.contentType"_s) == u"application/pdf"_s;
    }));
    printing.print();
    QTRY_COMPARE(a.asked(), 2);
    QVERIFY(printing.follow(script, u"Report B"_s));
    a.letGo();
    QTRY_VERIFY(printing.dialog() || printing.says(changed));
    QVERIFY(!printing.dialog());
}

void TestPanePrintWishes::P1_aPageThatHasChangedIsNotPrinted_data()
{
    QTest::addColumn<QString>("script");
    QTest::newRow("another page") << u"location.href = '/b'"_s;
    QTest::newRow("the same address anew") << u"location.reload()"_s;
    QTest::newRow("another report in the page")
        << u"history.pushState({}, '', '/b'); h.textContent = 'Report B'"_s;
    QTest::newRow("another report by the fragment") << u"location.hash = 'b'; h.textContent = 'Report B'"_s;
    // By the frame's address: the page's own would end the wish before the engine has made its PDF, and a
    // page that is deleted meanwhile takes the program along (6.4.2).
    QTest::newRow("as it is laid out")
        << u"addEventListener('beforeprint', () => {"
           "f.contentWindow.history.pushState({}, '', '/b'); h.textContent = 'Report B' })"_s;
}

// The print server is slow, and meanwhile the doctor goes on.
void TestPanePrintWishes::P1_aPageThatHasChangedIsNotPrinted()
{
    QFETCH(QString, script);
    const bool isLate = script.contains(u"beforeprint");
    std::atomic<bool> isB = false;
    HttpServer server;
    server.route("/a", [&](const HttpServerRequest&) {
        return report(isB ? u"B"_s : u"A"_s, u"<iframe id=f width=100 height=50 src=/c></iframe>"_s);
    });
    server.route("/b", report(u"B"_s));
    server.route("/c", html(u"c"_s));
    QSemaphore go;
    std::atomic<bool> holds = false;
    std::atomic<bool> held = false;
    const CupsServer cups({"Poliklinik"}, [&] {
        if (!holds)
            return;
        held = true;
        go.acquire();
    });
    const auto letGo = qScopeGuard([&] { go.release(1000); });
    Printing printing;
    QVERIFY(printing.open(server, u"/a"_s));
    printing.print();
    QTRY_VERIFY(printing.button(u"Print"_s)); // the printers are found
    holds = true;
    printing.button(u"Print"_s)->click();
    QTRY_VERIFY(held);
    isB = true;
    if (isLate)
        printing.pane().evaluate(script);
    else
        QVERIFY(printing.follow(script, u"Report B"_s));
    holds = false;
    go.release(1000);
    QTRY_VERIFY(printing.says(changed) || !cups.jobs().isEmpty());
    QVERIFY(cups.jobs().isEmpty());
    QVERIFY(printing.says(changed));
}

void TestPanePrintWishes::P1_aPageThatHasChangedIsNotSaved_data()
{
    P1_aPageThatHasChangedIsNotPrinted_data();
}

// The page goes on while it is asked where to save it.
void TestPanePrintWishes::P1_aPageThatHasChangedIsNotSaved()
{
    QFETCH(QString, script);
    std::atomic<bool> isB = false;
    HttpServer server;
    server.route("/a", [&](const HttpServerRequest&) {
        return report(isB ? u"B"_s : u"A"_s, u"<iframe id=f width=100 height=50 src=/c></iframe>"_s);
    });
    server.route("/b", report(u"B"_s));
    server.route("/c", html(u"c"_s));
    Printing printing;
    QVERIFY(printing.open(server, u"/a"_s));
    printing.saveAsPdf();
    QTRY_VERIFY(printing.fileDialog());
    isB = true;
    if (script.contains(u"beforeprint"))
        printing.pane().evaluate(script);
    else
        QVERIFY(printing.follow(script, u"Report B"_s));
    const QString path = m_folder->filePath(u"page.pdf"_s);
    if (printing.fileDialog())
        QVERIFY(printing.saveTo(path));
    QTRY_VERIFY(printing.says(changed) || printing.says(u"was saved"_s));
    QVERIFY(printing.says(changed));
    QVERIFY(!QFile::exists(path));
}

void TestPanePrintWishes::P1_theQuestionGoesWithItsPage()
{
    HttpServer server;
    server.route("/a", report(u"A"_s));
    server.route("/b", report(u"B"_s));
    const SilentCups cups;
    Printing printing;
    QVERIFY(printing.open(server, u"/a"_s));
    printing.print();
    QTRY_VERIFY(printing.dialog());
    QVERIFY(printing.follow(u"location.href = '/b'"_s, u"Report B"_s));
    QTRY_VERIFY(!printing.dialog());
    QVERIFY(printing.says(changed));
}

void TestPanePrintWishes::aPageThatStaysIsPrinted()
{
    HttpServer server;
    server.route("/a", report(u"A"_s));
    const CupsServer cups({"Poliklinik"});
    Printing printing;
    QVERIFY(printing.open(server, u"/a"_s));
    printing.print();
    QVERIFY(printing.press(u"Print"_s));
    QTRY_VERIFY(printing.says(u"Sent to the printer."_s));
    QCOMPARE(cups.jobs().size(), 1);
}

void TestPanePrintWishes::aPageThatStaysIsSaved()
{
    HttpServer server;
    server.route("/a", report(u"A"_s));
    Printing printing;
    QVERIFY(printing.open(server, u"/a"_s));
    printing.saveAsPdf();
    const QString path = m_folder->filePath(u"page.pdf"_s);
    QVERIFY(printing.saveTo(path));
    QTRY_VERIFY(printing.says(u"was saved"_s));
    QCOMPARE(textOf(path).trimmed(), u"Report A"_s);
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    const EngineDownloadsInMemory downloadsInMemory;
    TestPanePrintWishes test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_pane_printwishes.moc"
