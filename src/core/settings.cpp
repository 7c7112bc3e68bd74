#include "core/settings.h"

#include "core/settingflag.h"
#include "core/settingsfile.h"
#include "core/training.h"

#include <array>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

struct EndpointKey
{
    QStringView name;
    QUrl Endpoints::*address = nullptr;
};
constexpr std::array endpointKeys{
    EndpointKey{u"endpoints/erapor", &Endpoints::erapor},
    EndpointKey{u"endpoints/ogn", &Endpoints::ogn},
    EndpointKey{u"endpoints/teletip", &Endpoints::teletip},
    EndpointKey{u"endpoints/viewer", &Endpoints::viewer},
    EndpointKey{u"endpoints/hes", &Endpoints::hes},
};

struct Layer
{
    SettingsLayer layer;
    QString path;
    QMap<QString, QString> values;
};
using Layers = QList<Layer>; // strongest first

QString wordOf(SettingsLayer layer)
{
    switch (layer) {
    case SettingsLayer::Policy:
        return u"policy"_s;
    case SettingsLayer::User:
        return u"user"_s;
    case SettingsLayer::Defaults:
        return u"defaults"_s;
    case SettingsLayer::BuiltIn:
        break;
    }
    return u"built-in"_s;
}

Error inLayer(Error error, const Layer& layer)
{
    error.detail = wordOf(layer.layer) + u": "_s + layer.path;
    return error;
}

Result<Layers> readLayers(const SettingsPlaces& places, const QMap<QString, QString>& overUser)
{
    Layers layers{
        {SettingsLayer::Policy, places.policy.path, {}},
        {SettingsLayer::User, places.user.path, {}},
        {SettingsLayer::Defaults, places.defaults.path, {}},
    };
    const std::array sources{&places.policy, &places.user, &places.defaults};
    for (qsizetype i = 0; i < layers.size(); ++i) {
        const bool mustExist = layers.at(i).layer == SettingsLayer::User && places.userNamedByOption;
        if (mustExist && sources.at(static_cast<size_t>(i))->path.isEmpty())
            return badSettings(u"config"_s, InputFault::Empty);
        auto values = readSettingsLayer(*sources.at(static_cast<size_t>(i)), mustExist);
        if (!values)
            return tl::make_unexpected(values.error());
        layers[i].values = *std::move(values);
        if (layers.at(i).layer == SettingsLayer::User)
            layers[i].values.insert(overUser);
    }
    return layers;
}

struct ChosenEnvironment
{
    EnvironmentName name = EnvironmentName::Training;
    SettingsLayer layer = SettingsLayer::BuiltIn;
};

/// Policy beats the option, the option beats the files (DESIGN 1).
Result<ChosenEnvironment> chooseEnvironment(const Layers& layers, std::optional<EnvironmentName> asked)
{
    const QString key = u"environment/name"_s;
    for (const Layer& layer : layers) {
        if (layer.layer != SettingsLayer::Policy && asked)
            return ChosenEnvironment{*asked, SettingsLayer::User};
        const QString text = layer.values.value(key);
        if (text.isEmpty())
            continue;
        const auto name = environmentFromString(text);
        if (!name)
            return tl::make_unexpected(inLayer(badSettings(key, InputFault::OutOfRange).value(), layer));
        if (asked && *asked != *name)
            return tl::make_unexpected(inLayer(badSettings(key, InputFault::LockedByPolicy).value(), layer));
        return ChosenEnvironment{*name, layer.layer};
    }
    return ChosenEnvironment{};
}

bool countsHere(const SettingsKey& key, SettingsLayer layer, EnvironmentName environment)
{
    if (key.name.startsWith(u"endpoints/"_s))
        return layer == SettingsLayer::Policy || environment == EnvironmentName::Custom;
    if (key.liveNeedsAdministrator && environment == EnvironmentName::Live)
        return layer != SettingsLayer::User;
    return true;
}

/// A training template or an installer leaves empty values behind; where empty is no value, they are as good
/// as absent.
bool isUnset(const QString& key, const QString& value)
{
    if (!value.isEmpty())
        return false;
    const auto checked = checkSetting(key, value);
    return !checked && checked.error().fault == InputFault::Empty;
}

QStringList listOf(const QString& value)
{
    QStringList items;
    for (const QString& item : value.split(u',', Qt::SkipEmptyParts)) {
        if (const QString trimmed = item.trimmed(); !trimmed.isEmpty())
            items += trimmed;
    }
    return items;
}

} // namespace

