#include "platform/files/settingsplaces.h"

#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace hekim {

SettingsPlaces standardSettingsPlaces(const QString& configOption)
{
    SettingsPlaces places;
    places.policy.path = u"/etc/hekim-asistani/policy.conf"_s;
    places.defaults.path = u"/etc/hekim-asistani/defaults.conf"_s;
    places.userNamedByOption = !configOption.isEmpty();
    places.user.path = places.userNamedByOption
                           ? QFileInfo(configOption).absoluteFilePath()
                           : QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
                                 u"/hekim-asistani/settings.ini"_s;
    return places;
}

} // namespace hekim
