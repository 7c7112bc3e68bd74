#pragma once

#include "core/settings/environment.h"
#include "core/settings/settingskeys.h"
#include "core/settings/settingsnotice.h"

#include <QHash>
#include <QMap>
#include <QSettings>

#include <chrono>

namespace hekim {

/// One layer of settings: an INI file, or on Windows a registry key (section = subkey).
struct SettingsPlace
{
    QString path;
    QSettings::Format format = QSettings::IniFormat;
};

/// The layers of settings (docs/clinic-it.md), strongest first.
struct SettingsPlaces
{
    SettingsPlace policy;
    SettingsPlace user; ///< or what `--config` names
    SettingsPlace defaults;
    bool userNamedByOption = false; ///< a file named by `--config` must exist
};

struct Layer; // settingslayers.h
enum class SettingsLayer { BuiltIn, Defaults, User, Policy };

enum class CredentialsIn { Query, Body };
enum class UrlOpens { Ask, Open };
enum class WebGl { Automatic, Software, Off };
enum class Language { System, Turkish, English };

/// All settings as one immutable value: read once, handed around by reference.
class Settings
{
public:
    /// Reads the layers. `asked` is `--environment`; policy beats it and a conflict is an error
    /// (LockedByPolicy). Unreadable, binary, oversize or malformed files and values are errors naming the
    /// file or key. `overUser` stands for what is about to be written into the user's file.
    static Result<Settings> load(const SettingsPlaces& places, std::optional<EnvironmentName> asked,
                                 const QMap<QString, QString>& overUser = {});

    [[nodiscard]] EnvironmentName environment() const { return m_environment; }
    /// Whether an option, the policy or a file names the environment (else it is the built-in training).
    [[nodiscard]] bool environmentWasNamed() const { return m_environmentWasNamed; }
    [[nodiscard]] const Endpoints& endpoints() const { return m_endpoints; }
    /// The same settings with the training ministry's addresses, known once it runs.
    [[nodiscard]] Settings withEndpoints(const Endpoints& endpoints) const;

    [[nodiscard]] QString value(const QString& key) const;         ///< effective text, lists joined with ","
    [[nodiscard]] SettingsLayer layerOf(const QString& key) const; ///< where the effective value comes from
    [[nodiscard]] bool isLocked(const QString& key) const { return layerOf(key) == SettingsLayer::Policy; }
    /// What IT should know: keys that are set but do not count, and the like.
    [[nodiscard]] const QList<SettingsNotice>& notices() const { return m_notices; }
    /// The Ministry's live services are worked with: in `live`, or by an address of theirs in `custom`.
    [[nodiscard]] bool reachesLive() const { return m_reachesLive; }

    [[nodiscard]] bool isOn(const QString& key) const; ///< of a key of kind Flag

    [[nodiscard]] QString institutionCode() const;
    [[nodiscard]] QString institutionName() const;
    [[nodiscard]] QString eraporApplicationCode() const;
    [[nodiscard]] QString eraporRole() const;
    [[nodiscard]] QString ognApplicationCode() const;
    [[nodiscard]] QString ognClientId() const;
    [[nodiscard]] QString ognGrantType() const;
    [[nodiscard]] CredentialsIn eraporCredentialsIn() const;
    [[nodiscard]] bool acceptDoctorFromLauncher() const;
    [[nodiscard]] std::chrono::minutes idleLock() const;
    [[nodiscard]] QStringList extraHosts() const;
    [[nodiscard]] QStringList externalSchemes() const;
    [[nodiscard]] QString agentPorts() const; ///< "*" or a comma separated list
    [[nodiscard]] WebGl webGl() const;
    [[nodiscard]] QString proxy() const; ///< "system", "none" or "host:port"
    [[nodiscard]] bool http2() const;
    [[nodiscard]] bool hesEnabled() const; ///< hes/enabled
    [[nodiscard]] UrlOpens urlOpens() const;
    [[nodiscard]] Language language() const;

private:
    struct Entry
    {
        QString value;
        SettingsLayer layer = SettingsLayer::BuiltIn;
    };
    QHash<QString, Entry> m_entries;
    void noticeUnknown(const Layer& layer);

    QList<SettingsNotice> m_notices;
    Endpoints m_endpoints;
    EnvironmentName m_environment = EnvironmentName::Training;
    bool m_environmentWasNamed = false;
    bool m_reachesLive = false;
};

/// Writes values into an INI file (quoted where a "," or ";" would cut them), keeping all other keys. Whole
/// or not at all.
Result<void> writeSettings(const SettingsPlace& place, const QMap<QString, QString>& values);

} // namespace hekim
