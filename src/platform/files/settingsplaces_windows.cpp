#include "platform/files/settingsplaces.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace hekim {

SettingsPlaces standardSettingsPlaces(const QString& configOption)
{
    SettingsPlaces places;
    places.policy = {u"HKEY_LOCAL_MACHINE\\Software\\Policies\\HekimAsistani"_s, QSettings::NativeFormat};
    places.defaults = {u"HKEY_LOCAL_MACHINE\\Software\\HekimAsistani"_s, QSettings::NativeFormat};
    places.userNamedByOption = !configOption.isEmpty();
    // The roaming folder by its variable: Qt's own locations are the local one or carry the program's names.
    places.user.path = places.userNamedByOption
                           ? QFileInfo(configOption).absoluteFilePath()
                           : qEnvironmentVariable("APPDATA") + u"/hekim-asistani/settings.ini"_s;
    return places;
}

} // namespace hekim
