#pragma once

#include "core/settings/settings.h"

namespace hekim {

/// The settings that a command works with: all layers, `settingsFile` in the place of the user's own where it
/// is not empty. From here on the program speaks their language.
Result<Settings> takeCommandSettings(const QString& settingsFile, std::optional<EnvironmentName> environment);

} // namespace hekim
