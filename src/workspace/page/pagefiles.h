#pragma once

#include <QObject>
#include <QPointer>

class QBoxLayout;
class QStackedWidget;

namespace hekim {

class Download;
class DownloadShelf;
class IsolatedPage;
class PageHost;
class PrintController;
class PdfViewer;

/// What a pane or window does with the files of its page: saves them, shows documents, prints.
class PageFiles : public QObject
{
    Q_OBJECT

public:
    /// Puts its parts into `column`, above the page, and documents into `states`, in the page's place.
    PageFiles(PageHost& host, QBoxLayout& column, QStackedWidget& states);

    /// A document of the page is shown in its place.
    [[nodiscard]] bool showsDocument() const;
    /// The page is loaded anew: what it sent before goes.
    void closeDocument();

private:
    void follow(IsolatedPage* page);
    void showDocument(Download* download);
    void askToStart(const QString& jnlp);
    void print();
    void saveAsPdf();

    PageHost& m_host;
    QStackedWidget& m_states;
    DownloadShelf* m_shelf;
    PrintController* m_printing;
    QPointer<PdfViewer> m_viewer;
    QPointer<QWidget> m_under; ///< what the document covers
};

} // namespace hekim
