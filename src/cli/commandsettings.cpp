#include "cli/commandsettings.h"

#include "core/settings/language.h"
#include "platform/files/settingsplaces.h"

#include <QCoreApplication>

namespace hekim {

Result<Settings> takeCommandSettings(const QString& settingsFile, std::optional<EnvironmentName> environment)
{
    Result<Settings> settings = Settings::load(standardSettingsPlaces(settingsFile), environment);
    if (settings)
        installLanguage(*QCoreApplication::instance(), settings->language());
    return settings;
}

} // namespace hekim
