#include "gui/pagefiles.h"

#include "gui/downloadshelf.h"
#include "gui/reportpane.h"
#include "web/isolatedpage.h"

#include <QBoxLayout>

namespace hekim {

PageFiles::PageFiles(ReportPane& pane, QBoxLayout& column)
    : QObject(&pane), m_pane(pane), m_shelf(new DownloadShelf(&pane))
{
    column.insertWidget(0, m_shelf);
    connect(&pane, &ReportPane::pageTaken, this, &PageFiles::follow);
}

void PageFiles::follow(IsolatedPage* page)
{
    if (page)
        m_shelf->serve(*page);
}

} // namespace hekim
