#pragma once

#include "browser/gates/certificatechoice.h"
#include "core/error/error.h"
#include "core/navigation/navigationrules.h"

#include <QObject>
#include <QUrl>

#include <chrono>
#include <memory>

class QWidget;

namespace hekim {

class AllowedPrograms;
class CertificateJudge;
class ChildWindows;
class Download;
class Gatekeeper;
class PageControls;
class PageDialogs;
class PageLogins;
class PageLossMonitor;
class PageParts;
class PagesWay;
class PrintableDocument;
class ResponsivenessMonitor;

/// One page in an off-the-record profile of its own, behind all gates (rules P1, S2, S4 to S6): what a
/// patient's tab shows. It can load before it has a view; nothing of it remains when it is destroyed. It must
/// not be destroyed while PageDialogs::isOpen(): the engine may stand inside one of its calls.
///
/// A window that the page opens is a child: a page of the same profile with the same gates and rules, owned
/// by the page that was there first and gone with it at the latest.
class IsolatedPage : public QObject
{
    Q_OBJECT

public:
    IsolatedPage(const CertificateJudge& certificates, PageDialogs& dialogs, AllowedPrograms& programs,
                 QObject* parent = nullptr);
    ~IsolatedPage() override;

    /// What the engine's connections pass, for this page and its windows; outlives them.
    void setWay(const PagesWay* way);
    /// Loads about:blank, so that the first open() finds a running engine.
    void warm();
    /// Starts loading at once. The rules stay for the page's life; `url` may carry a token.
    void open(const NavigationRules& rules, const QUrl& url);
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] bool isLoading() const;
    /// How long the main frame may take to show a document; 30 s unless told (rule W2).
    void setDeadline(std::chrono::milliseconds deadline);

    /// The view, made at the first call as a child of `parent`.
    QWidget* view(QWidget* parent);

    /// What was refused, and what the user has to be asked.
    [[nodiscard]] Gatekeeper& gatekeeper();
    /// Steps of the page's own that went wrong after loaded().
    [[nodiscard]] PageLossMonitor& losses();
    /// Back, forward, reload, search, zoom, full screen.
    [[nodiscard]] PageControls& controls();
    /// User names and passwords for servers and proxies.
    [[nodiscard]] PageLogins& logins();
    [[nodiscard]] PrintableDocument& printing();
    /// Whether the page still answers.
    [[nodiscard]] ResponsivenessMonitor& responsiveness();

    /// A trusted input event happened in any frame since the load, here or in a child (rule P3).
    [[nodiscard]] bool touched() const;
    /// Files of the page that are being saved: they end with the page.
    [[nodiscard]] int savingFiles() const;
    /// A document stands in the main frame. A child must not be shown before that.
    [[nodiscard]] bool hasDocument() const;
    /// The user allows what Gatekeeper::windowBlocked() told of.
    void openWindow(const QUrl& url);
    /// For a child: deletes it as soon as no page dialog is open.
    void retire();

signals:
    /// The main frame's request has passed the gates and goes out.
    void underway();
    void loadingChanged(bool loading);
    void loaded();
    void documentShown(); ///< hasDocument() from now on; at every new document
    /// Nothing useful is shown: TLS, DNS, connection, HTTP status (Unauthorized for 401), an empty or refused
    /// page, a page that turned to another patient, a login in place of the page (Unauthorized), a crashed
    /// renderer (PageCrashed).
    void failed(const hekim::Error& error);
    /// A server of the page wants a user name and a password (HTTP authentication); it was refused for now.
    /// Told by the page that has to get the login, by a child after windowOpened().
    void loginAsked(const QString& origin, const QString& realm, bool refused);
    void touchedChanged(bool touched);
    /// A child has a document or, if failed() follows, none; it wants a window. Told by the page that owns
    /// it.
    void windowOpened(hekim::IsolatedPage* child);
    /// The page has closed itself (window.close), which the engine lets children do only.
    void closeAsked();
    /// A server wants a certificate of the user's, for this page or for a child without a document yet.
    void certificateAsked(const hekim::CertificateChoice& choice);
    /// The page offers a file. The receiver saves, reads or cancels it; it goes with the page at the
    /// latest.
    void downloadOffered(hekim::Download* download);

private:
    friend class ChildWindows;
    class Private;
    /// A window of `owner`'s.
    explicit IsolatedPage(IsolatedPage& owner);
    [[nodiscard]] PageParts& parts();
    [[nodiscard]] ChildWindows& windows(); ///< all of the owner's, of which a child is one
    [[nodiscard]] bool hasWindow() const;  ///< a child has none before windowOpened()

    void connectProfile();
    void connectPage();
    void connectDirtyForm();
    void connectLoad();
    void showDocument();
    void showWritten(); ///< of a child: its opener has written the document
    void documentLoaded();
    void settleLoaded(bool isLogin);
    void loadFailed(const Error& error);

    std::unique_ptr<Private> d;
};

} // namespace hekim
