#pragma once

#include <QByteArray>

namespace hekim {

/// A line for the operating system's own log (journald or syslog, facility auth; Windows: the event log,
/// source "Hekim Asistani"), under the name hekim-asistani-audit. Nothing waits for it, and nobody is told
/// where it is not there. May be called from any thread.
void writeToSystemLog(const QByteArray& line);

} // namespace hekim
