#pragma once

#include "gui/setupdraft.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace hekim {

class HttpClient;
class Keychain;
class MainWindow;
class SetupAssistant;

/// Setting an institution up inside the window: keeps what was typed while the window lives, and has it
/// stored by the same code as `--provision`, all or nothing.
class SetupDesk : public QObject
{
    Q_OBJECT

public:
    /// All outlive the desk; dialogs belong to `window`.
    SetupDesk(const SettingsPlaces& places, HttpClient& http, Keychain& keychain, MainWindow& window);
    ~SetupDesk() override;

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
    MainWindow& m_window;
    std::unique_ptr<Provisioner> m_provisioner;
    SetupDraft m_draft;
    QPointer<SetupAssistant> m_assistant;
};

} // namespace hekim
