#pragma once

#include <QtGlobal>

#include <chrono>

namespace hekim {

/// Lets the operating system end a TCP connection whose other side has confirmed nothing of what was sent for
/// so long (a pulled cable, a switched-off server); left alone it goes on trying for a quarter of an hour.
/// `socket` is the descriptor of a connected socket. Best effort: older systems know no such thing.
void setUserTimeout(qintptr socket, std::chrono::milliseconds after);

} // namespace hekim
