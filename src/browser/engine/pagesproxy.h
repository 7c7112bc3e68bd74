#pragma once

#include <QtGlobal>

namespace hekim {

/// Sends all that the engine connects to through the proxy on this port of this computer, and lets it look up
/// no name by itself: WebRTC does so for each server that it is given, proxy or not, and a name can carry a
/// number (tried with 6.4.2). Loopback alone stays direct. Before the first page.
///
/// By switches, since QNetworkProxy::applicationProxy() leaves out the hosts without a dot and those of
/// 169.254.0.0/16 (tried with 6.4.2).
void sendPagesThrough(quint16 port);

} // namespace hekim
