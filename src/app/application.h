#pragma once

#include "app/dialogcontroller.h"
#include "app/launch/launchcontroller.h"
#include "app/lock/inputmonitor.h"
#include "app/lock/lockcontroller.h"
#include "app/session/sessioncontroller.h"
#include "app/windowcontroller.h"
#include "audit/audittrail.h"
#include "audit/sessionaudit.h"
#include "audit/settingswatch.h"
#include "core/settings/settings.h"
#include "gui/firstrun/firstruncontroller.h"
#include "gui/help/helpcontroller.h"
#include "gui/login/proxylogincontroller.h"
#include "gui/readiness/readinesscontroller.h"
#include "gui/settings/settingscontroller.h"
#include "gui/window/appimageoffer.h"
#include "gui/window/auditwarning.h"
#include "gui/window/mainwindow.h"
#include "platform/ipc/instanceserver.h"
#include "platform/network/proxylogins.h"
#include "services/erapor/doctorsession.h"
#include "services/erapor/pastreportsclient.h"
#include "services/http/httpclient.h"
#include "services/radiology/teleradiology.h"
#include "services/secrets/credentialstore.h"
#include "services/secrets/keychain.h"
#include "services/secrets/persondigests.h"
#include "services/secrets/pinstore.h"
#include "services/training/trainingministry.h"
#include "widgets/uistate.h"
#include "workspace/workspaceloader.h"

#include <QObject>

#include <optional>

namespace hekim {

/// Builds the window's long-lived parts in order, connects them, and owns them.
class Application : public QObject
{
    Q_OBJECT

public:
    /// `instances` is the channel this process took; `settingsFile` is what `--config` named, canonical, or
    /// empty.
    Application(const Settings& settings, InstanceServer& instances, const QString& settingsFile);

    void start();
    /// The engine has too little memory for its pictures.
    void tellSharedMemoryIsShort();

    /// How the process goes on when the window has ended.
    enum class After {
        Nothing,
        SameEnvironment, ///< a window is to be started with the options of this one
        FilesEnvironment ///< and in the environment that the files name now
    };
    [[nodiscard]] After after() const { return m_after; }

private:
    void startAgain(const QMap<QString, QString>& changes);
    [[nodiscard]] SessionController::Parts flowParts();
    [[nodiscard]] WindowController::Parts windowParts();
    void connectFlow();
    void connectDialogs();
    void startTraining();
    void useSettings(const Settings& settings);
    void followWork(Workspace& work);
    [[nodiscard]] InstanceReply judge(const InstanceMessage& message);
    [[nodiscard]] InstanceReply answerTo(const InstanceMessage& message);

    Settings m_settings;
    InstanceServer& m_instances;
    QString m_settingsFile;
    Keychain m_keychain;
    ProxyLogins m_proxyLogins;
    HttpClient m_http;
    CredentialStore m_credentials;
    DoctorSession m_session;
    PastReportsClient m_pastReports;
    Teleradiology m_radiology;
    PersonDigests m_persons;
    PinStore m_pins;
    AuditTrail m_audit;
    SettingsWatch m_settingsWatch;
    SessionAudit m_sessionAudit;
    UiState m_ui;
    WorkspaceLoader m_work;
    ReadinessController m_readiness;
    InputMonitor m_input;
    SessionController m_flow;
    LaunchController m_launches;
    LockController m_lock;
    MainWindow m_window;
    WindowController m_windowController;
    DialogController m_dialogs;
    AuditWarning m_auditWarning;
    ProxyLoginController m_proxyLoginController;
    HelpController m_help;
    SettingsController m_settingsController;
    FirstRunController m_firstRun;
    After m_after = After::Nothing;
    std::optional<AppImageOffer> m_appImageOffer; ///< when it runs out of one
    std::optional<TrainingMinistry> m_training;
};

} // namespace hekim
