#include "app/application.h"

#include "audit/settingswatch.h"
#include "core/identity/pinrules.h"
#include "gui/lock/lockpage.h"
#include "gui/lock/lockscreen.h"
#include "gui/login/loginpage.h"
#include "gui/readiness/livegate.h"
#include "platform/files/settingsplaces.h"
#include "platform/process/hardening.h"
#include "workspace/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTimer>

#include <chrono>
#include <functional>

namespace hekim {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Long enough for the login page to be painted and to take its first key, short enough that no doctor meets
/// a cold engine.
constexpr auto engineStart = 300ms;
constexpr auto listeningStart = 1s;

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
    , m_audit(AuditLocation::standard(settings.environment()), settings, m_persons)
    , m_settingsWatch(AuditLocation::standard(settings.environment()), m_persons, m_audit)
    , m_sessionAudit(m_session, m_audit)
    , m_ui(besideSettings(u"window.ini"_s))
    , m_work({m_settings, m_proxyLogins, besideSettings(u"allowed-programs.ini"_s)})
    , m_readiness({m_settings, m_session, m_http, m_credentials, m_persons}, readinessFolder())
    , m_input(m_settings.idleLock())
    , m_flow(flowParts())
    , m_launches(m_settings, m_flow)
    , m_lock(m_flow, m_input)
    , m_window(m_settings, m_session, m_credentials, m_audit)
    , m_windowController(windowParts())
    , m_dialogs(
          {m_settings, m_flow, m_session, m_http, m_credentials, m_radiology, m_readiness, m_work, m_window})
    , m_auditWarning(m_ui)
    , m_proxyLoginController(m_proxyLogins, m_keychain, m_window)
    , m_settingsController(standardSettingsPlaces(settingsFile), m_window,
                           std::bind_front(&WindowController::askBeforeEnd, &m_windowController))
    , m_firstRun(standardSettingsPlaces(settingsFile), m_http, m_keychain, m_window,
                 std::bind_front(&WindowController::askBeforeEnd, &m_windowController))
{
    m_http.setProxyLogins(m_proxyLogins);
    m_http.configure(m_settings);
    connect(&m_audit, &AuditTrail::failed, &m_auditWarning, &AuditWarning::trailFailed);
    for (const SettingsNotice& notice : settings.notices()) {
        if (notice.kind == SettingsNotice::Kind::NoLongerKnown)
            m_auditWarning.keyRetired(notice);
    }
    // By the store itself: a doctor who logs out meanwhile has changed it all the same.
    connect(&m_pins, &PinStore::changed, this, [this](const IdentityNumber& doctor) {
        m_audit.record({.action = AuditAction::PinChanged, .doctor = doctor});
    });
    m_settingsWatch.compare(settings);
    connect(&m_settingsController, &SettingsController::written, this, [this, settingsFile] {
        if (const auto now = Settings::load(standardSettingsPlaces(settingsFile), m_settings.environment()))
            m_settingsWatch.compare(*now, m_session.doctor());
    });
    m_instances.setJudge([this](const InstanceMessage& message) { return judge(message); });
    connect(&m_instances, &InstanceServer::messageAccepted, &m_windowController, &WindowController::take);
    connect(&m_instances, &InstanceServer::messageRefused, this, [this](InstanceReply::Outcome outcome) {
        m_audit.record(
            {.action = AuditAction::Launch, .outcome = AuditOutcome::Failed, .detail = wordOf(outcome)});
    });
    if (const QByteArray place = m_ui.value(placeKey).toByteArray(); !place.isEmpty()) {
        m_window.restoreGeometry(place);
        m_ui.remove(placeKey);
    }
    if (const std::optional<AppImage> image = runningAppImage())
        m_appImageOffer.emplace(*image, besideSettings(u"appimage.ini"_s));
    connectFlow();
    connectDialogs();
}

SessionController::Parts Application::flowParts()
{
    return {pinUseFromString(m_settings.value(u"login/pin"_s)),
            m_session,
            m_audit,
            std::bind_front(&PinStore::check, &m_pins),
            std::bind_front(&PinStore::set, &m_pins),
            [this] { return m_work.load(); },
            [this] { return m_work.hasDialog(); }};
}

WindowController::Parts Application::windowParts()
{
    // Before what the doctor asks for is begun, which the controller is told of in the same turn.
    connect(&m_window.loginPage(), &LoginPage::loginAsked, &m_keychain, &Keychain::askAgain);
    connect(&m_window.loginPage(), &LoginPage::checkAsked, &m_keychain, &Keychain::askAgain);
    connect(&m_window.lockScreen().page(), &LockPage::unlockAsked, &m_keychain, &Keychain::askAgain);
    return {m_window,
            m_flow,
            m_launches,
            m_lock,
            [this] {
                return m_work.makeWorkspace({m_settings, m_session, m_credentials, m_http, m_pastReports,
                                             m_radiology, m_ui, m_audit});
            },
            [this] { m_work.cancelDialog(); },
            [this](const QString& password) {
                m_credentials.keepInMemory(SecretName::UssPassword,
                                           ownerOf(SecretName::UssPassword, m_settings), password);
            }};
}

void Application::tellSharedMemoryIsShort()
{
    m_window.loginPage().warn(
        tr("This computer gives programs too little shared memory: pages and images can stay "
           "blank. Ask your IT (/dev/shm)."));
}

void Application::connectFlow()
{
    connect(&m_keychain, &Keychain::waitingChanged, this, [this] {
        m_window.loginPage().setKeyringWaits(m_keychain.isWaiting());
        m_window.lockScreen().page().setKeyringWaits(m_keychain.isWaiting());
    });
    connect(&m_keychain, &Keychain::answersAgain, &m_audit, &AuditTrail::askForKeyAgain);
    connect(&m_keychain, &Keychain::answersAgain, &m_settingsWatch, &SettingsWatch::askForKeyAgain);
    connect(&m_input, &InputMonitor::used, &m_session, &DoctorSession::noteActivity);
    connect(&m_proxyLogins, &ProxyLogins::given, &m_flow, &SessionController::proxyLoginGiven);
    connect(&m_work, &WorkspaceLoader::failed, &m_flow, &SessionController::pagesFailed);
    connect(&m_work, &WorkspaceLoader::dialogClosed, &m_flow, &SessionController::pageDialogClosed);
    connect(&m_flow, &SessionController::stateChanged, this, [this] {
        // The engine's start blocks for a moment: the request for the token goes out first.
        if (m_flow.state() == SessionController::State::LoggingIn)
            connect(&m_http, &HttpClient::sent, &m_work, &WorkspaceLoader::prepare, Qt::SingleShotConnection);
    });
    // Windows that would ask before they close have nothing to ask any more.
    connect(
        &m_flow, &SessionController::quitting, this, [] { QCoreApplication::exit(); }, Qt::QueuedConnection);
    connect(&m_windowController, &WindowController::workShown, this, &Application::followWork);
    // The engine starts while the doctor types; a doctor whom the HBYS logs in never types, so a moment after
    // the window at the latest.
    connect(&m_window.loginPage(), &LoginPage::typed, &m_work, &WorkspaceLoader::prepare);
}

void Application::connectDialogs()
{
    connect(&m_dialogs, &DialogController::helpAsked, &m_help, &HelpController::open);
    connect(&m_dialogs, &DialogController::settingsAsked, &m_keychain, &Keychain::askAgain);
    connect(&m_dialogs, &DialogController::setupAsked, &m_keychain, &Keychain::askAgain);
    connect(&m_dialogs, &DialogController::settingsAsked, &m_settingsController, &SettingsController::open);
    connect(&m_dialogs, &DialogController::setupAsked, &m_firstRun, &FirstRunController::open);
    connect(&m_settingsController, &SettingsController::setupAsked, &m_firstRun, &FirstRunController::open);
    connect(&m_settingsController, &SettingsController::restartAsked, this, &Application::startAgain);
    connect(&m_firstRun, &FirstRunController::restartAsked, this, &Application::startAgain);
}

void Application::followWork(Workspace& work)
{
    m_dialogs.serve(work);
    m_auditWarning.workShown(work.notices());
    if (m_appImageOffer)
        m_appImageOffer->ask(work.notices());
}

// Settings are read once, at the start, by everything that holds them: a window that works with others is
// another process. It comes back where this one stood.
void Application::startAgain(const QMap<QString, QString>& changes)
{
    m_after = changes.contains(u"environment/name"_s) ? After::FilesEnvironment : After::SameEnvironment;
    m_ui.set(placeKey, m_window.saveGeometry());
    m_flow.end({EndWish::Reason::Quit, {}, m_flow.session()});
}

InstanceReply Application::judge(const InstanceMessage& message)
{
    InstanceReply reply = answerTo(message);
    if (message.command == InstanceMessage::Command::Open && !message.request.isEmpty())
        m_audit.record(auditEventOf(message.request, reply.outcome == InstanceReply::Outcome::Accepted));
    return reply;
}

InstanceReply Application::answerTo(const InstanceMessage& message)
{
    if (!message.settingsFile.isEmpty() && message.settingsFile != m_settingsFile)
        return {InstanceReply::Outcome::WrongEnvironment, toString(m_settings.environment())};
    return m_launches.judge(message);
}

void Application::start()
{
    m_window.show();
    LiveGate::askOnFirstStart(&m_window, m_settings);
    // The buses are asked when the login page stands and takes keys.
    QTimer::singleShot(listeningStart, &m_lock, [this] { m_lock.listen(m_window.winId()); });
    connect(&m_work, &WorkspaceLoader::engineStarted, &closeMemoryToOthers);
    QTimer::singleShot(engineStart, &m_work, &WorkspaceLoader::prepare);
    if (m_settings.environment() == EnvironmentName::Training) {
        startTraining();
        return;
    }
    useSettings(m_settings);
}

void Application::useSettings(const Settings& settings)
{
    m_settings = settings;
    m_session.setSettings(m_settings);
    m_radiology.setSettings(m_settings);
    m_flow.servicesReady();
}

void Application::startTraining()
{
    m_training.emplace(trainingProgram());
    connect(&*m_training, &TrainingMinistry::ready, this,
            [this](const Endpoints& endpoints) { useSettings(m_settings.withEndpoints(endpoints)); });
    connect(&*m_training, &TrainingMinistry::failed, &m_flow, &SessionController::servicesFailed);
    connect(&m_windowController, &WindowController::servicesAsked, &*m_training, [this] {
        m_flow.servicesStarting();
        m_training->start();
    });
    m_training->start();
}

} // namespace hekim
