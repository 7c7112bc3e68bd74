#include "gui/settings/settingtexts.h"

#include "core/settings/settingflag.h"

#include <QCoreApplication>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

class SettingText
{
    Q_DECLARE_TR_FUNCTIONS(SettingText)

public:
    static QString outOfRange(const SettingsKey& key);
};

QString SettingText::outOfRange(const SettingsKey& key)
{
    if (key.name == u"network/proxy")
        return tr("Write system, none, or a host with its port, such as proxy:8080.");
    if (key.name == u"hes/latitude")
        return tr("Must be a number from -90 to 90, such as 39.92.");
    if (key.name == u"hes/longitude")
        return tr("Must be a number from -180 to 180, such as 32.85.");
    if (key.name == u"web/externalSchemes")
        return tr("Each name is made of small letters and digits, such as akisimza; https and the like are "
                  "not possible.");
    if (key.name == u"web/extraHosts")
        return tr("Each host is written without https://, such as *.hastane.example.");
    if (key.name == u"web/agentPorts")
        return tr("Write * or port numbers from 1 to 65535, separated by commas.");
    if (key.kind == SettingKind::Number)
        return tr("Must be a number from %1 to %2.").arg(key.from).arg(key.to);
    return tr("This value is not possible here.");
}

} // namespace

QString faultAtField(const SettingsKey& key, InputFault fault)
{
    switch (fault) {
    case InputFault::Empty:
        return SettingText::tr("This must be filled in.");
    case InputFault::OutOfRange:
        return SettingText::outOfRange(key);
    case InputFault::BadCharacters:
        return SettingText::tr("There are characters in it that do not belong there.");
    case InputFault::TooLong:
        return SettingText::tr("This is too long.");
    case InputFault::NotHttps:
        return SettingText::tr("The address must begin with https://.");
    case InputFault::BadUrl:
        return SettingText::tr("This is no address. Example: https://erapor.example");
    case InputFault::NotAllowedHere:
        return SettingText::tr(
            "This is an address of the live services: it cannot be used in this environment.");
    default:
        return SettingText::tr("This value is not possible here.");
    }
}

QString holdText(const SettingsKey& key, SettingHold hold, const SettingsPlaces& places)
{
    switch (hold) {
    case SettingHold::None:
        break;
    case SettingHold::Policy:
        return SettingText::tr("Fixed by the administrator's policy (%1).").arg(places.policy.path);
    case SettingHold::Administrator:
        return SettingText::tr("Only the administrator sets this here: [%1] %2 in %3.")
            .arg(key.name.section(u'/', 0, 0), key.name.section(u'/', 1), places.policy.path);
    case SettingHold::OtherEnvironment:
        return SettingText::tr("Addresses can be changed in the custom environment only.");
    }
    return {};
}

QString cleanedText()
{
    return SettingText::tr(
        "Blanks, quotation marks or %20 that came along with the paste were taken out. Please "
        "check what is left.");
}

QString shownValue(const SettingsKey& key, const QString& value)
{
    for (const SettingChoice& choice : key.choices) {
        if (choice.word == value)
            return shownTitle(choice);
    }
    if (key.kind == SettingKind::Flag)
        return isOn(value) ? SettingText::tr("On") : SettingText::tr("Off");
    return value.isEmpty() ? SettingText::tr("not set") : value;
}

} // namespace hekim
