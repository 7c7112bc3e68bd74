#pragma once

#include <QObject>
#include <QPageLayout>
#include <QUrl>

#include <functional>

class QWebEnginePage;

namespace hekim {

class Download;
class ProfileDownloads;
class Gatekeeper;

/// What a page shows, to be compared with what it shows later (rule P1). Two are equal as far as can be told
/// from the documents in its frames and their addresses: what a script writes anew in place, or a frame of
/// another origin, is not seen.
struct ShownContent
{
    QUrl pdf; ///< the PDF in it; empty: the page itself is what there is to print
    QString documents;

    friend bool operator==(const ShownContent&, const ShownContent&) = default;
};

/// Puts what a page shows on paper or into a PDF. A PDF in the page is taken as the document it is: the
/// engine would print its viewer, toolbar and all.
class PrintableDocument : public QObject
{
    Q_OBJECT

public:
    PrintableDocument(QWebEnginePage& page, ProfileDownloads& downloads, Gatekeeper& gatekeeper);

    /// Finds out what there is to print. A page that does not answer, or is leaving, might give no answer.
    void look(QObject* context, std::function<void(const ShownContent&)> seen);
    /// Gets that PDF again, in the page's own session. `fetched` takes the download over, or is not called:
    /// the caller's patience decides.
    void fetchPdf(const QUrl& url, QObject* context, std::function<void(Download*)> fetched);
    /// The page as the bytes of a PDF on such paper; empty when it could not be made.
    void toPdf(const QPageLayout& paper, QObject* context, std::function<void(const QByteArray&)> made);

signals:
    /// Another document is on its way into the main frame, or the address has changed in place.
    void leaving();
    /// window.print() after a user's gesture.
    void asked();

private:
    QWebEnginePage& m_page;
    ProfileDownloads& m_downloads;
};

} // namespace hekim
