#include "core/settings/settings.h"

#include "core/settings/settingflag.h"
#include "core/settings/settingslayers.h"
#include "core/settings/training.h"

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
    const Precedence precedence(*layers, chosen->name);
    settings.m_reachesLive = precedence.reachesLive();
    for (const SettingsKey& key : allSettingsKeys()) {
        Entry entry{key.builtIn, SettingsLayer::BuiltIn};
        for (const Layer& layer : *layers) {
            if (!layer.sets(key.name))
                continue;
            if (!precedence.counts(key, layer.layer)) {
                settings.m_notices.append({SettingsNotice::Kind::DoesNotCount, key.name, layer.path});
                continue;
            }
            if (entry.layer != SettingsLayer::BuiltIn)
                continue;
            entry = {layer.values.value(key.name), layer.layer};
            if (const auto checked = checkSetting(key.name, entry.value); !checked)
                return tl::make_unexpected(inLayer(checked.error(), layer));
            if (key.kind == SettingKind::Flag)
                entry.value = flagText(hekim::isOn(entry.value));
        }
        settings.m_entries.insert(key.name, entry);
    }
    settings.m_entries.insert(u"environment/name"_s, {toString(chosen->name), chosen->layer});
    for (const Layer& layer : *layers)
        settings.noticeUnknown(layer);

    settings.m_endpoints = publishedEndpoints(chosen->name);
    for (const auto& key : endpointKeys) {
        Entry& entry = settings.m_entries[key.name.toString()];
        QUrl& address = settings.m_endpoints.*key.address;
        if (entry.layer == SettingsLayer::BuiltIn) {
            entry.value = address.toString(QUrl::FullyEncoded);
            continue;
        }
        address = parseEndpoint(key.name.toString(), entry.value).value_or(QUrl());
        // Secrets of one environment are never sent to another's hosts (rule S3), whichever layer names them.
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

void Settings::noticeUnknown(const Layer& layer)
{
    using Kind = SettingsNotice::Kind;
    for (auto value = layer.values.begin(); value != layer.values.end(); ++value) {
        if (!m_entries.contains(value.key()))
            m_notices.append({findRetiredKey(value.key()) ? Kind::NoLongerKnown : Kind::DoesNotCount,
                              value.key(), layer.path});
    }
    for (const QString& name : layer.givenTwice)
        m_notices.append({Kind::GivenTwice, name, layer.path});
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

bool Settings::isOn(const QString& key) const
{
    return hekim::isOn(value(key));
}

bool Settings::acceptDoctorFromLauncher() const
{
    return isOn(u"login/acceptDoctorFromLauncher"_s);
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
    return isOn(u"network/http2"_s);
}

bool Settings::hesEnabled() const
{
    return isOn(u"hes/enabled"_s);
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
