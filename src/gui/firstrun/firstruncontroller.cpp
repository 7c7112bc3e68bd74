#include "gui/firstrun/firstruncontroller.h"

#include "gui/firstrun/setupassistant.h"
#include "gui/readiness/livegate.h"
#include "widgets/dialogs/question.h"

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

const auto environmentKey = u"environment/name"_s;

} // namespace

FirstRunController::FirstRunController(const SettingsPlaces& places, HttpClient& http, Keychain& keychain,
                                       QWidget& window, SettingsController::AskBeforeEnd askBeforeEnd)
    : m_places(places)
    , m_http(http)
    , m_keychain(keychain)
    , m_window(window)
    , m_askBeforeEnd(std::move(askBeforeEnd))
{
}

FirstRunController::~FirstRunController()
{
    forgetSecrets();
}

void FirstRunController::forgetSecrets()
{
    for (QString& secret : m_draft.secrets)
        secret.fill(u'\0');
    m_draft = {};
}

void FirstRunController::open()
{
    if (m_assistant) {
        m_assistant->activateWindow();
        return;
    }
    const auto stored = Settings::load(m_places, {});
    if (!stored) {
        tellFailure(&m_window, stored.error());
        return;
    }
    // A person who sets an institution up wants to leave the training.
    if (!m_draft.settings.contains(environmentKey) && !stored->isLocked(environmentKey) &&
        stored->environment() == EnvironmentName::Training)
        m_draft.settings.insert(environmentKey, toString(EnvironmentName::Live));
    m_assistant = new SetupAssistant(*stored, m_places, m_http, m_draft, &m_window);
    connect(m_assistant, &SetupAssistant::finishAsked, this, &FirstRunController::finish);
    connect(m_assistant, &QDialog::rejected, this, [this] { m_draft = m_assistant->draft(); });
    m_assistant->open();
}

void FirstRunController::finish(const ProvisioningData& data)
{
    const auto goOn = [this, data] { m_askBeforeEnd(this, [this, data] { store(data); }); };
    QMap<QString, QString> changes = data.settings;
    changes.insert(environmentKey, toString(data.environment));
    const auto read = Settings::load(m_places, {}, changes);
    // What cannot be read is refused, and told, when it is to be stored.
    if (m_assistant && read && read->reachesLive())
        LiveGate::ask(m_assistant, read->institutionCode(), read->hesEnabled(), goOn);
    else
        goOn();
}

void FirstRunController::store(const ProvisioningData& data)
{
    if (!m_assistant)
        return;
    m_assistant->setBusy(true);
    m_provisioner = std::make_unique<Provisioner>(m_keychain, m_places); // once for each
    m_provisioner->apply(data, this, [this, data](const Result<void>& stored) {
        if (!stored) {
            if (m_assistant)
                m_assistant->showFailure(stored.error());
            return;
        }
        forgetSecrets();
        if (m_assistant)
            m_assistant->accept();
        QMap<QString, QString> changes = data.settings;
        changes.insert(environmentKey, toString(data.environment));
        emit restartAsked(changes);
    });
}

} // namespace hekim
