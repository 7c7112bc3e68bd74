#include "browser/downloads/profiledownloads.h"

#include "browser/gates/gatekeeper.h"
#include "core/text/filename.h"
#include "core/text/redaction.h"

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

void ProfileDownloads::fetch(QWebEnginePage& page, const QUrl& url)
{
    m_fetching.append({&page, url});
    page.download(url, u"file"_s);
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
    const auto fetch = std::ranges::find(m_fetching, request->url(), &Fetch::url);
    const QWebEnginePage* fetchedFor = fetch == m_fetching.end() ? nullptr : fetch->page;
    if (fetchedFor)
        m_fetching.erase(fetch);
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
    if (!fetchedFor && m_gatekeeper.gestures().isRecent()) {
        offer.asked = true;
        m_gatekeeper.gestures().useUp(); // one gesture, one question
    }
    auto* download = new Download(*request, std::move(offer), this);
    QMetaObject::invokeMethod(
        download,
        [this, download, fetchedFor] {
            if (fetchedFor)
                emit fetched(fetchedFor, download);
            else
                emit offered(download);
        },
        Qt::QueuedConnection);
}

} // namespace hekim
