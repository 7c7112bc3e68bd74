#include "browser/print/printabledocument.h"

#include "browser/downloads/profiledownloads.h"
#include "browser/gates/gatekeeper.h"
#include "browser/print/printedlinks.h"

#include <QPointer>
#include <QWebEnginePage>
#include <QWebEngineScript>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {
// In a world of our own: a page cannot name another address than the one that it shows.
const QString documentScript = uR"((() => {
    const pdf = "application/pdf";
    if (document.contentType === pdf)
        return location.href;
    for (const frame of document.querySelectorAll("iframe, frame")) {
        try {
            if (frame.getClientRects().length && frame.contentDocument.contentType === pdf)
                return frame.contentWindow.location.href;
        } catch (e) { /* of another origin */ }
    }
    for (const plugin of document.querySelectorAll("embed, object")) {
        if (plugin.getClientRects().length && plugin.type === pdf)
            return plugin.src || plugin.data || "";
    }
    return "";
})())"_s;
} // namespace

PrintableDocument::PrintableDocument(QWebEnginePage& page, ProfileDownloads& downloads,
                                     Gatekeeper& gatekeeper)
    : m_page(page), m_downloads(downloads)
{
    connect(&downloads, &ProfileDownloads::fetched, this,
            [this](const QWebEnginePage* askedBy, Download* download) {
                if (askedBy == &m_page) // the windows of a page share its downloads
                    emit documentFetched(download);
            });
    connect(&page, &QWebEnginePage::printRequested, this, [this, &gatekeeper] {
        if (!gatekeeper.gestures().isRecent())
            return; // a page that prints by itself would cover itself with a dialog
        gatekeeper.gestures().useUp();
        QMetaObject::invokeMethod(this, &PrintableDocument::asked, Qt::QueuedConnection);
    });
}

void PrintableDocument::findDocument(QObject* context, std::function<void(const QUrl&)> found)
{
    m_page.runJavaScript(documentScript, QWebEngineScript::ApplicationWorld,
                         [guard = QPointer(context), found = std::move(found)](const QVariant& answer) {
                             if (guard)
                                 found(QUrl(answer.toString()));
                         });
}

void PrintableDocument::fetchDocument(const QUrl& url)
{
    m_downloads.fetch(m_page, url);
}

void PrintableDocument::toPdf(const QPageLayout& paper, QObject* context,
                              std::function<void(const QByteArray&)> made)
{
    m_page.printToPdf(
        [guard = QPointer(context), made = std::move(made)](const QByteArray& bytes) {
            if (guard)
                made(withoutLinks(bytes));
        },
        paper);
}

} // namespace hekim
