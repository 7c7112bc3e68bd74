#pragma once

#include "core/settings/settings.h"

namespace hekim {

/// Where this operating system keeps policy, user's settings and machine defaults.
/// `configOption` is the value of `--config`, empty when not given.
SettingsPlaces standardSettingsPlaces(const QString& configOption);

} // namespace hekim
