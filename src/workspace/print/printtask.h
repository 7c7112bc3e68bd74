#pragma once

#include "browser/print/printabledocument.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

class QDialog;

namespace hekim {

class Download;
class IsolatedPage;

/// One wish to print or save something. It holds all that is under way for it, the question that is open
/// about it included: when it is deleted nothing of that is answered any more. A wish about a page is one
/// about what the page showed when it began (rule P1), and ends when it shows something else.
class PrintTask : public QObject
{
    Q_OBJECT

public:
    /// About what is at hand already.
    PrintTask() = default;
    explicit PrintTask(IsolatedPage& page);
    ~PrintTask() override;

    /// Looks what there is: a document, or the page itself.
    void begin(std::function<void(bool isDocument)> seen);
    /// The document's bytes, got once more.
    void fetchDocument(std::function<void(const QByteArray& pdf)> fetched);
    /// The page on such paper; empty when it could not be made.
    void layOut(const QPageLayout& paper, std::function<void(const QByteArray& pdf)> laidOut);
    /// The dialog goes with the task.
    void hold(QDialog& question);

signals:
    // One of them at most; the listener deletes the task.
    void pageChanged();
    void documentMissing();
    void givenUp(); ///< by the user

private:
    void read(Download* download, std::function<void(const QByteArray& pdf)> done);
    void ifUnchanged(std::function<void()> then);

    QPointer<PrintableDocument> m_page;
    ShownContent m_shown;
    QTimer m_patience;
    QPointer<Download> m_download;
    QPointer<QDialog> m_question;
};

} // namespace hekim
