#pragma once

#include "widgets/print/printdialog.h"

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUrl>

#include <functional>

class QWidget;

namespace hekim {

class Download;
class DownloadShelf;
class IsolatedPage;
class MessageBar;

/// Prints a page or the document in it, and saves it as a PDF.
class PrintController : public QObject
{
    Q_OBJECT

public:
    /// Asks and tells in `window`'s place; files are chosen through `shelf`.
    PrintController(QWidget& window, MessageBar& notices, DownloadShelf& shelf);

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
    void ask(PrintDialog::Content content, std::function<void(const PrintWish&)> print,
             std::function<void()> save);
    void layOut(const PrintWish& wish);
    void putOnPaper(const QByteArray& pdf, const PrintWish& wish);
    void tellEnd(bool done);
    void savePage();
    void write(const QString& path, const QByteArray& pdf);

    QWidget& m_window;
    MessageBar& m_notices;
    DownloadShelf& m_shelf;
    QPointer<IsolatedPage> m_page;
    std::function<void(const QByteArray&)> m_waiting;
    QUrl m_document;
    QTimer m_patience;
    QPointer<PrintDialog> m_asking;
};

} // namespace hekim
