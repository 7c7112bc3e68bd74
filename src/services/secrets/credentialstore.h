#pragma once

#include "core/call/callhandle.h"
#include "core/settings/settings.h"
#include "services/secrets/keychain.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace hekim {

/// The names of the secrets. One keychain entry each.
enum class SecretName { UssPassword, EnabizPassword, HesUsername, HesPassword };
QString toString(SecretName name);
std::optional<SecretName> secretNameFromString(QStringView text);

/// What a secret belongs to: it counts as absent where institution or origin differ from what it was stored
/// for.
struct SecretOwner
{
    EnvironmentName environment;
    QString institutionCode;
    QString origin; ///< of the service that gets it, see originOf()
};
SecretOwner ownerOf(SecretName name, const Settings& settings);

/// The institution's secrets in the operating system's keychain. Where there is no keychain, secrets live in
/// memory for this session and isMemoryOnly() says so.
class CredentialStore : public QObject
{
    Q_OBJECT

public:
    /// `keychain` must outlive this object.
    explicit CredentialStore(Keychain& keychain, QObject* parent = nullptr);
    ~CredentialStore() override;

    /// An absent secret is an Error of kind NotConfigured about the secret, of the step that needs it.
    CallHandle read(SecretName name, const SecretOwner& owner, QObject* context,
                    std::function<void(Result<QString>)> done);
    CallHandle write(SecretName name, const SecretOwner& owner, const QString& secret, QObject* context,
                     std::function<void(Result<void>)> done);
    CallHandle remove(SecretName name, EnvironmentName environment, QObject* context,
                      std::function<void(Result<void>)> done);

    /// Keeps a secret for this session only, for a workstation without a keychain.
    void keepInMemory(SecretName name, const SecretOwner& owner, const QString& secret);
    /// The keychain did not work when it was last asked; false before it was asked at all.
    [[nodiscard]] bool isMemoryOnly() const { return !m_keychain.isWorking(); }

    /// The system asks the user for the keychain's password, and something waits for it.
    [[nodiscard]] bool isWaiting() const { return m_keychain.isWaiting(); }

signals:
    void waitingChanged();
    void memoryOnlyChanged();

private:
    struct Kept
    {
        SecretName name;
        SecretOwner owner;
        QString secret;
    };
    void forget(SecretName name, EnvironmentName environment);

    Keychain& m_keychain;
    QList<Kept> m_kept;
};

} // namespace hekim
