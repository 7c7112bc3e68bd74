#include "platform/ipc/instancechannel.h"

#include "platform/session/desktopsession.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

bool isOursAlone(const QString& folder)
{
    struct stat info = {};
    return ::stat(QFile::encodeName(folder).constData(), &info) == 0 && S_ISDIR(info.st_mode) &&
           info.st_uid == ::geteuid() && (info.st_mode & (S_IRWXG | S_IRWXO)) == 0;
}

/// A folder that holds this file is a session of its own: tests, and desktops inside a desktop. The caller's
/// own folder is no such thing (a snap, a container and `su` have one each), and the window is one for all.
bool isSessionOfItsOwn(const QString& folder)
{
    return QFile::exists(folder + u"/hekim-asistani.own-session"_s);
}

Result<QString> runtimeFolder()
{
    const QString named = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const bool isNamed = QDir::isAbsolutePath(named);
    const QString usual = u"/run/user/%1"_s.arg(::geteuid()); // systemd's, elogind's
    if (isOursAlone(usual) && !(isNamed && isSessionOfItsOwn(named)))
        return QFileInfo(usual).canonicalFilePath();
    if (isNamed && isOursAlone(named))
        return QFileInfo(named).canonicalFilePath();
    if (isNamed && QFileInfo(named).isDir())
        return tl::make_unexpected(
            Error{.kind = ErrorKind::ChannelUnsafe, .step = Step::InstanceChannel, .detail = named});
    // No other place is tried: in the shared temporary folder another user can take the name first.
    const QString detail = named.isEmpty() ? u"XDG_RUNTIME_DIR is not set, and there is no %1"_s.arg(usual)
                                           : u"XDG_RUNTIME_DIR names no folder: %1"_s.arg(named);
    return tl::make_unexpected(
        Error{.kind = ErrorKind::NoRuntimeFolder, .step = Step::InstanceChannel, .detail = detail});
}

} // namespace

Result<InstanceChannel> instanceChannel()
{
    const Result<QString> folder = runtimeFolder();
    if (!folder)
        return tl::make_unexpected(folder.error());
    const QString base = *folder + u"/hekim-asistani-"_s + DesktopSession::name(*folder);
    const bool callersIsUsable = isOursAlone(qEnvironmentVariable("XDG_RUNTIME_DIR"));
    InstanceChannel channel{base + u".sock"_s, base + u".lock"_s, base + u".launch"_s, base + u".start"_s,
                            callersIsUsable ? QString() : *folder};
    constexpr qsizetype limit = sizeof(sockaddr_un::sun_path) - 1;
    if (const qsizetype length = QFile::encodeName(channel.address).size(); length > limit)
        return tl::make_unexpected(Error{
            .kind = ErrorKind::WindowNotStarted,
            .step = Step::InstanceChannel,
            .detail =
                u"the socket's path is %1 bytes long, at most %2 are possible: XDG_RUNTIME_DIR is too long"_s
                    .arg(length)
                    .arg(limit)});
    return channel;
}

bool peerIsThisUser(const QLocalSocket& socket)
{
    ucred peer = {};
    socklen_t size = sizeof(peer);
    return ::getsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer, &size) ==
               0 &&
           size == sizeof(peer) && peer.uid == ::geteuid();
}

void allowForeground(const QLocalSocket&) {}

void removeLeftover(const InstanceChannel& channel)
{
    QFile::remove(channel.address);
}

} // namespace hekim
