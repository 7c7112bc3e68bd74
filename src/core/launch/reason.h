#pragma once

#include "core/error/error.h"

#include <QList>

namespace hekim {

/// Veriliş nedeni, sent as a number (guide 000, table 4).
enum class Reason { GeneralCondition = 0, SmoothboreRifle = 1, OccupationalHealth = 2, MentalCapacity = 3 };

QList<Reason> allReasons();
Result<Reason> reasonFromString(QStringView text); ///< "0" to "3"
QString displayName(Reason reason);                ///< the guide's words, translated

} // namespace hekim
