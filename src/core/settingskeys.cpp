#include "core/settings.h"

#include <QRegularExpression>

#include <algorithm>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxTextLength = 2048;

using Check = InputFault (*)(const QString& value);

InputFault checkOneOf(const QString& value, const QStringList& words)
{
    if (value.isEmpty())
        return InputFault::Empty;
    return words.contains(value) ? InputFault::None : InputFault::OutOfRange;
}

bool isWholeNumber(const QString& value, int from, int to)
{
    const bool digits =
        std::all_of(value.begin(), value.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const int number = value.toInt();
    return !value.isEmpty() && value.size() <= 5 && digits && number >= from && number <= to;
}

bool isPort(const QString& value)
{
    return isWholeNumber(value, 1, 65535);
}

/// Checks each item of a comma separated list; the empty list is one as well.
template <class IsItem>
InputFault checkList(const QString& value, IsItem isItem)
{
    if (value.trimmed().isEmpty())
        return InputFault::None;
    const auto items = value.split(u',');
    const bool good =
        std::all_of(items.begin(), items.end(), [&](const QString& i) { return isItem(i.trimmed()); });
    return good ? InputFault::None : InputFault::OutOfRange;
}

InputFault checkAnyText(const QString&)
{
    return InputFault::None;
}

InputFault checkWord(const QString& value)
{
    if (value.isEmpty())
        return InputFault::Empty;
    const bool blank = std::any_of(value.begin(), value.end(), [](QChar c) { return c.isSpace(); });
    return blank ? InputFault::BadCharacters : InputFault::None;
}

InputFault checkBool(const QString& value)
{
    return checkOneOf(value.toLower(), {u"true"_s, u"false"_s, u"1"_s, u"0"_s});
}

InputFault checkEnvironment(const QString& value)
{
    if (value.isEmpty())
        return InputFault::Empty;
    return environmentFromString(value) ? InputFault::None : InputFault::OutOfRange;
}

InputFault checkDegrees(const QString& value, double limit)
{
    if (value.isEmpty())
        return InputFault::None; // not set: sent as 0 (DESIGN 4)
    bool isNumber = false;
    const double degrees = value.toDouble(&isNumber); // of the C locale
    return isNumber && degrees >= -limit && degrees <= limit ? InputFault::None : InputFault::OutOfRange;
}

InputFault checkIdleMinutes(const QString& value)
{
    if (value.isEmpty())
        return InputFault::Empty;
    return isWholeNumber(value, 1, 240) ? InputFault::None : InputFault::OutOfRange;
}

InputFault checkProxy(const QString& value)
{
    static const QRegularExpression hostAndPort(
        u"\\A(?:[A-Za-z0-9_.-]+|\\[[0-9A-Fa-f:.]+\\]):([0-9]{1,5})\\z"_s);
    if (value.isEmpty())
        return InputFault::Empty;
    if (value == u"system" || value == u"none")
        return InputFault::None;
    return isPort(hostAndPort.match(value).captured(1)) ? InputFault::None : InputFault::OutOfRange;
}

/// "host", "host:port" or "*.domain": ASCII only, so that a look-alike letter shows up as xn--….
bool isExtraHost(const QString& value)
{
    static const QRegularExpression host(
        u"\\A(?:\\*\\.(?=[^.]+\\.))?(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\\.)*[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?::([0-9]{1,5}))?\\z"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = host.match(value);
    return match.hasMatch() && value.size() <= 260 && (!match.hasCaptured(1) || isPort(match.captured(1)));
}

/// A scheme that the operating system may be asked to start a program for; none that a browser knows itself.
bool isProgramScheme(const QString& value)
{
    static const QRegularExpression scheme(u"\\A[a-z][a-z0-9+.-]*\\z"_s);
    static const QRegularExpression builtIn(
        u"\\A(?:https?|wss?|ftp|file|data|blob|about|javascript|filesystem|view-source|qrc|devtools|chrome.*)\\z"_s);
    return scheme.match(value).hasMatch() && !builtIn.match(value).hasMatch();
}

InputFault checkAgentPorts(const QString& value)
{
    return value == u"*" ? InputFault::None : checkList(value, isPort);
}

struct CheckedKey
{
    SettingsKey key;
    Check check;
};

const QList<CheckedKey>& checkedKeys()
{
    static const QList<CheckedKey> keys{
        {{u"environment/name"_s, u"training"_s}, checkEnvironment},
        {{u"institution/code"_s, {}}, checkAnyText},
        {{u"institution/name"_s, {}}, checkAnyText},
        {{u"erapor/applicationCode"_s, {}}, checkAnyText},
        {{u"erapor/role"_s, u"6AAB18C7-B16B-4A04"_s}, checkWord},
        {{u"erapor/credentialsIn"_s, u"query"_s},
         [](const QString& v) {
             return checkOneOf(v, {u"query"_s, u"body"_s});
         }},
        {{u"ogn/applicationCode"_s, {}}, checkAnyText},
        {{u"ogn/clientId"_s, u"ogn.sbys.api"_s}, checkWord},
        {{u"ogn/grantType"_s, u"client_sbys"_s}, checkWord},
        {{u"hes/enabled"_s, u"true"_s}, checkBool},
        {{u"hes/city"_s, {}}, checkAnyText},
        {{u"hes/district"_s, {}}, checkAnyText},
        {{u"hes/address"_s, {}}, checkAnyText},
        {{u"hes/latitude"_s, {}}, [](const QString& v) { return checkDegrees(v, 90); }},
        {{u"hes/longitude"_s, {}}, [](const QString& v) { return checkDegrees(v, 180); }},
        {{u"endpoints/erapor"_s, {}}, nullptr},
        {{u"endpoints/ogn"_s, {}}, nullptr},
        {{u"endpoints/teletip"_s, {}}, nullptr},
        {{u"endpoints/viewer"_s, {}}, nullptr},
        {{u"endpoints/hes"_s, {}}, nullptr},
        {{u"login/acceptDoctorFromLauncher"_s, u"false"_s, true}, checkBool},
        {{u"login/pin"_s, u"off"_s, true},
         [](const QString& v) {
             return checkOneOf(v, {u"off"_s, u"optional"_s, u"required"_s});
         }},
        {{u"login/idleLockMinutes"_s, u"10"_s, true}, checkIdleMinutes},
        {{u"web/extraHosts"_s, {}, true}, [](const QString& v) { return checkList(v, isExtraHost); }},
        {{u"web/externalSchemes"_s, {}, true},
         [](const QString& v) { return checkList(v, isProgramScheme); }},
        {{u"web/agentPorts"_s, u"*"_s, true}, checkAgentPorts},
        {{u"web/webgl"_s, u"auto"_s},
         [](const QString& v) {
             return checkOneOf(v, {u"auto"_s, u"software"_s, u"off"_s});
         }},
        {{u"network/proxy"_s, u"system"_s}, checkProxy},
        {{u"network/http2"_s, u"false"_s}, checkBool},
        {{u"launch/urlOpens"_s, u"ask"_s, true},
         [](const QString& v) {
             return checkOneOf(v, {u"ask"_s, u"open"_s});
         }},
        {{u"ui/language"_s, u"system"_s},
         [](const QString& v) {
             return checkOneOf(v, {u"system"_s, u"tr"_s, u"en"_s});
         }},
    };
    return keys;
}

} // namespace

const QList<SettingsKey>& allSettingsKeys()
{
    static const QList<SettingsKey> keys = [] {
        QList<SettingsKey> names;
        for (const auto& checked : checkedKeys())
            names += checked.key;
        return names;
    }();
    return keys;
}

Result<void> checkSetting(const QString& key, const QString& value)
{
    const auto& keys = checkedKeys();
    const auto known =
        std::find_if(keys.begin(), keys.end(), [&](const auto& k) { return k.key.name == key; });
    if (known == keys.end())
        return badSettings(key, InputFault::UnknownField);
    if (value.size() > maxTextLength)
        return badSettings(key, InputFault::TooLong);
    if (std::any_of(value.begin(), value.end(), [](QChar c) { return c.category() == QChar::Other_Control; }))
        return badSettings(key, InputFault::BadCharacters);
    if (!known->check)
        return parseEndpoint(key, value).map([](const QUrl&) {});
    const InputFault fault = known->check(value);
    return fault == InputFault::None ? Result<void>{} : badSettings(key, fault);
}

} // namespace hekim
