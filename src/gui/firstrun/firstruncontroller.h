#pragma once

#include "gui/firstrun/setupdraft.h"
#include "gui/settings/settingscontroller.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace hekim {

class HttpClient;
class Keychain;
class SetupAssistant;

/// Setting an institution up inside the window: keeps what was typed while the window lives, and has it
/// stored by the same code as `--provision`, all or nothing.
class FirstRunController : public QObject
{
    Q_OBJECT

public:
    /// All outlive the controller; dialogs belong to `window`.
    FirstRunController(const SettingsPlaces& places, HttpClient& http, Keychain& keychain, QWidget& window,
                       SettingsController::AskBeforeEnd askBeforeEnd);
    ~FirstRunController() override;

    void open();

signals:
    void restartAsked(const QMap<QString, QString>& changes);

private:
    void finish(const ProvisioningData& data);
    void store(const ProvisioningData& data);
    void forgetSecrets();

    SettingsPlaces m_places;
    HttpClient& m_http;
    Keychain& m_keychain;
    QWidget& m_window;
    SettingsController::AskBeforeEnd m_askBeforeEnd;
    std::unique_ptr<Provisioner> m_provisioner;
    SetupDraft m_draft;
    QPointer<SetupAssistant> m_assistant;
};

} // namespace hekim
