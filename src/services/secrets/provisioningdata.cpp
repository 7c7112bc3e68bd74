#include "services/secrets/provisioning.h"

#include "core/settings/settingflag.h"
#include "core/text/strictjson.h"
#include "services/secrets/persondigests.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

constexpr auto personKeyName = "personKey"_L1;
constexpr auto whole = "provision"_L1;

// A member's name as it may stand in a line: its writer can have put anything there.
QString shown(const QString& name)
{
    return name.simplified().left(64);
}

// A setting's text: administrators write 10 and true as often as "10" and "true".
std::optional<QString> settingText(const QJsonValue& value)
{
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return flagText(value.toBool());
    if (!value.isDouble())
        return {};
    constexpr double exact = 9007199254740992.0; // 2^53
    const double number = value.toDouble();
    if (std::abs(number) < exact && std::trunc(number) == number)
        return QString::number(static_cast<qint64>(number));
    return QLocale::c().toString(number, 'f', QLocale::FloatingPointShortest);
}

Result<QJsonObject> objectMember(const QJsonObject& document, QLatin1StringView name)
{
    const QJsonValue member = document.value(name);
    if (member.isUndefined())
        return QJsonObject();
    if (!member.isObject())
        return badSettings(name, InputFault::NotJson);
    return member.toObject();
}

Result<EnvironmentName> readEnvironment(const QJsonObject& document)
{
    const QJsonValue member = document.value("environment"_L1);
    if (member.isUndefined())
        return badSettings(u"environment"_s, InputFault::Empty);
    if (!member.isString())
        return badSettings(u"environment"_s, InputFault::NotText);
    const auto environment = environmentFromString(member.toString());
    if (!environment)
        return badSettings(u"environment"_s, InputFault::OutOfRange);
    return *environment;
}

Result<QMap<QString, QString>> readSettings(const QJsonObject& members, EnvironmentName environment)
{
    QMap<QString, QString> settings;
    for (auto member = members.begin(); member != members.end(); ++member) {
        const QString name = member.key();
        const SettingsKey* key = findSettingsKey(name);
        if (findRetiredKey(name))
            return badSettings(name, InputFault::UnknownField);
        if (!key)
            return badSettings(u"settings/"_s + shown(name), InputFault::UnknownField);
        if (name == "environment/name"_L1)
            return badSettings(name, InputFault::NotAllowedHere,
                               u"it is written from the member \"environment\""_s);
        if (name.startsWith("endpoints/"_L1) && environment != EnvironmentName::Custom) {
            return badSettings(
                name, InputFault::NotAllowedHere,
                u"addresses come from the administrator's policy, except in the environment \"custom\""_s);
        }
        if (key->liveNeedsAdministrator && environment == EnvironmentName::Live) {
            return badSettings(
                name, InputFault::NotAllowedHere,
                u"in live it counts from the administrator's policy or the machine's defaults only"_s);
        }
        const auto text = settingText(member.value());
        if (!text)
            return badSettings(name, InputFault::NotText);
        if (const auto checked = checkSetting(name, *text); !checked)
            return badSettings(name, checked.error().fault);
        settings.insert(name, *text);
    }
    return settings;
}

Result<QMap<SecretName, std::optional<QString>>> readSecrets(const QJsonObject& members,
                                                             EnvironmentName environment)
{
    QMap<SecretName, std::optional<QString>> secrets;
    for (auto member = members.begin(); member != members.end(); ++member) {
        const QString subject = u"secrets/"_s + shown(member.key());
        if (member.key() == personKeyName)
            continue;
        const auto name = secretNameFromString(member.key());
        if (!name)
            return badSettings(subject, InputFault::UnknownField);
        if (member.value().isNull()) {
            secrets.insert(*name, std::nullopt);
            continue;
        }
        if (!member.value().isString())
            return badSettings(subject, InputFault::NotText);
        const QString secret = member.value().toString();
        if (secret.isEmpty())
            return badSettings(subject, InputFault::Empty);
        if (environment == EnvironmentName::Training)
            return badSettings(subject, InputFault::NotAllowedHere,
                               u"the environment \"training\" needs no secrets"_s);
        secrets.insert(*name, secret);
    }
    return secrets;
}

// It belongs to an institution and an environment, as all its keychain entry's name says, and not to a
// service.
Result<std::optional<std::optional<QByteArray>>> readPersonKey(const QJsonObject& secrets,
                                                               EnvironmentName environment)
{
    using Key = std::optional<std::optional<QByteArray>>;
    const QString subject = u"secrets/"_s + personKeyName;
    const QJsonValue member = secrets.value(personKeyName);
    if (member.isUndefined())
        return Key();
    if (member.isNull())
        return Key(std::optional<QByteArray>());
    if (!member.isString())
        return badSettings(subject, InputFault::NotText);
    if (environment == EnvironmentName::Training) {
        return badSettings(subject, InputFault::NotAllowedHere,
                           u"the environment \"training\" needs no secrets"_s);
    }
    const auto key = decodePersonKey(member.toString().toLatin1(), subject);
    return key ? Result<Key>(Key(*key)) : tl::make_unexpected(key.error());
}

Result<QList<IdentityNumber>> readResetPins(const QJsonObject& document)
{
    const QString name = u"resetPins"_s;
    const QJsonValue member = document.value(name);
    if (member.isUndefined())
        return QList<IdentityNumber>();
    if (!member.isArray())
        return badSettings(name, InputFault::NotJson);
    QList<IdentityNumber> doctors;
    const QJsonArray numbers = member.toArray();
    for (const QJsonValue number : numbers) {
        if (!number.isString())
            return badSettings(name, InputFault::NotText);
        const auto doctor = IdentityNumber::parse(number.toString(), name);
        if (!doctor)
            return badSettings(name, doctor.error().fault);
        doctors.append(*doctor);
    }
    return doctors;
}

} // namespace

Result<ProvisioningData> ProvisioningData::fromJson(const QByteArray& document)
{
    const auto read = strictJsonObject(document, maxProvisioningBytes);
    if (!read)
        return badSettings(whole, read.error());

    const QJsonObject& object = *read;
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member.key() != "environment"_L1 && member.key() != "settings"_L1 &&
            member.key() != "secrets"_L1 && member.key() != "resetPins"_L1)
            return badSettings(shown(member.key()), InputFault::UnknownField);
    }
    const auto environment = readEnvironment(object);
    if (!environment)
        return tl::make_unexpected(environment.error());
    const auto settings = objectMember(object, "settings"_L1).and_then([&](const QJsonObject& members) {
        return readSettings(members, *environment);
    });
    if (!settings)
        return tl::make_unexpected(settings.error());
    const auto secrets = objectMember(object, "secrets"_L1).and_then([&](const QJsonObject& members) {
        return readSecrets(members, *environment);
    });
    if (!secrets)
        return tl::make_unexpected(secrets.error());
    const auto personKey = readPersonKey(object.value("secrets"_L1).toObject(), *environment);
    if (!personKey)
        return tl::make_unexpected(personKey.error());
    const auto resetPins = readResetPins(object);
    if (!resetPins)
        return tl::make_unexpected(resetPins.error());
    return ProvisioningData{*environment, *settings, *secrets, *personKey, *resetPins};
}

} // namespace hekim
