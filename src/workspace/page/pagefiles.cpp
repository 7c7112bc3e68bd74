#include "workspace/page/pagefiles.h"

#include "browser/page/isolatedpage.h"
#include "browser/programs/programfinder.h"
#include "widgets/messagebar.h"
#include "workspace/downloads/downloadshelf.h"
#include "workspace/page/pagehost.h"
#include "workspace/page/pagetools.h"
#include "workspace/page/programstart.h"
#include "workspace/pdf/pdfviewer.h"
#include "workspace/print/printcontroller.h"

#include <QBoxLayout>
#include <QStackedWidget>

namespace hekim {

using namespace Qt::StringLiterals;

PageFiles::PageFiles(PageHost& host, QBoxLayout& column, QStackedWidget& states)
    : QObject(&host)
    , m_host(host)
    , m_states(states)
    , m_shelf(new DownloadShelf(&host))
    , m_printing(new PrintController(host, host.notices(), *m_shelf))
{
    column.insertWidget(0, m_shelf);
    connect(&host, &PageHost::pageTaken, this, &PageFiles::follow);
    connect(m_shelf, &DownloadShelf::documentAsked, this, &PageFiles::showDocument);
    connect(m_shelf, &DownloadShelf::jnlpSaved, this, &PageFiles::askToStart);
    host.tools().addTool({}, tr("Print…"), {QKeySequence::Print}, [this] { print(); });
    host.tools().addTool({}, tr("Save as PDF…"), {}, [this] { saveAsPdf(); });
}

void PageFiles::follow(IsolatedPage* page)
{
    closeDocument(); // it came from the page before
    if (!page)
        return;
    m_shelf->serve(*page);
    m_printing->serve(*page);
}

bool PageFiles::showsDocument() const
{
    return m_viewer && m_states.currentWidget() == m_viewer;
}

void PageFiles::showDocument(Download* download)
{
    closeDocument();
    m_printing->cancel(); // what was wished of the page is covered
    m_under = m_states.currentWidget();
    m_viewer = new PdfViewer(&m_states);
    connect(m_viewer, &PdfViewer::closed, this, &PageFiles::closeDocument);
    connect(m_viewer, &PdfViewer::saveAsked, m_shelf, &DownloadShelf::keep);
    connect(m_viewer, &PdfViewer::printAsked, m_printing, &PrintController::printDocument);
    m_states.addWidget(m_viewer);
    m_states.setCurrentWidget(m_viewer);
    m_viewer->open(download);
}

void PageFiles::closeDocument()
{
    if (!m_viewer)
        return;
    m_printing->cancel();
    const bool shown = showsDocument();
    m_states.removeWidget(m_viewer);
    m_viewer->deleteLater();
    m_viewer.clear();
    if (shown && m_under) {
        m_states.setCurrentWidget(m_under);
        m_under->setFocus();
    }
}

void PageFiles::askToStart(const QString& jnlp)
{
    auto* finder = new ProgramFinder(this);
    connect(finder, &ProgramFinder::missing, this, [this, finder] {
        finder->deleteLater();
        m_host.notices().show(
            theme::State::Warning,
            tr("No program for Java Web Start files (.jnlp) is installed on this computer. Ask "
               "your IT to install it."));
    });
    connect(finder, &ProgramFinder::found, this,
            [this, finder](const QUrl& file, const RegisteredProgram& program) {
                finder->deleteLater();
                const QString known = program.name.isEmpty() ? program.id : program.name;
                const QString name = known.isEmpty() ? tr("this computer's program for .jnlp files") : known;
                m_host.notices().show(
                    theme::State::Info,
                    tr("“%1” starts the program “%2”. Start it now?").arg(file.fileName(), name),
                    {{tr("Start"), [this, file] { startInSight(m_host, file); }}});
            });
    finder->find(QUrl::fromLocalFile(jnlp));
}

void PageFiles::print()
{
    if (showsDocument())
        m_printing->printDocument(m_viewer->bytes());
    else if (m_host.showsPage())
        m_printing->printPage();
}

void PageFiles::saveAsPdf()
{
    if (showsDocument())
        emit m_viewer->saveAsked(m_viewer->download());
    else if (m_host.showsPage())
        m_printing->saveAsPdf();
}

} // namespace hekim
