#include "core/settings/settingskeys.h"

#include <QCoreApplication>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

SettingsKey address(const QString& name, const char* title, const char* explanation)
{
    return {name, {}, SettingPage::Addresses, SettingKind::Address, title, explanation};
}

QList<SettingsKey> institutionKeys()
{
    return {
        {.name = u"environment/name"_s,
         .builtIn = u"training"_s,
         .page = SettingPage::Institution,
         .kind = SettingKind::Choice,
         .title = QT_TRANSLATE_NOOP("SettingsKey", "Environment"),
         .explanation = QT_TRANSLATE_NOOP("SettingsKey", "Whose services the window works with."),
         .choices = {{u"live"_s, QT_TRANSLATE_NOOP("SettingsKey", "Live (the Ministry's services)")},
                     {u"test"_s, QT_TRANSLATE_NOOP("SettingsKey", "Test (the Ministry's test services)")},
                     {u"training"_s, QT_TRANSLATE_NOOP("SettingsKey", "Training (on this computer)")},
                     {u"custom"_s, QT_TRANSLATE_NOOP("SettingsKey", "Custom (addresses of your own)")}}},
        {.name = u"institution/code"_s,
         .page = SettingPage::Institution,
         .kind = SettingKind::Code,
         .title = QT_TRANSLATE_NOOP("SettingsKey", "Institution code"),
         .explanation =
             QT_TRANSLATE_NOOP("SettingsKey", "The institution's ÇKYS code. It is the user name for e-Rapor "
                                              "and for the radiology images.")},
        {.name = u"institution/name"_s,
         .page = SettingPage::Institution,
         .kind = SettingKind::Text,
         .title = QT_TRANSLATE_NOOP("SettingsKey", "Institution name"),
         .explanation = QT_TRANSLATE_NOOP("SettingsKey", "As the login page shows it."),
         .countsAtNextStart = true},
    };
}

QList<SettingsKey> serviceKeys()
{
    constexpr auto page = SettingPage::Services;
    return {
        {.name = u"erapor/applicationCode"_s,
         .page = page,
         .kind = SettingKind::Code,
         .title = QT_TRANSLATE_NOOP("SettingsKey", "e-Rapor application code"),
         .explanation = QT_TRANSLATE_NOOP(
             "SettingsKey", "The USS application code that the Ministry sent to the institution.")},
        {.name = u"erapor/role"_s,
         .builtIn = u"6AAB18C7-B16B-4A04"_s,
         .page = page,
         .kind = SettingKind::Code,
         .title = QT_TRANSLATE_NOOP("SettingsKey", "e-Rapor role"),
         .explanation = QT_TRANSLATE_NOOP("SettingsKey", "As the Ministry's guide prints it. Change it only "
                                                         "when the Ministry says so.")},
        {.name = u"erapor/credentialsIn"_s,
         .builtIn = u"query"_s,
         .page = page,
         .kind = SettingKind::Choice,
         .title = QT_TRANSLATE_NOOP("SettingsKey", "How e-Rapor gets the login"),
         .explanation =
             QT_TRANSLATE_NOOP("SettingsKey", "The guide puts it into the address. Choose the body only when "
                                              "the Ministry allows it."),
         .choices = {{u"query"_s, QT_TRANSLATE_NOOP("SettingsKey", "In the address (as the guide has it)")},
                     {u"body"_s, QT_TRANSLATE_NOOP("SettingsKey", "In the body of the request")}}},
        {.name = u"ogn/applicationCode"_s,
         .page = page,
         .kind = SettingKind::Code,
         .title = QT_TRANSLATE_NOOP("SettingsKey", "Application code for images"),
         .explanation = QT_TRANSLATE_NOOP("SettingsKey", "The SBYS vendor's identification number. Without "
                                                         "it radiology images stay off.")},
        {.name = u"ogn/clientId"_s,
         .builtIn = u"ogn.sbys.api"_s,
         .page = page,
         .kind = SettingKind::Code,
         .title = QT_TRANSLATE_NOOP("SettingsKey", "Client name for images"),
         .explanation = QT_TRANSLATE_NOOP("SettingsKey", "client_id of the Ministry's guide.")},
        {.name = u"ogn/grantType"_s,
         .builtIn = u"client_sbys"_s,
         .page = page,
         .kind = SettingKind::Code,
         .title = QT_TRANSLATE_NOOP("SettingsKey", "Grant type for images"),
         .explanation = QT_TRANSLATE_NOOP("SettingsKey", "grant_type of the Ministry's guide.")},
    };
}

