#pragma once

#include "core/instancemessage.h"
#include "core/settings.h"
#include "gui/clipboardkeeper.h"
#include "gui/launchdesk.h"
#include "gui/lockdesk.h"
#include "services/callhandle.h"

#include <QMainWindow>

#include <functional>
#include <memory>

namespace Ui {
class MainWindow;
}

namespace hekim {

class AuditSink;
class CredentialStore;
class DoctorSession;
class HttpClient;
class LoginPage;
class MessageBar;
class PastReportsClient;
class PinDesk;
class PinStore;
class ReadinessDesk;
class ServiceStatus;
class Teleradiology;
class UiState;
class WorkDesk;
class Workspace;

/// The window: the login page or the work page, the environment's banner above and the services' state below.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// What the window works with; all outlive it.
    struct Parts
    {
        const Settings& settings;
        DoctorSession& session;
        CredentialStore& credentials;
        HttpClient& http;
        WorkDesk& desk;
        const PastReportsClient& pastReports;
        Teleradiology& radiology;
        UiState& ui;
        PinStore& pins;
        AuditSink& audit;
        ReadinessDesk& readiness;
    };
    explicit MainWindow(const Parts& parts);
    ~MainWindow() override;

    void servicesStarting();
    /// The services' addresses are known: logging in is possible.
    void servicesReady();
    void servicesFailed(const Error& error);
    /// There is a login for the proxy now: a login page that failed by it tries again.
    void proxyLoginGiven();
    /// Before the window's process is ended on purpose: asks what would be lost (rule P3), then goes on. The
    /// callback is dropped when `context` dies.
    void askBeforeEnd(QObject* context, std::function<void()> then);
    void tellFailure(const Error& error);

    [[nodiscard]] InstanceReply judge(const InstanceMessage& message) const;
    /// A launch or log-out from outside. While a page's dialog is open it waits (rule W2).
    void take(const InstanceMessage& message);

signals:
    void settingsAsked();
    void setupAsked(); ///< the institution
    void helpAsked();
    void servicesAsked();                       ///< after servicesFailed(): try again
    void workShown(hekim::MessageBar& notices); ///< a doctor has logged in

protected:
    void closeEvent(QCloseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// The part of the program that shows pages is missing or damaged.
    void workFailed(const Error& error);
    void showLogin();
    void showWork();
    void followSession();
    void logIn(const IdentityNumber& doctor);
    /// Nothing stands against it any more.
    void startLogin(const IdentityNumber& doctor);
    void askForPassword(const IdentityNumber& doctor);
    /// The one way out of a session: asks about touched forms (rules P3, P4), ends it, goes on with `then`.
    void endSession(const QString& question, const QString& yesText, std::function<void()> then);
    void endNow(std::function<void()> then);
    /// What ending the session loses, a line each; `ofForms` says it of touched forms.
    [[nodiscard]] QStringList lossesOf(const QString& ofForms) const;
    void changeDoctor();
    void logOut();
    [[nodiscard]] int touchedForms() const;
    [[nodiscard]] int savingFiles() const;
    void propose(const LaunchRequest& request);
    void askToSwitch(const LaunchRequest& request);
    void openPatientDialog();
    void checkConnection();
    void gatherSupportFile();
    void showAbout();
    void come(const QByteArray& activationToken);
    void whenNoPageDialog(std::function<void()> action);

    Parts m_parts;
    LaunchDesk m_launches;
    ClipboardKeeper m_clipboard;
    std::unique_ptr<Ui::MainWindow> m_ui;
    LoginPage* m_login;
    PinDesk* m_pins;
    LockDesk* m_lock = nullptr;
    Workspace* m_work = nullptr;
    ServiceStatus* m_status;
    CallHandle m_loginCall;
    std::optional<Error> m_refusal;                ///< of the last login, when the service did not take it
    std::optional<IdentityNumber> m_waitsForProxy; ///< whose login failed by the proxy
    bool m_passwordTyped =
        false; ///< this session's password was typed here, so a refused one is asked for again
    bool m_closing = false;
};

} // namespace hekim
