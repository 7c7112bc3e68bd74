#pragma once

#include <QString>

namespace hekim {

/// Sends the engine's pages through the proxy of `network/proxy` ("system", "none" or "host:port"). The
/// engine reads QNetworkProxy::applicationProxy() where one is set and the system's settings by itself
/// otherwise (on Linux the desktop's, then the environment's); loopback goes directly in any case.
void setPagesProxy(const QString& setting);

} // namespace hekim
