#include "workspace/print/printcontroller.h"

#include "audit/widgets/auditplace.h"
#include "browser/downloads/download.h"
#include "browser/page/isolatedpage.h"
#include "browser/print/printabledocument.h"
#include "core/call/background.h"
#include "widgets/messagebar.h"
#include "widgets/print/savedfile.h"
#include "workspace/downloads/downloadshelf.h"
#include "workspace/print/pdfprinter.h"

#include <QFileInfo>
#include <QPrinter>

#include <chrono>
#include <utility>

namespace hekim {

using namespace std::chrono_literals;

namespace {

/// What is saved is printed sooner or later: no printer reaches the edge.
QPageLayout savedPaper()
{
    constexpr qreal margin = 10;
    return {QPageSize(QPageSize::A4),
            QPageLayout::Portrait,
            {margin, margin, margin, margin},
            QPageLayout::Millimeter};
}

} // namespace

PrintController::PrintController(QWidget& window, MessageBar& notices, DownloadShelf& shelf)
    : QObject(&window), m_window(window), m_notices(notices), m_shelf(shelf)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(30s);
    connect(&m_patience, &QTimer::timeout, this, &PrintController::documentMissing);
}

void PrintController::serve(IsolatedPage& page)
{
    m_page = &page;
    connect(&page.printing(), &PrintableDocument::asked, this, &PrintController::printPage);
    connect(&page.printing(), &PrintableDocument::documentFetched, this, &PrintController::take);
}

void PrintController::printPage()
{
    if (!m_page || m_asking)
        return;
    findDocument([this](bool isDocument) {
        if (isDocument)
            withDocument([this](const QByteArray& pdf) { printDocument(pdf); });
        else
            ask(
                PrintDialog::Content::Page, [this](const PrintWish& wish) { layOut(wish); },
                [this] { savePage(); });
    });
}

void PrintController::layOut(const PrintWish& wish)
{
    m_notices.show(theme::State::Info, tr("The page is being printed…"));
    // The engine's own print() paints each sheet at the printer's finest resolution, half a gigabyte at 1200
    // dpi. The margins are the printer's, added on paper.
    inThreadOfItsOwn(
        this, printersDeadline, [wish] { return paperOf(wish); },
        [this, wish](const std::optional<QPageLayout>& paper) {
            if (!paper)
                tellEnd(false);
            else if (m_page)
                m_page->printing().toPdf(*paper, this,
                                         [this, wish](const QByteArray& pdf) { putOnPaper(pdf, wish); });
        });
}

void PrintController::printDocument(const QByteArray& pdf)
{
    ask(
        PrintDialog::Content::Document,
        [this, pdf](const PrintWish& wish) {
            m_notices.show(theme::State::Info, tr("The page is being printed…"));
            putOnPaper(pdf, wish);
        },
        [this, pdf] {
            m_shelf.askForPlace(tr("report.pdf"), [this, pdf](const QString& path) { write(path, pdf); });
        });
}

void PrintController::putOnPaper(const QByteArray& pdf, const PrintWish& wish)
{
    printPdf(
        pdf, [wish] { return makePrinter(wish); }, this, [this](bool done) { tellEnd(done); });
}

void PrintController::saveAsPdf()
{
    if (!m_page)
        return;
    findDocument([this](bool isDocument) {
        if (!isDocument) {
            savePage();
            return;
        }
        m_shelf.askForPlace(tr("report.pdf"), [this](const QString& path) {
            withDocument([this, path](const QByteArray& pdf) { write(path, pdf); });
        });
    });
}

void PrintController::savePage()
{
    m_shelf.askForPlace(tr("report.pdf"), [this](const QString& path) {
        if (m_page)
            m_page->printing().toPdf(savedPaper(), this,
                                     [this, path](const QByteArray& pdf) { write(path, pdf); });
    });
}

void PrintController::findDocument(std::function<void(bool)> then)
{
    m_page->printing().findDocument(this, [this, then = std::move(then)](const QUrl& url) {
        m_document = url;
        then(url.isValid() && !url.isEmpty());
    });
}

void PrintController::withDocument(std::function<void(const QByteArray&)> then)
{
    if (!m_page)
        return;
    m_waiting = std::move(then);
    m_patience.start();
    m_page->printing().fetchDocument(m_document);
}

void PrintController::take(Download* download)
{
    connect(download, &Download::ready, this, [this, download](const QByteArray& pdf) {
        download->deleteLater();
        m_patience.stop();
        if (const auto then = std::exchange(m_waiting, {})) {
            if (pdf.contains("%PDF-"))
                then(pdf);
            else
                documentMissing(); // the server answered the second time with something else
        }
    });
    connect(download, &Download::failed, this, [this, download] {
        download->deleteLater();
        documentMissing();
    });
    download->read();
}

void PrintController::documentMissing()
{
    m_patience.stop();
    m_waiting = {};
    m_notices.show(theme::State::Warning,
                   tr("The document on the page could not be fetched for printing. Use the page's own save "
                      "button, then print the saved file."));
}

void PrintController::ask(PrintDialog::Content content, std::function<void(const PrintWish&)> print,
                          std::function<void()> save)
{
    if (m_asking)
        return;
    m_asking = new PrintDialog(content, &m_window);
    connect(m_asking, &PrintDialog::printAsked, this, std::move(print));
    connect(m_asking, &PrintDialog::saveAsked, this, std::move(save));
    m_asking->open();
}

void PrintController::tellEnd(bool done)
{
    audit(m_window, AuditAction::Print, done);
    if (done)
        m_notices.show(theme::State::Ok, tr("Sent to the printer."));
    else
        m_notices.show(theme::State::Error, tr("The page could not be printed. Check the printer."));
}

void PrintController::write(const QString& path, const QByteArray& pdf)
{
    writeInBackground(path, pdf, this, [this, path](bool written) {
        const QString name = QFileInfo(path).fileName();
        audit(m_window, AuditAction::Download, written);
        if (written)
            m_notices.show(theme::State::Ok, tr("“%1” was saved.").arg(name));
        else
            m_notices.show(theme::State::Error,
                           tr("“%1” could not be written. Choose another folder.").arg(name));
    });
}

} // namespace hekim
