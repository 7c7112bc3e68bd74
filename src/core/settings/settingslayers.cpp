#include "core/settings/settingslayers.h"

#include "core/settings/settingsfile.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hekim {

bool Layer::sets(const QString& key) const
{
    if (!values.contains(key))
        return false;
    const auto checked = checkSetting(key, values.value(key));
    return checked || checked.error().fault != InputFault::Empty;
}

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
        {SettingsLayer::Policy, places.policy.path, {}, {}},
        {SettingsLayer::User, places.user.path, {}, {}},
        {SettingsLayer::Defaults, places.defaults.path, {}, {}},
    };
    const std::array sources{&places.policy, &places.user, &places.defaults};
    for (qsizetype i = 0; i < layers.size(); ++i) {
        const bool mustExist = layers.at(i).layer == SettingsLayer::User && places.userNamedByOption;
        if (mustExist && sources.at(static_cast<size_t>(i))->path.isEmpty())
            return badSettings(u"config"_s, InputFault::Empty);
        auto content = readSettingsPlace(*sources.at(static_cast<size_t>(i)), mustExist);
        if (!content)
            return tl::make_unexpected(content.error());
        layers[i].values = std::move(content->values);
        layers[i].givenTwice = std::move(content->givenTwice);
        if (layers.at(i).layer == SettingsLayer::User)
            layers[i].values.insert(overUser);
    }
    return layers;
}

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

namespace {

bool addressCounts(SettingsLayer layer, EnvironmentName environment)
{
    return layer == SettingsLayer::Policy || environment == EnvironmentName::Custom;
}

/// Of the layer that wins, whichever it is.
bool isLive(const SettingsKey& address, const Layers& layers, EnvironmentName environment)
{
    const auto winner = std::find_if(layers.begin(), layers.end(), [&](const Layer& layer) {
        return addressCounts(layer.layer, environment) && layer.sets(address.name);
    });
    if (winner == layers.end())
        return false;
    const auto url = parseEndpoint(address.name, winner->values.value(address.name));
    return url && isLiveHost(url->host());
}

} // namespace

Precedence::Precedence(const Layers& layers, EnvironmentName environment)
    : m_environment(environment), m_reachesLive(environment == EnvironmentName::Live)
{
    for (const SettingsKey& key : allSettingsKeys()) {
        if (environment == EnvironmentName::Custom && key.isEndpoint() && isLive(key, layers, environment))
            m_reachesLive = true;
    }
}

bool Precedence::counts(const SettingsKey& key, SettingsLayer layer) const
{
    if (key.isEndpoint())
        return addressCounts(layer, m_environment);
    return layer != SettingsLayer::User || !key.needsAdministrator(m_environment, m_reachesLive);
}

} // namespace hekim
