#pragma once

class QWebEngineScriptCollection;

namespace hekim {

/// Takes from every document the interfaces that reach hosts past the gates (rule S5): peer connections and
/// WebTransport open sockets of their own, which no request interceptor sees. No page of the Ministry needs
/// them.
void closeUngatedInterfaces(QWebEngineScriptCollection& scripts);

} // namespace hekim
