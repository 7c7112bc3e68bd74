#pragma once

#include "core/settings.h"

namespace hekim {

/// Where this operating system keeps policy, user's settings and machine defaults (DESIGN 3).
/// `configOption` is the value of `--config`, empty when not given.
SettingsPlaces standardSettingsPlaces(const QString& configOption);

} // namespace hekim
