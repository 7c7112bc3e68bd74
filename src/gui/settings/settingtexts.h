#pragma once

#include "core/settings/settingsinput.h"

namespace hekim {

/// What is wrong with a value, said beside its own field. Translated, as all below.
QString faultAtField(const SettingsKey& key, InputFault fault);

/// Why a key cannot be changed here; empty for SettingHold::None.
QString holdText(const SettingsKey& key, SettingHold hold, const SettingsPlaces& places);

/// That a pasted value was cleaned.
QString cleanedText();

/// A value as a person reads it: the title of a choice, yes or no, "not set".
QString shownValue(const SettingsKey& key, const QString& value);

} // namespace hekim
