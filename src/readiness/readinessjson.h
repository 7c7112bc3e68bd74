#pragma once

#include "core/error/error.h"
#include "readiness/readinessrecord.h"

namespace hekim {

/// A record as JSON: {"format":1,"institution":…,"hes":…,"remote":…,"steps":{id:{…}},"verified":[…],
/// "doctors":{environment:[…]},"live":[…]}. Times are ISO 8601 in UTC, days ISO dates.
QByteArray toJson(const ReadinessRecord& record);

/// BadSettings with NotInThisVersion for a newer format, NotJson or NotText for what is damaged; `file` names
/// it in the error.
Result<ReadinessRecord> recordFromJson(const QByteArray& json, const QString& file);

} // namespace hekim
