#pragma once

#include "browser/downloads/download.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

class QWebEnginePage;
class QWebEngineProfile;

namespace hekim {

class Gatekeeper;

/// Takes what the pages of a profile offer, child windows included. A few offers may wait at a time; a page
/// that floods gets the rest refused.
class ProfileDownloads : public QObject
{
    Q_OBJECT

public:
    ProfileDownloads(QWebEngineProfile& profile, Gatekeeper& gatekeeper, QObject* parent = nullptr);
    ~ProfileDownloads() override;

    using Fetched = std::function<void(Download*)>;
    /// Gets what a page shows once more, in its own session, as a download that no page has offered.
    /// `fetched` is called once and ends it, or never: not after `context` has gone, nor for a server that
    /// gives nothing.
    void fetch(QWebEnginePage& page, const QUrl& url, QObject* context, Fetched fetched);

    /// Files that are being saved right now.
    [[nodiscard]] int saving() const;

signals:
    /// The receiver ends it; it is deleted with the profile at the latest.
    void offered(hekim::Download* download);
    void refused(const QUrl& from);

private:
    struct Fetch
    {
        QPointer<QObject> context;
        Fetched fetched;
    };
    void take(QWebEngineDownloadRequest* request);
    [[nodiscard]] std::optional<Fetch> fetchOf(const QWebEngineDownloadRequest& request);

    Gatekeeper& m_gatekeeper;
    QHash<QString, Fetch> m_fetching; ///< by the file name that each was asked for under
};

} // namespace hekim
