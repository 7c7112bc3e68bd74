#pragma once

#include "support/httpserver.h"

#include <QString>

namespace hekim::test {

/// Answers with the files of a folder as a web application's: an address that is no file gets index.html.
HttpServer::Handler filesOf(const QString& folder);

/// A port of loopback that was free a moment ago, for a server that has to be told one.
int freePort();

} // namespace hekim::test
