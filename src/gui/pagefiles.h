#pragma once

#include <QObject>

class QBoxLayout;

namespace hekim {

class Download;
class DownloadShelf;
class IsolatedPage;
class MessageBar;
class ReportPane;

/// What a pane does with the files of its page: saves them, shows documents, prints.
class PageFiles : public QObject
{
    Q_OBJECT

public:
    /// Puts its parts into `column`, above the page.
    PageFiles(ReportPane& pane, QBoxLayout& column);

private:
    void follow(IsolatedPage* page);

    ReportPane& m_pane;
    DownloadShelf* m_shelf;
};

} // namespace hekim
