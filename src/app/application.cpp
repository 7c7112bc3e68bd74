#include "app/application.h"

#include "audit/settingswatch.h"
#include "gui/livegate.h"
#include "platform/hardening.h"
#include "platform/settingsplaces.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTimer>

#include <chrono>

namespace hekim {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Long enough for the login page to be painted and to take its first key, short enough that nobody meets a
/// cold engine.
constexpr auto engineStart = 300ms;

/// Where the window stood, for the one that follows it; in UiState.
constexpr QStringView placeKey = u"place/afterRestart";

QString trainingProgram()
{
#ifdef Q_OS_WIN
    return QCoreApplication::applicationDirPath() + u"/hekim-asistani-training.exe"_s;
#else
    return QCoreApplication::applicationDirPath() + u"/hekim-asistani-training"_s;
#endif
}

/// Beside the user's own settings, whatever `--config` names: that one may be everybody's.
QString besideSettings(const QString& name)
{
    return QFileInfo(standardSettingsPlaces({}).user.path).dir().filePath(name);
}

} // namespace

Application::Application(const Settings& settings, InstanceServer& instances, const QString& settingsFile)
    : m_settings(settings)
    , m_instances(instances)
    , m_settingsFile(settingsFile)
    , m_credentials(m_keychain)
    , m_session(m_http, m_credentials)
    , m_pastReports(m_http, m_session)
    , m_radiology(m_http, m_credentials, m_session)
    , m_persons(m_keychain)
    , m_pins(m_settings, m_keychain, m_persons)
    , m_audit(standardAuditFolder(), settings, m_persons)
    , m_sessionAudit(m_session, m_audit)
    , m_ui(besideSettings(u"window.ini"_s))
    , m_work({m_settings, m_proxyLogins, besideSettings(u"allowed-programs.ini"_s)})
    , m_readiness({m_settings, m_session, m_http, m_credentials, m_persons}, readinessFolder())
    , m_window({m_settings, m_session, m_credentials, m_http, m_work, m_pastReports, m_radiology, m_ui,
                m_pins, m_audit, m_readiness})
    , m_proxyDesk(m_proxyLogins, m_keychain, m_window)
    , m_settingsDesk(standardSettingsPlaces(settingsFile), m_window)
    , m_setupDesk(standardSettingsPlaces(settingsFile), m_http, m_keychain, m_window)
{
    m_http.setProxyLogins(m_proxyLogins);
    connect(&m_proxyLogins, &ProxyLogins::given, &m_window, &MainWindow::proxyLoginGiven);
    connect(&m_window, &MainWindow::helpAsked, &m_help, &HelpDesk::open);
    m_http.configure(m_settings);
    connect(&m_audit, &AuditTrail::failed, &m_auditWarning, &AuditWarning::trailFailed);
    connect(&m_window, &MainWindow::workShown, &m_auditWarning, &AuditWarning::workShown);
    const SettingsWatch watch(standardAuditFolder() + u"/settings.json"_s);
    watch.compare(settings, m_audit);
    connect(&m_settingsDesk, &SettingsDesk::written, this, [this, watch, settingsFile] {
        if (const auto now = Settings::load(standardSettingsPlaces(settingsFile), m_settings.environment()))
            watch.compare(*now, m_audit, m_session.doctor());
    });
    m_instances.setJudge([this](const InstanceMessage& message) { return judge(message); });
    connect(&m_instances, &InstanceServer::messageAccepted, &m_window, &MainWindow::take);
    connect(&m_instances, &InstanceServer::messageRefused, this, [this](InstanceReply::Outcome outcome) {
        m_audit.record(
            {.action = AuditAction::Launch, .outcome = AuditOutcome::Failed, .detail = wordOf(outcome)});
    });
    connect(&m_settingsDesk, &SettingsDesk::restartAsked, this, &Application::startAgain);
    connect(&m_setupDesk, &SetupDesk::restartAsked, this, &Application::startAgain);
    if (const QByteArray place = m_ui.value(placeKey).toByteArray(); !place.isEmpty()) {
        m_window.restoreGeometry(place);
        m_ui.remove(placeKey);
    }
    if (const std::optional<AppImage> image = runningAppImage()) {
        m_appImageOffer.emplace(*image, besideSettings(u"appimage.ini"_s));
        connect(&m_window, &MainWindow::workShown, &*m_appImageOffer, &AppImageOffer::ask);
    }
}

// Settings are read once, at the start, by everything that holds them: a window that works with others is
// another process. It comes back where this one stood.
void Application::startAgain(const QMap<QString, QString>& changes)
{
    m_after = changes.contains(u"environment/name"_s) ? After::FilesEnvironment : After::SameEnvironment;
    m_ui.set(placeKey, m_window.saveGeometry());
    m_session.logOut();
    QCoreApplication::quit();
}

InstanceReply Application::judge(const InstanceMessage& message)
{
    const InstanceReply reply = answerTo(message);
    if (message.command == InstanceMessage::Command::Open && !message.request.isEmpty())
        m_audit.record(auditEventOf(message.request, reply.outcome == InstanceReply::Outcome::Accepted));
    return reply;
}

InstanceReply Application::answerTo(const InstanceMessage& message) const
{
    if (!message.settingsFile.isEmpty() && message.settingsFile != m_settingsFile)
        return {InstanceReply::Outcome::WrongEnvironment, toString(m_settings.environment())};
    return m_window.judge(message);
}

void Application::start()
{
    m_window.show();
    LiveGate::askOnFirstStart(&m_window, m_settings);
    connect(&m_work, &WorkDesk::engineStarted, &closeMemoryToOthers);
    QTimer::singleShot(engineStart, &m_work, &WorkDesk::prepare);
    if (m_settings.environment() == EnvironmentName::Training) {
        startTraining();
        return;
    }
    m_session.setSettings(m_settings);
    m_radiology.setSettings(m_settings);
    m_window.servicesReady();
}

void Application::startTraining()
{
    m_training.emplace(trainingProgram());
    connect(&*m_training, &TrainingMinistry::ready, this, [this](const Endpoints& endpoints) {
        m_settings = m_settings.withEndpoints(endpoints);
        m_session.setSettings(m_settings);
        m_radiology.setSettings(m_settings);
        m_window.servicesReady();
    });
    connect(&*m_training, &TrainingMinistry::failed, &m_window, &MainWindow::servicesFailed);
    connect(&m_window, &MainWindow::servicesAsked, &*m_training, [this] {
        m_window.servicesStarting();
        m_training->start();
    });
    m_training->start();
}

} // namespace hekim
