#pragma once

#include "browser/gates/certificatechoice.h"
#include "browser/page/pageloss.h"
#include "browser/programs/registeredprogram.h"
#include "core/error/error.h"
#include "core/navigation/navigationrules.h"
#include "platform/network/proxylogins.h"

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
class PageControls;
class PageDialogs;
class PageParts;
class PrintableDocument;

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

    /// Loads about:blank, so that the first open() finds a running engine.
    void warm();
    /// Starts loading at once. The rules stay for the page's life; `url` may carry a token.
    void open(const NavigationRules& rules, const QUrl& url);
    [[nodiscard]] const NavigationRules& rules() const;
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] bool isLoading() const;
    /// How long the main frame may take to show a document; 30 s unless told (rule W2).
    void setDeadline(std::chrono::milliseconds deadline);

    /// The view, made at the first call as a child of `parent`.
    QWidget* view(QWidget* parent);

    /// Back, forward, reload, search, zoom.
    [[nodiscard]] PageControls& controls();
    [[nodiscard]] PrintableDocument& printing();

    /// A trusted input event happened in any frame since the load, here or in a child (rule P3).
    [[nodiscard]] bool touched() const;
    /// Files of the page that are being saved: they end with the page.
    [[nodiscard]] int savingFiles() const;
    /// Answers proxies from these, which outlive the page; without them a proxy gets no login.
    void setProxyLogins(ProxyLogins& logins);
    /// The user's answer to loginAsked(), for this origin and this page only. The page is loaded again by the
    /// caller.
    void giveLogin(const QString& origin, const Login& login);
    /// After lost() with canReturn: goes back to the former page. The engine fills in again what was typed
    /// there.
    void returnToForm();
    /// After fullScreenChanged(true): the page gets its ordinary look back.
    void leaveFullScreen();
    /// The page does not answer, and nothing is known to hold it up.
    [[nodiscard]] bool isSilent() const;
    /// How often the page is asked whether it answers, and how long it may take; 5 s and 8 s unless told.
    void setResponsivenessLimits(std::chrono::milliseconds pause, std::chrono::milliseconds patience);

    /// A document stands in the main frame. A child must not be shown before that.
    [[nodiscard]] bool hasDocument() const;
    /// The user allows what windowBlocked() told of.
    void openWindow(const QUrl& url);
    /// For a child: deletes it as soon as no page dialog is open.
    void retire();

    enum class ProgramAnswer {
        Once,
        Always ///< for this scheme and this very program
    };
    /// The user's answer to programAsked().
    void startProgram(const QUrl& url, const RegisteredProgram& program, ProgramAnswer answer);

    /// What the pane did not do, for a message bar. Texts are made by the gui; nothing here holds a query or
    /// a number.
    enum class Notice {
        OtherPatientRefused,
        AddressRefused,
        CertificateRefused,
        DownloadRefused,
        PermissionDenied,
        ProgramNotListed,
        ProgramNeedsClick,
        ProgramMissing,
        ProgramOutOfSight, ///< the page was hidden before the program was found
        FullScreenRefused,
        WindowLeftEmpty, ///< the page opened a window and loaded nothing into it
        StepTimedOut ///< the page's next step did not answer in time and was stopped; what was shown stays
    };
    Q_ENUM(Notice)

signals:
    /// The main frame's request has passed the gates and goes out.
    void underway();
    void loadingChanged(bool loading);
    void progress(int percent);
    void loaded();
    void documentShown(); ///< hasDocument() from now on; at every new document
    /// Nothing useful is shown: TLS, DNS, connection, HTTP status (Unauthorized for 401), an empty or refused
    /// page, a page that turned to another patient, a login in place of the page (Unauthorized), a crashed
    /// renderer (PageCrashed).
    void failed(const hekim::Error& error);
    /// A step after loaded() went wrong: an error answer of the server, the network, a login of the
    /// Ministry's own.
    void lost(const hekim::PageLoss& loss);
    void silentChanged(bool silent);
    /// A server of the page wants a user name and a password (HTTP authentication); it was refused for now.
    /// Told by the page that has to get the login, by a child after windowOpened().
    void loginAsked(const QString& origin, const QString& realm, bool refused);
    void touchedChanged(bool touched);
    /// A page of the image viewer fills its view, on the user's gesture, or does no longer.
    void fullScreenChanged(bool full);
    void notice(hekim::IsolatedPage::Notice notice, const QString& hostOrScheme);
    /// The user clicked a link to a foreign host: to be asked, then opened in the system's browser.
    void systemBrowserAsked(const QUrl& url);
    /// A child has a document or, if failed() follows, none; it wants a window. Told by the page that owns
    /// it.
    void windowOpened(hekim::IsolatedPage* child);
    /// The page wanted a window that the user did not ask for. Further ones are dropped until the user does
    /// something.
    void windowBlocked(const QUrl& url);
    /// The page has closed itself (window.close), which the engine lets children do only.
    void closeAsked();
    /// A server wants a certificate of the user's, for this page or for a child without a document yet.
    void certificateAsked(const hekim::CertificateChoice& choice);
    /// The user clicked a link that starts a program which is not remembered as allowed (rule S6).
    void programAsked(const QUrl& url, const hekim::RegisteredProgram& program);
    /// The page offers a file. Whoever hears it saves, reads or cancels it; it goes with the page at the
    /// latest.
    void downloadOffered(hekim::Download* download);
    /// A page that belongs to no patient asks for a patient's report form.
    void patientAsked(const QString& number, const QUrl& url);
    /// A patient's page asks for the doctor's reports, which name other patients.
    void doctorIndexAsked();

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
    void connectGatekeeper();
    void connectDirtyForm();
    void connectLoad();
    void showDocument();
    void showWritten(); ///< of a child: its opener has written the document
    void documentLoaded();
    void loadFailed(const Error& error);
    void tellLoss(const PageLoss& loss);

    std::unique_ptr<Private> d;
};

} // namespace hekim
