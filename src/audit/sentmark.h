#pragma once

#include <QString>

#include <optional>

namespace hekim {

/// How far the copy of a trail has got: the number of the last line that a syslog server has taken, in a file
/// of its own beside the trail ("audit.sent": {"seq":17}).
namespace sentmark {

/// Nothing where the file is missing or says no such number.
std::optional<qint64> read(const QString& folder);
void write(const QString& folder, qint64 number);

/// The same, but never nothing: the first time, only lines that come from now on are copied. Where neither
/// this file nor the trail's end marker is there, all are: somebody took both.
qint64 begin(const QString& folder);

} // namespace sentmark

} // namespace hekim
