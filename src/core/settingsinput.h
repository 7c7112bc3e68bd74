#pragma once

#include "core/settings.h"

namespace hekim {

/// A value as it can be stored, out of what somebody typed or pasted.
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
    Administrator,   ///< in `live` it counts from policy or machine defaults only
    OtherEnvironment ///< addresses count in `custom` only
};
/// With the environment that is being chosen, which need not be that of `settings`.
SettingHold holdOf(const SettingsKey& key, const Settings& settings, EnvironmentName environment);

} // namespace hekim
