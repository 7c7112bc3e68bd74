#pragma once

#include "core/error.h"

#include <QByteArray>

class QLocalSocket;

namespace hekim {

/// Where the instance of this user and desktop session is reached (DESIGN 1).
struct InstanceChannel
{
    QString address;    ///< absolute socket path; Windows: name of the pipe
    QString lockFile;   ///< held by the instance as long as it lives
    QString launchLock; ///< held by the one launcher that starts a window
};

/// Errors: ChannelUnsafe where the folder is not this user's alone, WindowNotStarted where there is no usable
/// one.
Result<InstanceChannel> instanceChannel();

/// Whether the process at the other end runs as this user: asked on both sides before a byte is sent or read.
bool peerIsThisUser(const QLocalSocket& socket);

/// Windows lets only the foreground process hand the foreground on; elsewhere the activation token does it.
void allowForeground(const QLocalSocket& server);

/// Removes the socket of an instance that died. Only for the holder of the lock file.
void removeLeftover(const InstanceChannel& channel);

} // namespace hekim
