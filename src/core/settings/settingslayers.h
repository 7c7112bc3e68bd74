#pragma once

#include "core/settings/settings.h"

namespace hekim {

/// One layer as it was read.
struct Layer
{
    SettingsLayer layer;
    QString path;
    QMap<QString, QString> values; ///< "section/key" and text
    QStringList givenTwice;

    /// A training template or an installer leaves empty values behind; where empty is no value, they are as
    /// good as absent.
    [[nodiscard]] bool sets(const QString& key) const;
};
using Layers = QList<Layer>; // strongest first

/// `overUser` stands over what the user's file says.
Result<Layers> readLayers(const SettingsPlaces& places, const QMap<QString, QString>& overUser);

QString wordOf(SettingsLayer layer);
/// The error with the layer named.
Error inLayer(Error error, const Layer& layer);

struct ChosenEnvironment
{
    EnvironmentName name = EnvironmentName::Training;
    SettingsLayer layer = SettingsLayer::BuiltIn;
};
/// Policy beats the option, the option beats the files.
Result<ChosenEnvironment> chooseEnvironment(const Layers& layers, std::optional<EnvironmentName> asked);

/// Which layers count for which key.
class Precedence
{
public:
    Precedence(const Layers& layers, EnvironmentName environment);

    [[nodiscard]] bool counts(const SettingsKey& key, SettingsLayer layer) const;
    /// The live services are worked with, as `live` or by an address of theirs in `custom`: what is reserved
    /// to the administrator then does not count from the user's file.
    [[nodiscard]] bool reachesLive() const { return m_reachesLive; }

private:
    EnvironmentName m_environment;
    bool m_reachesLive;
};

} // namespace hekim
