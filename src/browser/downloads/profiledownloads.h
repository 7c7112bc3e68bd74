#pragma once

#include "browser/downloads/download.h"

#include <QObject>

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

    /// Gets what a page shows once more, in its own session: fetched() follows with a download that no
    /// page has offered, or nothing does.
    void fetch(QWebEnginePage& page, const QUrl& url);

    /// Files that are being saved right now.
    [[nodiscard]] int saving() const;

signals:
    /// The receiver ends it; it is deleted with the profile at the latest.
    void offered(hekim::Download* download);
    void fetched(const QWebEnginePage* page, hekim::Download* download);
    void refused(const QUrl& from);

private:
    void take(QWebEngineDownloadRequest* request);

    Gatekeeper& m_gatekeeper;
    struct Fetch
    {
        const QWebEnginePage* page; ///< never looked into: it may be gone
        QUrl url;
    };
    QList<Fetch> m_fetching;
};

} // namespace hekim
