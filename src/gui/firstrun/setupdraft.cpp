#include "gui/firstrun/setupdraft.h"

#include "core/settings/settingsinput.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace hekim {

using namespace Qt::StringLiterals;

Result<ProvisioningData> SetupDraft::data(const Settings& stored, const Settings& shown) const
{
    QJsonObject values;
    for (auto setting = settings.begin(); setting != settings.end(); ++setting) {
        const SettingsKey& key = *findSettingsKey(setting.key());
        const bool isHeld = holdOf(key, shown) != SettingHold::None;
        const bool isSame = setting.value() == stored.value(key.name);
        const bool isNoValue = key.isEndpoint() && setting.value().isEmpty();
        if (key.name != u"environment/name" && !isHeld && !isSame && !isNoValue)
            values.insert(key.name, setting.value());
    }
    QJsonObject passwords;
    for (auto secret = secrets.begin(); secret != secrets.end(); ++secret) {
        if (!secret.value().isEmpty() && !ownerOf(secret.key(), shown).origin.isEmpty())
            passwords.insert(toString(secret.key()), secret.value());
    }
    const QJsonObject document{{"environment"_L1, toString(shown.environment())},
                               {"settings"_L1, values},
                               {"secrets"_L1, passwords}};
    return ProvisioningData::fromJson(QJsonDocument(document).toJson(QJsonDocument::Compact));
}

} // namespace hekim
