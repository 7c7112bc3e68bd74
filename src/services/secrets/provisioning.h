#pragma once

#include "core/identity/identitynumber.h"
#include "core/settings/settings.h"
#include "services/secrets/credentialstore.h"
#include "services/secrets/persondigests.h"

#include <QMap>

#include <optional>

namespace hekim {

class Keychain;

constexpr qsizetype maxProvisioningBytes = qsizetype{64} * 1024;

/// What `--provision` brings (docs/clinic-it.md): {"environment":…,"settings":{…},"secrets":{…},
/// "resetPins":["…"]}, checked as far as the document alone allows it.
struct ProvisioningData
{
    EnvironmentName environment = EnvironmentName::Training;
    QMap<QString, QString> settings;
    QMap<SecretName, std::optional<QString>> secrets; ///< nothing: the secret is to be removed

    /// The secret "personKey" (64 hexadecimal digits): one key of the institution for all its workstations,
    /// by which persons are recognised without their numbers. Within: nothing where it is to be removed.
    std::optional<std::optional<QByteArray>> personKey;
    QList<IdentityNumber> resetPins{}; ///< doctors who choose a new PIN at their next login

    /// Errors name the member, never its value.
    static Result<ProvisioningData> fromJson(const QByteArray& document);
};

/// What provisioning made of the institution's key.
struct PersonKeyChange
{
    std::optional<PersonDigest> before; ///< nothing: there was none
    std::optional<PersonDigest> after;  ///< nothing: it was removed
};

/// Writes provisioning data into the keychain and the user's settings file, all of it or nothing.
class Provisioner : public QObject
{
    Q_OBJECT

public:
    /// `keychain` must outlive this object.
    Provisioner(Keychain& keychain, SettingsPlaces places, QObject* parent = nullptr);
    ~Provisioner() override;

    /// Once for each object. Without secrets in the data the keychain is not touched.
    void apply(const ProvisioningData& data, QObject* context, std::function<void(Result<void>)> done);
    /// Once all is stored: those of the data's `resetPins` who had a PIN until now.
    [[nodiscard]] QList<IdentityNumber> doctorsWithoutPin() const;
    /// Likewise: nothing where the key is as it was.
    [[nodiscard]] std::optional<PersonKeyChange> personKeyChange() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace hekim
