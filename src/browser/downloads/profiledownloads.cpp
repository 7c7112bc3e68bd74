#include "browser/downloads/profiledownloads.h"

#include "browser/gates/gatekeeper.h"
#include "core/text/filename.h"
#include "core/text/redaction.h"

#include <QUuid>
#include <QWebEngineDownloadRequest>
#include <QWebEnginePage>
#include <QWebEngineProfile>

#include <algorithm>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostAtATime = 8; // waiting and running ones

QString hostOf(const QUrl& url)
{
    return redacted(url.scheme() == u"blob" ? QUrl(url.path()).host() : url.host());
}

DownloadOffer offerOf(const QWebEngineDownloadRequest& request, const NavigationRules& rules)
{
    DownloadOffer offer;
    offer.name = safeFileName(request.suggestedFileName());
    const QUrl page = request.page() ? request.page()->url() : QUrl();
    offer.host = hostOf(request.url());
    if (offer.host.isEmpty()) // data: has none
        offer.host = hostOf(page);
    offer.mimeType = request.mimeType().toLower();
    const auto endsWith = [&offer](QStringView ending) {
        return offer.name.endsWith(ending, Qt::CaseInsensitive);
    };
    const bool untold = offer.mimeType.isEmpty() || offer.mimeType == u"application/octet-stream";
    offer.isPdf = offer.mimeType == u"application/pdf" || (untold && endsWith(u".pdf"));
    // Name and type must both say so, and the page must be one that may sign: a program is started by it.
    offer.isJnlp =
        rules.isErapor(page) && offer.mimeType == u"application/x-java-jnlp-file" && endsWith(u".jnlp");
    return offer;
}

} // namespace

ProfileDownloads::ProfileDownloads(QWebEngineProfile& profile, Gatekeeper& gatekeeper, QObject* parent)
    : QObject(parent), m_gatekeeper(gatekeeper)
{
    connect(&profile, &QWebEngineProfile::downloadRequested, this, &ProfileDownloads::take);
}

ProfileDownloads::~ProfileDownloads() = default;

// The engine gives each download the file name that it was asked for under, and nothing else by which two of
// one address could be told apart: which answer comes first is the server's. No page can guess the name.
void ProfileDownloads::fetch(QWebEnginePage& page, const QUrl& url, QObject* context, Fetched fetched)
{
    const QString name = QUuid::createUuid().toString(QUuid::Id128);
    m_fetching.insert(name, {context, std::move(fetched)});
    page.download(url, name);
}

std::optional<ProfileDownloads::Fetch> ProfileDownloads::fetchOf(const QWebEngineDownloadRequest& request)
{
    const auto fetch = m_fetching.constFind(request.suggestedFileName());
    if (fetch == m_fetching.constEnd())
        return {};
    Fetch found = *fetch;
    m_fetching.erase(fetch);
    return found;
}

int ProfileDownloads::saving() const
{
    const auto downloads = findChildren<Download*>(Qt::FindDirectChildrenOnly);
    return int(std::ranges::count_if(downloads, &Download::isSaving));
}

// The engine asks in the middle of its own work: what the outside hears is told in a later turn.
void ProfileDownloads::take(QWebEngineDownloadRequest* request)
{
    const auto known = findChildren<Download*>(Qt::FindDirectChildrenOnly);
    // After a cut the engine tries again by itself and asks anew about the same file. It is told as what it
    // is: half a file is gone, and a second try belongs to the user.
    for (Download* download : known) {
        if (download->isAbout(*request)) {
            request->cancel();
            QMetaObject::invokeMethod(download, &Download::cutShort, Qt::QueuedConnection);
            return;
        }
    }
    const std::optional<Fetch> fetch = fetchOf(*request);
    if (fetch && !fetch->context) { // nothing waits for it any more
        request->cancel();
        return;
    }
    const bool tooMany = known.size() >= mostAtATime;
    // "Save page" would write what is shown with all its parts: no action of ours asks for it.
    if (request->isSavePageDownload() || tooMany) {
        const QUrl from = request->url();
        request->cancel();
        QMetaObject::invokeMethod(
            this, [this, from] { emit refused(from); }, Qt::QueuedConnection);
        return;
    }
    DownloadOffer offer = offerOf(*request, m_gatekeeper.rules());
    if (!fetch && m_gatekeeper.gestures().isRecent()) {
        offer.asked = true;
        m_gatekeeper.gestures().useUp(); // one gesture, one question
    }
    auto* download = new Download(*request, std::move(offer), this);
    QMetaObject::invokeMethod(
        download,
        [this, download, fetch] {
            if (!fetch)
                emit offered(download);
            else if (fetch->context)
                fetch->fetched(download);
            else
                download->deleteLater();
        },
        Qt::QueuedConnection);
}

} // namespace hekim
