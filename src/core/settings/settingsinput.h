#pragma once

#include "core/settings/settings.h"

namespace hekim {

/// A value as it can be stored, out of what was typed or pasted.
struct CleanedSetting
{
    QString value;
    bool noiseRemoved = false; ///< more than blanks at the ends was taken out: to be told
};

/// The guides' own links carry "%20", quotation marks and blanks that end up in a pasted value. What is left
/// is what was meant: an identifier has no blanks at all, words keep single ones.
CleanedSetting cleanSetting(const SettingsKey& key, const QString& typed);

/// Why a key cannot be changed by the user of this computer.
enum class SettingHold {
    None,
    Policy,          ///< the administrator's policy sets it
    Administrator,   ///< it counts from policy or machine defaults only: SettingsKey::needsAdministrator()
    OtherEnvironment ///< addresses count in `custom` only
};
SettingHold holdOf(const SettingsKey& key, const Settings& settings);

} // namespace hekim
