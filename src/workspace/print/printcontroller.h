#pragma once

#include "widgets/print/printdialog.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

class QWidget;

namespace hekim {

class AuditDeed;
class DownloadShelf;
class IsolatedPage;
class MessageBar;
class PrintTask;

/// Prints a page or the document in it, and saves it as a PDF. One wish at a time: a new one takes the place
/// of what waits.
class PrintController : public QObject
{
    Q_OBJECT

public:
    /// Asks and tells in `window`'s place; files are chosen through `shelf`.
    PrintController(QWidget& window, MessageBar& notices, DownloadShelf& shelf);
    ~PrintController() override;

    void serve(IsolatedPage& page);
    void printPage();
    void saveAsPdf();
    /// A document that is at hand already.
    void printDocument(const QByteArray& pdf);

    /// What was wished for is not shown any more.
    void cancel();

private:
    PrintTask& begin(std::unique_ptr<PrintTask> task);
    void end(const QString& why);
    void ask(PrintTask& task, PrintDialog::Content content, std::function<void(const PrintWish&)> print,
             std::function<void()> save);
    void askAboutPage(PrintTask& task);
    void askAboutDocument(PrintTask& task, const QByteArray& pdf);
    void layOut(PrintTask& task, const PrintWish& wish);
    void putOnPaper(const QByteArray& pdf, const PrintWish& wish, const AuditDeed& deed);
    void tellEnd(bool done);
    void askForPlace(PrintTask& task, std::function<void(const QString& path)> chosen);
    void savePage(PrintTask& task);
    void write(const QString& path, const QByteArray& pdf, const AuditDeed& deed);

    QWidget& m_window;
    MessageBar& m_notices;
    DownloadShelf& m_shelf;
    QPointer<IsolatedPage> m_page;
    std::unique_ptr<PrintTask> m_task; ///< until it is at the printer or in the file: then all goes by value
};

} // namespace hekim
