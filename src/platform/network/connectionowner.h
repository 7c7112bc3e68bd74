#pragma once

#include <QtGlobal>

namespace hekim {

/// Whether the TCP connection that comes from port `from` of 127.0.0.1 to port `to` of it was opened by this
/// user. Where the system does not tell (Windows) it counts as this user's.
bool isOwnUsersConnection(quint16 from, quint16 to);

} // namespace hekim
