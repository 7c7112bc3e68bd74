#include "setup/commandsettings.h"

#include "core/language.h"
#include "platform/settingsplaces.h"

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
