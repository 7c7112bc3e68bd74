#pragma once

#include "core/error/error.h"

#include <QObject>
#include <QTimer>
#include <QUrl>

#include <chrono>

class QWebEngineLoadingInfo;

namespace hekim {

class ClinicalPage;
class PagesWay;

/// Follows what becomes of the main frame: loading, loaded, failed, too late. A step that is refused or
/// stopped while a document is shown is no failure: the document stays.
class MainLoad : public QObject
{
    Q_OBJECT

public:
    MainLoad(ClinicalPage& page, QObject* parent);

    void setWay(const PagesWay* way) { m_way = way; }
    void setDeadline(std::chrono::milliseconds deadline) { m_deadline.setInterval(deadline); }
    [[nodiscard]] bool isLoading() const { return m_loading; }
    /// A document stands in the main frame that may be shown: not one whose load has failed or that was
    /// abandoned.
    [[nodiscard]] bool hasDocument() const { return m_shown; }

    /// Changes with every address that is loaded, refused or left: what was asked in another round is of no
    /// consequence.
    [[nodiscard]] int round() const { return m_round; }

    /// Loads `url`; from here on exactly one of loaded() and failed() follows for it.
    void begin(const QUrl& url);
    /// The same for an address that must not be loaded: failed() follows.
    void beginRefused(const QUrl& url);
    /// The engine loads `url` by itself: a window that a page opened. about:blank may stay empty, its opener
    /// writes into it.
    void follow(const QUrl& url);
    /// The address of a document that no navigation brought.
    [[nodiscard]] static bool isBlank(const QUrl& url);
    /// A document of the network stands in the main frame (DirtyFormTracker tells).
    void documentCreated();
    /// Our own gates refused to let the main frame go to `url`.
    void refused(const QUrl& url);
    /// Takes what is shown off the screen, without asking it (rule P1). No begin() loads anything before it
    /// is gone.
    void abandon(const Error& error);
    /// The page waits for the user (a certificate to choose, a dialog to answer): the deadline is the
    /// server's, not the user's. It starts anew after as many release()s.
    void hold();
    void release();
    /// The engine refused this host's certificate; why, for IT.
    void certificateRefused(const QString& host, const QString& why);

signals:
    void loadingChanged(bool loading);
    void loaded();
    void failed(const hekim::Error& error);
    void stepTimedOut(const QUrl& url);
    /// A later step failed. The network's failures leave the document as it was (`stays`); the server's
    /// answer of 400 and above stands in its place.
    void stepFailed(const hekim::Error& error, bool stays);

private:
    void onLoadingChanged(const QWebEngineLoadingInfo& info);
    void onTimeout();
    void newRound();
    void leave();
    void lookWhetherLeft();
    void onStanding(const QUrl& url);
    void setLoading(bool loading);
    void fail(const Error& error);
    void finish();
    void settle(bool empty);
    void startDeadline();
    void stopDeadline();
    [[nodiscard]] Error failureOf(const QWebEngineLoadingInfo& info) const;

    ClinicalPage& m_page;
    const PagesWay* m_way = nullptr;
    QTimer m_deadline;
    QTimer m_answer; ///< for the look at what is shown
    int m_held = 0;
    bool m_isDue = false; ///< the deadline runs when nothing holds it
    QString m_untrustedHost;
    QString m_whyUntrusted;
    QUrl m_target;
    QUrl m_refused;
    int m_round = 0;        ///< so that late answers about a former load are known
    bool m_begun = false;   ///< after begin(); about:blank while warming is no load of a page
    bool m_pending = false; ///< neither loaded() nor failed() since begin()
    bool m_loading = false;
    bool m_leaving = false; ///< about:blank is on its way, to take the place of what must not be seen
    bool m_shown = false;
};

} // namespace hekim