QList<SettingsKey> hesKeys()
{
    constexpr auto page = SettingPage::Hes;
    return {
        {.name = u"hes/enabled"_s,
         .builtIn = u"true"_s,
         .page = page,
         .kind = SettingKind::Flag,
         .title = QT_TRANSLATE_NOOP("SettingsKey", "HES checks"),
         .explanation = QT_TRANSLATE_NOOP("SettingsKey", "Switched off, the window has no HES tab.")},
        {.name = u"hes/city"_s,
         .page = page,
         .kind = SettingKind::Text,
         .title = QT_TRANSLATE_NOOP("SettingsKey", "City of the checks"),
         .explanation = QT_TRANSLATE_NOOP(
             "SettingsKey", "Where visitors are checked. Without city, district and address no visitor can "
                            "be checked.")},
        {.name = u"hes/district"_s,
         .page = page,
         .kind = SettingKind::Text,
         .title = QT_TRANSLATE_NOOP("SettingsKey", "District of the checks"),
         .explanation = QT_TRANSLATE_NOOP("SettingsKey", "Sent to the HES service with a visitor's code.")},
        {.name = u"hes/address"_s,
         .page = page,
         .kind = SettingKind::Text,
         .title = QT_TRANSLATE_NOOP("SettingsKey", "Address of the checks"),
         .explanation = QT_TRANSLATE_NOOP("SettingsKey", "Sent to the HES service with a visitor's code.")},
        {.name = u"hes/latitude"_s,
         .page = page,
         .kind = SettingKind::Degrees,
         .title = QT_TRANSLATE_NOOP("SettingsKey", "Latitude"),
         .explanation = QT_TRANSLATE_NOOP("SettingsKey", "In degrees, such as 39.92. May stay empty.")},
        {.name = u"hes/longitude"_s,
         .page = page,
         .kind = SettingKind::Degrees,
         .title = QT_TRANSLATE_NOOP("SettingsKey", "Longitude"),
         .explanation = QT_TRANSLATE_NOOP("SettingsKey", "In degrees, such as 32.85. May stay empty.")},
    };
}

QList<SettingsKey> addressKeys()
{
    return {
        address(u"endpoints/erapor"_s, QT_TRANSLATE_NOOP("SettingsKey", "Address of e-Rapor"),
                QT_TRANSLATE_NOOP("SettingsKey", "Login, report form, and the doctor's reports.")),
        address(u"endpoints/ogn"_s, QT_TRANSLATE_NOOP("SettingsKey", "Address of the login for images"),
                QT_TRANSLATE_NOOP("SettingsKey", "The Ministry's common entrance (OGN).")),
        address(u"endpoints/teletip"_s, QT_TRANSLATE_NOOP("SettingsKey", "Address of teleradiology"),
                QT_TRANSLATE_NOOP("SettingsKey", "Gives the one-time code with which images open.")),
        address(u"endpoints/viewer"_s, QT_TRANSLATE_NOOP("SettingsKey", "Address of the image viewer"),
                QT_TRANSLATE_NOOP("SettingsKey", "The page that shows the images.")),
        address(u"endpoints/hes"_s, QT_TRANSLATE_NOOP("SettingsKey", "Address of the HES service"),
                QT_TRANSLATE_NOOP("SettingsKey", "Where HES codes are checked.")),
    };
}

