#include "workspace/print/printcontroller.h"

#include "audit/widgets/auditplace.h"
#include "browser/page/isolatedpage.h"
#include "core/call/background.h"
#include "widgets/messagebar.h"
#include "widgets/print/savedfile.h"
#include "workspace/downloads/downloadshelf.h"
#include "workspace/print/pdfprinter.h"
#include "workspace/print/printtask.h"

#include <QFileInfo>
#include <QPrinter>

namespace hekim {

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
}

PrintController::~PrintController() = default;

void PrintController::serve(IsolatedPage& page)
{
    cancel();
    m_page = &page;
    connect(&page.printing(), &PrintableDocument::asked, this, &PrintController::printPage);
}

PrintTask& PrintController::begin(std::unique_ptr<PrintTask> task)
{
    m_task = std::move(task);
    connect(m_task.get(), &PrintTask::pageChanged, this, &PrintController::cancel);
    connect(m_task.get(), &PrintTask::documentMissing, this, [this] {
        end(tr("The document on the page could not be fetched for printing. Use the page's own save "
               "button, then print the saved file."));
    });
    connect(m_task.get(), &PrintTask::givenUp, this, [this] { m_task.reset(); });
    return *m_task;
}

void PrintController::end(const QString& why)
{
    m_task.reset();
    m_notices.show(theme::State::Warning, why);
}

void PrintController::cancel()
{
    if (m_task)
        end(tr("The page has changed meanwhile, so nothing was printed or saved. If you want what is shown "
               "now, print or save it again."));
}

void PrintController::printPage()
{
    if (!m_page)
        return;
    PrintTask& task = begin(std::make_unique<PrintTask>(*m_page));
    task.begin([this, &task](bool isDocument) {
        if (isDocument)
            task.fetchDocument([this, &task](const QByteArray& pdf) { askAboutDocument(task, pdf); });
        else
            askAboutPage(task);
    });
}

void PrintController::printDocument(const QByteArray& pdf)
{
    askAboutDocument(begin(std::make_unique<PrintTask>()), pdf);
}

void PrintController::askAboutPage(PrintTask& task)
{
    ask(
        task, PrintDialog::Content::Page, [this, &task](const PrintWish& wish) { layOut(task, wish); },
        [this, &task] { savePage(task); });
}

void PrintController::askAboutDocument(PrintTask& task, const QByteArray& pdf)
{
    ask(
        task, PrintDialog::Content::Document,
        [this, pdf](const PrintWish& wish) {
            m_notices.show(theme::State::Info, tr("The page is being printed…"));
            putOnPaper(pdf, wish, auditedDeed(m_window, AuditAction::Print));
        },
        [this, &task, pdf] {
            askForPlace(task, [this, pdf](const QString& path) {
                write(path, pdf, auditedDeed(m_window, AuditAction::Download));
            });
        });
}

void PrintController::ask(PrintTask& task, PrintDialog::Content content,
                          std::function<void(const PrintWish&)> print, std::function<void()> save)
{
    auto* dialog = new PrintDialog(content, &m_window);
    task.hold(*dialog);
    connect(dialog, &PrintDialog::printAsked, &task, std::move(print));
    connect(dialog, &PrintDialog::saveAsked, &task, std::move(save));
    dialog->open();
}

void PrintController::layOut(PrintTask& task, const PrintWish& wish)
{
    m_notices.show(theme::State::Info, tr("The page is being printed…"));
    // The engine's own print() paints each sheet at the printer's finest resolution, half a gigabyte at 1200
    // dpi. The margins are the printer's, added on paper.
    const AuditDeed deed = auditedDeed(m_window, AuditAction::Print);
    inThreadOfItsOwn(
        &task, printersDeadline, [wish] { return paperOf(wish); },
        [this, &task, wish, deed](const std::optional<QPageLayout>& paper) {
            if (paper) {
                task.layOut(*paper,
                            [this, wish, deed](const QByteArray& pdf) { putOnPaper(pdf, wish, deed); });
                return;
            }
            m_task.reset();
            deed.end(false);
            tellEnd(false);
        });
}

void PrintController::putOnPaper(const QByteArray& pdf, const PrintWish& wish, const AuditDeed& deed)
{
    m_task.reset();
    printPdf(
        pdf, [wish] { return makePrinter(wish); }, deed.context(),
        [self = QPointer(this), deed](bool done) {
            deed.end(done); // the paper comes out also when the tab is closed meanwhile (rule T1)
            if (self)
                self->tellEnd(done);
        });
}

void PrintController::saveAsPdf()
{
    if (!m_page)
        return;
    PrintTask& task = begin(std::make_unique<PrintTask>(*m_page));
    task.begin([this, &task](bool isDocument) {
        if (!isDocument) {
            savePage(task);
            return;
        }
        askForPlace(task, [this, &task](const QString& path) {
            task.fetchDocument([this, path, deed = auditedDeed(m_window, AuditAction::Download)](
                                   const QByteArray& pdf) { write(path, pdf, deed); });
        });
    });
}

void PrintController::savePage(PrintTask& task)
{
    askForPlace(task, [this, &task](const QString& path) {
        task.layOut(savedPaper(), [this, path, deed = auditedDeed(m_window, AuditAction::Download)](
                                      const QByteArray& pdf) { write(path, pdf, deed); });
    });
}

void PrintController::askForPlace(PrintTask& task, std::function<void(const QString&)> chosen)
{
    m_shelf.askForPlace(&task, tr("report.pdf"), std::move(chosen), [&task] { emit task.givenUp(); });
}

void PrintController::tellEnd(bool done)
{
    if (done)
        m_notices.show(theme::State::Ok, tr("Sent to the printer."));
    else
        m_notices.show(theme::State::Error, tr("The page could not be printed. Check the printer."));
}

void PrintController::write(const QString& path, const QByteArray& pdf, const AuditDeed& deed)
{
    m_task.reset();
    writeInBackground(path, pdf, deed.context(), [self = QPointer(this), path, deed](bool written) {
        deed.end(written);
        if (!self)
            return;
        const QString name = QFileInfo(path).fileName();
        if (written)
            self->m_notices.show(theme::State::Ok, tr("“%1” was saved.").arg(name));
        else
            self->m_notices.show(theme::State::Error,
                                 tr("“%1” could not be written. Choose another folder.").arg(name));
    });
}

} // namespace hekim