Result<Settings> Settings::load(const SettingsPlaces& places, std::optional<EnvironmentName> asked,
                                const QMap<QString, QString>& overUser)
{
    const auto layers = readLayers(places, overUser);
    if (!layers)
        return tl::make_unexpected(layers.error());
    const auto chosen = chooseEnvironment(*layers, asked);
    if (!chosen)
        return tl::make_unexpected(chosen.error());

    Settings settings;
    settings.m_environment = chosen->name;
    settings.m_environmentWasNamed = chosen->layer != SettingsLayer::BuiltIn;
    for (const SettingsKey& key : allSettingsKeys()) {
        Entry entry{key.builtIn, SettingsLayer::BuiltIn};
        for (const Layer& layer : *layers) {
            if (!layer.values.contains(key.name) || isUnset(key.name, layer.values.value(key.name)))
                continue;
            if (!countsHere(key, layer.layer, chosen->name)) {
                settings.m_ignoredKeys += key.name;
                continue;
            }
            if (entry.layer != SettingsLayer::BuiltIn)
                continue;
            entry = {layer.values.value(key.name), layer.layer};
            if (const auto checked = checkSetting(key.name, entry.value); !checked)
                return tl::make_unexpected(inLayer(checked.error(), layer));
        }
        settings.m_entries.insert(key.name, entry);
    }
    settings.m_entries.insert(u"environment/name"_s, {toString(chosen->name), chosen->layer});
    for (const Layer& layer : *layers) {
        for (auto value = layer.values.begin(); value != layer.values.end(); ++value) {
            if (!settings.m_entries.contains(value.key()))
                settings.m_ignoredKeys += value.key();
        }
    }
    settings.m_ignoredKeys.removeDuplicates();

    settings.m_endpoints = publishedEndpoints(chosen->name);
    for (const auto& key : endpointKeys) {
        Entry& entry = settings.m_entries[key.name.toString()];
        QUrl& address = settings.m_endpoints.*key.address;
        if (entry.layer == SettingsLayer::BuiltIn) {
            entry.value = address.toString(QUrl::FullyEncoded);
            continue;
        }
        address = parseEndpoint(key.name.toString(), entry.value).value_or(QUrl());
        // Secrets of one environment are never sent to another's hosts (DESIGN 3), whoever names them.
        const bool neverLive =
            chosen->name == EnvironmentName::Test || chosen->name == EnvironmentName::Training;
        if (neverLive && isLiveOnlyHost(address.host()))
            return badSettings(key.name.toString(), InputFault::NotAllowedHere, wordOf(entry.layer));
    }
    if (chosen->name == EnvironmentName::Training) {
        Entry& schemes = settings.m_entries[u"web/externalSchemes"_s];
        QStringList listed = listOf(schemes.value);
        listed += QStringView(training::signatureScheme).toString();
        listed.removeDuplicates();
        schemes.value = listed.join(u',');
    }
    return settings;
}

Settings Settings::withEndpoints(const Endpoints& endpoints) const
{
    Settings settings = *this;
    for (const auto& key : endpointKeys) {
        Entry& entry = settings.m_entries[key.name.toString()];
        if (entry.layer == SettingsLayer::Policy)
            continue;
        settings.m_endpoints.*key.address = endpoints.*key.address;
        entry.value = (endpoints.*key.address).toString(QUrl::FullyEncoded);
    }
    return settings;
}

QString Settings::value(const QString& key) const
{
    return m_entries.value(key).value;
}

SettingsLayer Settings::layerOf(const QString& key) const
{
    return m_entries.value(key).layer;
}

QString Settings::institutionCode() const
{
    return value(u"institution/code"_s);
}

QString Settings::institutionName() const
{
    return value(u"institution/name"_s);
}

QString Settings::eraporApplicationCode() const
{
    return value(u"erapor/applicationCode"_s);
}

QString Settings::eraporRole() const
{
    return value(u"erapor/role"_s);
}

QString Settings::ognApplicationCode() const
{
    return value(u"ogn/applicationCode"_s);
}

QString Settings::ognClientId() const
{
    return value(u"ogn/clientId"_s);
}

QString Settings::ognGrantType() const
{
    return value(u"ogn/grantType"_s);
}

CredentialsIn Settings::eraporCredentialsIn() const
{
    return value(u"erapor/credentialsIn"_s) == u"body" ? CredentialsIn::Body : CredentialsIn::Query;
}

bool Settings::acceptDoctorFromLauncher() const
{
    return isOn(value(u"login/acceptDoctorFromLauncher"_s));
}

std::chrono::minutes Settings::idleLock() const
{
    return std::chrono::minutes(value(u"login/idleLockMinutes"_s).toInt());
}

QStringList Settings::extraHosts() const
{
    return listOf(value(u"web/extraHosts"_s).toLower());
}

QStringList Settings::externalSchemes() const
{
    return listOf(value(u"web/externalSchemes"_s));
}

QString Settings::agentPorts() const
{
    return value(u"web/agentPorts"_s);
}

WebGl Settings::webGl() const
{
    const QString word = value(u"web/webgl"_s);
    if (word == u"software")
        return WebGl::Software;
    return word == u"off" ? WebGl::Off : WebGl::Automatic;
}

QString Settings::proxy() const
{
    return value(u"network/proxy"_s);
}

bool Settings::http2() const
{
    return isOn(value(u"network/http2"_s));
}

bool Settings::hesEnabled() const
{
    return isOn(value(u"hes/enabled"_s));
}

UrlOpens Settings::urlOpens() const
{
    return value(u"launch/urlOpens"_s) == u"open" ? UrlOpens::Open : UrlOpens::Ask;
}

Language Settings::language() const
{
    const QString word = value(u"ui/language"_s);
    if (word == u"tr")
        return Language::Turkish;
    return word == u"en" ? Language::English : Language::System;
}

} // namespace hekim