QList<SettingsKey> loginKeys()
{
    constexpr auto page = SettingPage::Login;
    return {
        {.name = u"login/acceptDoctorFromLauncher"_s,
         .builtIn = u"false"_s,
         .page = page,
         .kind = SettingKind::Flag,
         .title = QT_TRANSLATE_NOOP("SettingsKey", "The hospital system logs the doctor in"),
         .explanation = QT_TRANSLATE_NOOP(
             "SettingsKey", "Only where the hospital system (HBYS) has made sure who the doctor "
                            "is. Otherwise it fills the field and the doctor logs in."),
         .liveNeedsAdministrator = true},
        {.name = u"login/pin"_s,
         .builtIn = u"off"_s,
         .page = page,
         .kind = SettingKind::Choice,
         .title = QT_TRANSLATE_NOOP("SettingsKey", "PIN"),
         .explanation =
             QT_TRANSLATE_NOOP("SettingsKey", "Whether a doctor has a PIN on this computer, for logging in "
                                              "and for unlocking."),
         .liveNeedsAdministrator = true,
         .choices = {{u"off"_s, QT_TRANSLATE_NOOP("SettingsKey", "No PIN")},
                     {u"optional"_s, QT_TRANSLATE_NOOP("SettingsKey", "Each doctor decides")},
                     {u"required"_s, QT_TRANSLATE_NOOP("SettingsKey", "Every doctor needs one")}}},
        {.name = u"login/idleLockMinutes"_s,
         .builtIn = u"10"_s,
         .page = page,
         .kind = SettingKind::Number,
         .title = QT_TRANSLATE_NOOP("SettingsKey", "Lock after minutes without work"),
         .explanation =
             QT_TRANSLATE_NOOP("SettingsKey", "After so many minutes without key or mouse the window is "
                                              "locked (1 to 240)."),
         .liveNeedsAdministrator = true,
         .from = 1,
         .to = 240},
        {.name = u"launch/urlOpens"_s,
         .builtIn = u"ask"_s,
         .page = page,
         .kind = SettingKind::Choice,
         .title = QT_TRANSLATE_NOOP("SettingsKey", "A link opens a patient"),
         .explanation = QT_TRANSLATE_NOOP("SettingsKey", "Any web page can hold such a link."),
         .liveNeedsAdministrator = true,
         .choices = {{u"ask"_s, QT_TRANSLATE_NOOP("SettingsKey", "After asking the doctor")},
                     {u"open"_s, QT_TRANSLATE_NOOP("SettingsKey", "Without asking")}}},
    };
}

QList<SettingsKey> pageKeys()
{
    constexpr auto page = SettingPage::Pages;
    return {
        {.name = u"web/externalSchemes"_s,
         .page = page,
         .kind = SettingKind::List,
         .title = QT_TRANSLATE_NOOP("SettingsKey", "E-signature programs"),
         .explanation = QT_TRANSLATE_NOOP("SettingsKey",
                                          "Names of the links with which pages may start a program on this "
                                          "computer, separated by commas, such as akisimza."),
         .liveNeedsAdministrator = true},
        {.name = u"web/agentPorts"_s,
         .builtIn = u"*"_s,
         .page = page,
         .kind = SettingKind::List,
         .title = QT_TRANSLATE_NOOP("SettingsKey", "Ports of e-signature programs"),
         .explanation = QT_TRANSLATE_NOOP("SettingsKey",
                                          "Ports on this computer that e-Rapor's pages may reach, separated "
                                          "by commas; * means all of them."),
         .liveNeedsAdministrator = true},
        {.name = u"web/extraHosts"_s,
         .page = page,
         .kind = SettingKind::List,
         .title = QT_TRANSLATE_NOOP("SettingsKey", "Further hosts"),
         .explanation = QT_TRANSLATE_NOOP("SettingsKey",
                                          "Hosts beyond the Ministry's that pages may visit, separated by "
                                          "commas, such as *.hastane.example."),
         .liveNeedsAdministrator = true},
        {.name = u"web/webgl"_s,
         .builtIn = u"auto"_s,
         .page = page,
         .kind = SettingKind::Choice,
         .title = QT_TRANSLATE_NOOP("SettingsKey", "How images are drawn"),
         .explanation = QT_TRANSLATE_NOOP("SettingsKey", "Choose the processor when images flicker or stay "
                                                         "black."),
         .countsAtNextStart = true,
         .choices = {{u"auto"_s, QT_TRANSLATE_NOOP("SettingsKey", "By the graphics card where it works")},
                     {u"software"_s, QT_TRANSLATE_NOOP("SettingsKey", "By the processor")},
                     {u"off"_s, QT_TRANSLATE_NOOP("SettingsKey", "Not at all (no WebGL)")}}},
    };
}

