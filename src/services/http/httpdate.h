#pragma once

#include <QDateTime>

namespace hekim {

/// A time as HTTP writes it in headers, "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110 section 5.6.7). Not valid
/// where it is anything else; the two forms that are obsolete too.
QDateTime httpDate(const QByteArray& header);

} // namespace hekim
