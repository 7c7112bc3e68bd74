#pragma once

#include "audit/audittrail.h"
#include "audit/sessionaudit.h"
#include "core/proxylogins.h"
#include "core/settings.h"
#include "gui/appimageoffer.h"
#include "gui/auditwarning.h"
#include "gui/helpdesk.h"
#include "gui/mainwindow.h"
#include "gui/proxydesk.h"
#include "gui/readinessdesk.h"
#include "gui/settingsdesk.h"
#include "gui/setupdesk.h"
#include "gui/uistate.h"
#include "gui/workdesk.h"
#include "platform/instanceserver.h"
#include "services/credentialstore.h"
#include "services/doctorsession.h"
#include "services/httpclient.h"
#include "services/keychain.h"
#include "services/pastreportsclient.h"
#include "services/persondigests.h"
#include "services/pinstore.h"
#include "services/teleradiology.h"
#include "services/trainingministry.h"

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

    /// How the process goes on when the window has ended.
    enum class After {
        Nothing,
        SameEnvironment, ///< a window is to be started with the options of this one
        FilesEnvironment ///< and in the environment that the files name now
    };
    [[nodiscard]] After after() const { return m_after; }

private:
    void startAgain(const QMap<QString, QString>& changes);
    void startTraining();
    [[nodiscard]] InstanceReply judge(const InstanceMessage& message);
    [[nodiscard]] InstanceReply answerTo(const InstanceMessage& message) const;

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
    SessionAudit m_sessionAudit;
    UiState m_ui;
    WorkDesk m_work;
    ReadinessDesk m_readiness;
    MainWindow m_window;
    AuditWarning m_auditWarning;
    ProxyDesk m_proxyDesk;
    HelpDesk m_help;
    SettingsDesk m_settingsDesk;
    SetupDesk m_setupDesk;
    After m_after = After::Nothing;
    std::optional<AppImageOffer> m_appImageOffer; ///< when it runs out of one
    std::optional<TrainingMinistry> m_training;
};

} // namespace hekim