QList<SettingsKey> computerKeys()
{
    constexpr auto page = SettingPage::Computer;
    return {
        {.name = u"network/proxy"_s,
         .builtIn = u"system"_s,
         .page = page,
         .kind = SettingKind::Code,
         .title = QT_TRANSLATE_NOOP("SettingsKey", "Proxy"),
         .explanation = QT_TRANSLATE_NOOP(
             "SettingsKey", "system (as the computer is set), none, or a host with its port: proxy:8080.")},
        {.name = u"network/http2"_s,
         .builtIn = u"false"_s,
         .page = page,
         .kind = SettingKind::Flag,
         .title = QT_TRANSLATE_NOOP("SettingsKey", "HTTP/2"),
         .explanation = QT_TRANSLATE_NOOP("SettingsKey", "For the services. Leave it off when unsure.")},
        {.name = u"audit/keepMonths"_s,
         .builtIn = u"24"_s,
         .page = page,
         .kind = SettingKind::Number,
         .title = QT_TRANSLATE_NOOP("SettingsKey", "Keep the audit trail for months"),
         .explanation =
             QT_TRANSLATE_NOOP("SettingsKey", "Older files of who opened what are removed once so many "
                                              "months have passed; 0 keeps all of them (0 to 600)."),
         .liveNeedsAdministrator = true,
         .countsAtNextStart = true,
         .from = 0,
         .to = 600},
        {.name = u"audit/maxMegabytes"_s,
         .builtIn = u"50"_s,
         .page = page,
         .kind = SettingKind::Number,
         .title = QT_TRANSLATE_NOOP("SettingsKey", "Largest file of the audit trail (MB)"),
         .explanation = QT_TRANSLATE_NOOP("SettingsKey", "A month that needs more goes on in a further file "
                                                         "(1 to 1000)."),
         .liveNeedsAdministrator = true,
         .countsAtNextStart = true,
         .from = 1,
         .to = 1000},
        {.name = u"audit/systemLog"_s,
         .builtIn = u"false"_s,
         .page = page,
         .kind = SettingKind::Flag,
         .title = QT_TRANSLATE_NOOP("SettingsKey", "Copy the audit trail to the system log"),
         .explanation =
             QT_TRANSLATE_NOOP("SettingsKey", "Every line also goes to journald or syslog (Windows: the "
                                              "event log), from where it can be sent on."),
         .liveNeedsAdministrator = true,
         .countsAtNextStart = true},
        {.name = u"ui/language"_s,
         .builtIn = u"system"_s,
         .page = page,
         .kind = SettingKind::Choice,
         .title = QT_TRANSLATE_NOOP("SettingsKey", "Language"),
         .explanation = QT_TRANSLATE_NOOP("SettingsKey", "Of the window; the Ministry's pages are Turkish."),
         .countsAtNextStart = true,
         .choices = {{u"system"_s, QT_TRANSLATE_NOOP("SettingsKey", "As the computer")},
                     {u"tr"_s, QT_TRANSLATE_NOOP("SettingsKey", "Turkish")},
                     {u"en"_s, QT_TRANSLATE_NOOP("SettingsKey", "English")}}},
    };
}

} // namespace

const QList<SettingsKey>& allSettingsKeys()
{
    static const QList<SettingsKey> keys = institutionKeys() + serviceKeys() + hesKeys() + addressKeys() +
                                           loginKeys() + pageKeys() + computerKeys();
    return keys;
}

} // namespace hekim
