#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <memory>

class QDialog;
class QPrinter;
class QWidget;

namespace hekim {

class Download;
class DownloadShelf;
class IsolatedPage;
class MessageBar;

/// Prints a page or the document in it, with the system's dialog, and saves it as a PDF.
class PagePrinting : public QObject
{
    Q_OBJECT

public:
    /// Asks and tells in `window`'s place; files are chosen through `shelf`.
    PagePrinting(QWidget& window, MessageBar& notices, DownloadShelf& shelf);

    void serve(IsolatedPage& page);
    void printPage();
    void saveAsPdf();
    /// A document that is at hand already.
    void printDocument(const QByteArray& pdf);

private:
    void findDocument(std::function<void(bool isDocument)> then);
    void withDocument(std::function<void(const QByteArray& pdf)> then);
    void take(Download* download);
    void documentMissing();
    void askForPrinter(std::function<void(std::shared_ptr<QPrinter>)> chosen);
    void putOnPaper(const QByteArray& pdf, const std::shared_ptr<QPrinter>& printer);
    void tellEnd(bool done);
    void write(const QString& path, const QByteArray& pdf);

    QWidget& m_window;
    MessageBar& m_notices;
    DownloadShelf& m_shelf;
    QPointer<IsolatedPage> m_page;
    std::function<void(const QByteArray&)> m_waiting;
    QUrl m_document;
    QTimer m_patience;
    QPointer<QDialog> m_asking;
};

} // namespace hekim
