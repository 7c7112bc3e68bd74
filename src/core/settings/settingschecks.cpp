#include "core/settings/environment.h"
#include "core/settings/settingflag.h"
#include "core/settings/settingskeys.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxTextLength = 2048;

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
    if (value.isEmpty())
        return InputFault::Empty;
    return flagOf(value) ? InputFault::None : InputFault::OutOfRange;
}

InputFault checkDegrees(const QString& value, double limit)
{
    if (value.isEmpty())
        return InputFault::None; // not set: sent as 0, as guide 004 section 5.1 prints it
    bool isNumber = false;
    const double degrees = value.toDouble(&isNumber); // of the C locale
    return isNumber && degrees >= -limit && degrees <= limit ? InputFault::None : InputFault::OutOfRange;
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

/// What each key takes, in terms of its name; the words and limits of choices and numbers are the list's own.
using Check = InputFault (*)(const QString& value);
Check specialCheckOf(const QString& key)
{
    static const QHash<QString, Check> checks{
        {u"erapor/role"_s, checkWord},
        {u"ogn/clientId"_s, checkWord},
        {u"ogn/grantType"_s, checkWord},
        {u"hes/latitude"_s, [](const QString& v) { return checkDegrees(v, 90); }},
        {u"hes/longitude"_s, [](const QString& v) { return checkDegrees(v, 180); }},
        {u"web/extraHosts"_s, [](const QString& v) { return checkList(v, isExtraHost); }},
        {u"web/externalSchemes"_s, [](const QString& v) { return checkList(v, isProgramScheme); }},
        {u"web/agentPorts"_s, checkAgentPorts},
        {u"network/proxy"_s, checkProxy},
    };
    return checks.value(key, checkAnyText);
}

InputFault checkChoice(const SettingsKey& key, const QString& value)
{
    QStringList words;
    for (const SettingChoice& choice : key.choices)
        words += choice.word;
    return checkOneOf(value, words);
}

InputFault checkNumber(const SettingsKey& key, const QString& value)
{
    if (value.isEmpty())
        return InputFault::Empty;
    return isWholeNumber(value, key.from, key.to) ? InputFault::None : InputFault::OutOfRange;
}

} // namespace

Result<void> checkSetting(const QString& name, const QString& value)
{
    const SettingsKey* key = findSettingsKey(name);
    if (!key)
        return badSettings(name, InputFault::UnknownField);
    if (value.size() > maxTextLength)
        return badSettings(name, InputFault::TooLong);
    if (std::any_of(value.begin(), value.end(), [](QChar c) { return c.category() == QChar::Other_Control; }))
        return badSettings(name, InputFault::BadCharacters);
    InputFault fault = InputFault::None;
    switch (key->kind) {
    case SettingKind::Address:
        return parseEndpoint(name, value).map([](const QUrl&) {});
    case SettingKind::Choice:
        fault = checkChoice(*key, value);
        break;
    case SettingKind::Flag:
        fault = checkBool(value);
        break;
    case SettingKind::Number:
        fault = checkNumber(*key, value);
        break;
    case SettingKind::Text:
    case SettingKind::Code:
    case SettingKind::Degrees:
    case SettingKind::List:
        fault = specialCheckOf(name)(value);
        break;
    }
    return fault == InputFault::None ? Result<void>{} : badSettings(name, fault);
}

} // namespace hekim
