#pragma once

#include "audit/auditline.h"

namespace hekim {

/// A line of the trail as a message of RFC 5424, framed by its length for TLS (RFC 5425 section 4.3):
/// facility authpriv, severity informational, the line's own time and station, the event as MSGID, no
/// structured data, and the line itself, byte by byte, as the message.
QByteArray syslogFrame(const AuditLine& line);

} // namespace hekim
