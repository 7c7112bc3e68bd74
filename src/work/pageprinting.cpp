#include "work/pageprinting.h"

#include "gui/auditplace.h"
#include "gui/messagebar.h"
#include "gui/printerquestion.h"
#include "web/download.h"
#include "web/isolatedpage.h"
#include "web/pageprint.h"
#include "work/downloadshelf.h"
#include "work/pdfprinter.h"

#include <QDialog>
#include <QFileInfo>
#include <QPrinter>
#include <QSaveFile>
#include <QThread>

#include <chrono>
#include <utility>

namespace hekim {

using namespace std::chrono_literals;

namespace {

/// What is saved is printed by somebody sooner or later: no printer reaches the edge.
QPageLayout savedPaper()
{
    constexpr qreal margin = 10;
    return {QPageSize(QPageSize::A4),
            QPageLayout::Portrait,
            {margin, margin, margin, margin},
            QPageLayout::Millimeter};
}

} // namespace

PagePrinting::PagePrinting(QWidget& window, MessageBar& notices, DownloadShelf& shelf)
    : QObject(&window), m_window(window), m_notices(notices), m_shelf(shelf)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(30s);
    connect(&m_patience, &QTimer::timeout, this, &PagePrinting::documentMissing);
}

void PagePrinting::serve(IsolatedPage& page)
{
    m_page = &page;
    connect(&page.printing(), &PagePrint::asked, this, &PagePrinting::printPage);
    connect(&page.printing(), &PagePrint::documentFetched, this, &PagePrinting::take);
}

void PagePrinting::printPage()
{
    if (!m_page || m_asking)
        return;
    findDocument([this](bool isDocument) {
        if (isDocument) {
            withDocument([this](const QByteArray& pdf) { printDocument(pdf); });
            return;
        }
        askForPrinter([this](const std::shared_ptr<QPrinter>& printer) {
            if (!m_page)
                return;
            m_notices.show(theme::State::Info, tr("The page is being printed…"));
            // The engine's own print() paints each sheet at the printer's finest resolution, half a gigabyte
            // at 1200 dpi. The margins are the printer's, added on paper.
            const QPageLayout paper = printer->pageLayout();
            m_page->printing().toPdf({paper.pageSize(), paper.orientation(), {}}, this,
                                     [this, printer](const QByteArray& pdf) { putOnPaper(pdf, printer); });
        });
    });
}

void PagePrinting::printDocument(const QByteArray& pdf)
{
    askForPrinter([this, pdf](const std::shared_ptr<QPrinter>& printer) {
        m_notices.show(theme::State::Info, tr("The page is being printed…"));
        putOnPaper(pdf, printer);
    });
}

void PagePrinting::putOnPaper(const QByteArray& pdf, const std::shared_ptr<QPrinter>& printer)
{
    printPdf(pdf, printer, this, [this](bool done) { tellEnd(done); });
}

void PagePrinting::saveAsPdf()
{
    if (!m_page)
        return;
    findDocument([this](bool isDocument) {
        m_shelf.askForPlace(tr("report.pdf"), [this, isDocument](const QString& path) {
            const auto keep = [this, path](const QByteArray& pdf) { write(path, pdf); };
            if (isDocument)
                withDocument(keep);
            else if (m_page)
                m_page->printing().toPdf(savedPaper(), this, keep);
        });
    });
}

void PagePrinting::findDocument(std::function<void(bool)> then)
{
    m_page->printing().findDocument(this, [this, then = std::move(then)](const QUrl& url) {
        m_document = url;
        then(url.isValid() && !url.isEmpty());
    });
}

void PagePrinting::withDocument(std::function<void(const QByteArray&)> then)
{
    if (!m_page)
        return;
    m_waiting = std::move(then);
    m_patience.start();
    m_page->printing().fetchDocument(m_document);
}

void PagePrinting::take(Download* download)
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

void PagePrinting::documentMissing()
{
    m_patience.stop();
    m_waiting = {};
    m_notices.show(theme::State::Warning,
                   tr("The document on the page could not be fetched for printing. Use the page's own save "
                      "button, then print the saved file."));
}

void PagePrinting::askForPrinter(std::function<void(std::shared_ptr<QPrinter>)> chosen)
{
    if (m_asking)
        return;
    m_asking = hekim::askForPrinter(&m_window, std::move(chosen));
}

void PagePrinting::tellEnd(bool done)
{
    audit(m_window, AuditAction::Print, done);
    if (done)
        m_notices.show(theme::State::Ok, tr("Sent to the printer."));
    else
        m_notices.show(theme::State::Error, tr("The page could not be printed. Check the printer."));
}

void PagePrinting::write(const QString& path, const QByteArray& pdf)
{
    auto written = std::make_shared<bool>(false);
    QThread* thread = QThread::create([path, pdf, written] {
        QSaveFile file(path);
        *written = !pdf.isEmpty() && file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size() &&
                   file.commit();
    });
    connect(thread, &QThread::finished, this, [this, path, written] {
        const QString name = QFileInfo(path).fileName();
        audit(m_window, AuditAction::Download, *written);
        if (*written)
            m_notices.show(theme::State::Ok, tr("“%1” was saved.").arg(name));
        else
            m_notices.show(theme::State::Error,
                           tr("“%1” could not be written. Choose another folder.").arg(name));
    });
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start(QThread::LowPriority);
}

} // namespace hekim
