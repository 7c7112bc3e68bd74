#pragma once

#include "core/error/error.h"

#include <QByteArray>

class QLocalSocket;

namespace hekim {

/// Where the instance of this user and desktop session is reached.
struct InstanceChannel
{
    QString address;       ///< absolute socket path; Windows: name of the pipe
    QString lockFile;      ///< held by the instance as long as it lives
    QString launchLock;    ///< held by the one launcher that starts a window
    QString startWords;    ///< what a window that starts says on its standard error
    QString runtimeFolder; ///< for the window that is started; empty: it has the caller's
};

/// The folder is the one that the system keeps for this user (/run/user/…), else the caller's
/// XDG_RUNTIME_DIR. Errors: ChannelUnsafe where that is not this user's alone, NoRuntimeFolder where there is
/// none, WindowNotStarted where its name is too long.
Result<InstanceChannel> instanceChannel();

/// Whether the process at the other end runs as this user: asked on both sides before a byte is sent or read.
bool peerIsThisUser(const QLocalSocket& socket);

/// Windows lets only the foreground process hand the foreground on; elsewhere the activation token does it.
void allowForeground(const QLocalSocket& server);

/// Removes the socket of an instance that died. Only for the holder of the lock file.
void removeLeftover(const InstanceChannel& channel);

} // namespace hekim
