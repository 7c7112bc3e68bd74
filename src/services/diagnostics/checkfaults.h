#pragma once

#include "core/error/error.h"
#include "services/diagnostics/connectionreport.h"

#include <QAbstractSocket>

namespace hekim {

/// What the connection check calls a failure: of a connection, and of a request over one that stands.
/// `inspected`: an authority of the clinic's own vouches for the service, so a machine between can answer.
CheckFault faultOf(QAbstractSocket::SocketError error);
CheckFault faultOf(const Error& error, bool inspected);

} // namespace hekim
