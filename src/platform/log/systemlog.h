#pragma once

#include <QByteArray>

namespace hekim {

/// A line for the operating system's own log (journald or syslog, facility authpriv; Windows: the event log,
/// source "Hekim Asistani"), under the name hekim-asistani-audit. Waits for at most a second; no caller is
/// told where it is not there. May be called from any thread.
void writeToSystemLog(const QByteArray& line);

} // namespace hekim
