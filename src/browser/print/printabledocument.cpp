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
// In a world of our own: a page cannot name another address than the one that it shows. The time origin tells
// documents of one address apart; a frame without a size shows none.
const QString lookScript = uR"((() => {
    const pdf = "application/pdf";
    const frames = "iframe, frame";
    const plugins = "embed, object";
    const addressOf = (plugin) => plugin.src || plugin.data || "";
    const documentsIn = (view) => {
        const all = [view.performance.timeOrigin, view.location.href];
        if (view.document.contentType === pdf)
            return all; // behind it are the parts of its viewer
        for (const element of view.document.querySelectorAll(`${frames}, ${plugins}`)) {
            const place = element.getBoundingClientRect();
            if (place.width <= 1 || place.height <= 1)
                continue;
            try {
                all.push(element.matches(plugins) ? addressOf(element) : documentsIn(element.contentWindow));
            } catch (e) { all.push(element.src); /* of another origin */ }
        }
        return all.flat();
    };
    const pdfIn = () => {
        if (document.contentType === pdf)
            return location.href;
        for (const frame of document.querySelectorAll(frames)) {
            try {
                if (frame.getClientRects().length && frame.contentDocument.contentType === pdf)
                    return frame.contentWindow.location.href;
            } catch (e) { /* of another origin */ }
        }
        for (const plugin of document.querySelectorAll(plugins)) {
            if (plugin.getClientRects().length && plugin.type === pdf)
                return addressOf(plugin);
        }
        return "";
    };
    return [pdfIn(), documentsIn(window).join("\n")];
})())"_s;
} // namespace

PrintableDocument::PrintableDocument(QWebEnginePage& page, ProfileDownloads& downloads,
                                     Gatekeeper& gatekeeper)
    : m_page(page), m_downloads(downloads)
{
    connect(&page, &QWebEnginePage::loadStarted, this, &PrintableDocument::leaving);
    connect(&page, &QWebEnginePage::urlChanged, this, &PrintableDocument::leaving);
    connect(&page, &QWebEnginePage::printRequested, this, [this, &gatekeeper] {
        if (!gatekeeper.gestures().isRecent())
            return; // a page that prints by itself would cover itself with a dialog
        gatekeeper.gestures().useUp();
        QMetaObject::invokeMethod(this, &PrintableDocument::asked, Qt::QueuedConnection);
    });
}

void PrintableDocument::look(QObject* context, std::function<void(const ShownContent&)> seen)
{
    m_page.runJavaScript(lookScript, QWebEngineScript::ApplicationWorld,
                         [guard = QPointer(context), seen = std::move(seen)](const QVariant& answer) {
                             const QVariantList told = answer.toList();
                             if (guard)
                                 seen({QUrl(told.value(0).toString()), told.value(1).toString()});
                         });
}

void PrintableDocument::fetchPdf(const QUrl& url, QObject* context, std::function<void(Download*)> fetched)
{
    m_downloads.fetch(m_page, url, context, std::move(fetched));
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
