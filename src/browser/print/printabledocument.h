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

/// Puts what a page shows on paper or into a PDF. A PDF in the page is taken as the document it is: the
/// engine would print its viewer, toolbar and all.
class PrintableDocument : public QObject
{
    Q_OBJECT

public:
    PrintableDocument(QWebEnginePage& page, ProfileDownloads& downloads, Gatekeeper& gatekeeper);

    /// Finds out what there is to print: an invalid address is the page itself, another one the PDF in it.
    void findDocument(QObject* context, std::function<void(const QUrl&)> found);
    /// Gets that PDF again, in the page's own session and into memory. documentFetched() follows, or nothing
    /// within the caller's patience.
    void fetchDocument(const QUrl& url);
    /// The page as the bytes of a PDF on such paper; empty when it could not be made.
    void toPdf(const QPageLayout& paper, QObject* context, std::function<void(const QByteArray&)> made);

signals:
    void documentFetched(hekim::Download* download);
    /// window.print() after a user's gesture.
    void asked();

private:
    QWebEnginePage& m_page;
    ProfileDownloads& m_downloads;
};

} // namespace hekim
