#include "platform/systemlog.h"

#include <syslog.h>

namespace hekim {

void writeToSystemLog(const QByteArray& line)
{
    // The name is given in the line: openlog() would give every library's lines of this process ours.
    ::syslog(LOG_AUTHPRIV | LOG_INFO, "hekim-asistani-audit: %s", line.constData());
}

} // namespace hekim
