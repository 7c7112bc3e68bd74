#include "platform/instancechannel.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QStandardPaths>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

/// The desktop session: on a terminal server one user may sit in several.
QString sessionName()
{
    const QString display = qEnvironmentVariable("DISPLAY");
    if (!display.isEmpty()) {
        // ":0.0" names a screen of the display ":0"; a dot before the colon belongs to the host.
        const auto dot = display.lastIndexOf(u'.');
        return dot > display.lastIndexOf(u':') ? display.left(dot) : display;
    }
    const QString wayland = qEnvironmentVariable("WAYLAND_DISPLAY");
    return wayland.isEmpty() ? u"none"_s : wayland;
}

QString asFileName(const QString& session)
{
    constexpr qsizetype longest = 32;
    QString name;
    for (const QChar c : session) {
        const bool plain = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
        name += plain || c == u'-' || c == u'.' ? c : QChar(u'_');
    }
    if (name.size() > longest) { // two long names must not meet where they are cut
        const QByteArray hash =
            QCryptographicHash::hash(session.toUtf8(), QCryptographicHash::Sha256).toHex();
        name = name.left(longest / 2) + u'-' + QString::fromLatin1(hash.left(longest / 2 - 1));
    }
    return name;
}

bool isOursAlone(const QString& folder)
{
    struct stat info = {};
    return ::stat(QFile::encodeName(folder).constData(), &info) == 0 && S_ISDIR(info.st_mode) &&
           info.st_uid == ::geteuid() && (info.st_mode & (S_IRWXG | S_IRWXO)) == 0;
}

Result<QString> runtimeFolder()
{
    const auto unsafe = [](const QString& folder) {
        return tl::make_unexpected(
            Error{ErrorKind::ChannelUnsafe, u"instance channel"_s, InputFault::None, {}, 0, folder});
    };
    const QString named = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (QDir::isAbsolutePath(named)) {
        if (!isOursAlone(named))
            return unsafe(named);
        return QDir::cleanPath(named);
    }
    // A caller that starts us with an emptied environment must still meet the window of the session.
    const QString usual = u"/run/user/%1"_s.arg(::geteuid());
    if (isOursAlone(usual))
        return usual;
    const QString fallback = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    if (fallback.isEmpty() || !isOursAlone(fallback))
        return unsafe(fallback);
    return fallback;
}

} // namespace

Result<InstanceChannel> instanceChannel()
{
    const Result<QString> folder = runtimeFolder();
    if (!folder)
        return tl::make_unexpected(folder.error());
    const QString base = *folder + u"/hekim-asistani-"_s + asFileName(sessionName());
    InstanceChannel channel{base + u".sock"_s, base + u".lock"_s, base + u".launch"_s};
    constexpr qsizetype limit = sizeof(sockaddr_un::sun_path) - 1;
    if (const qsizetype length = QFile::encodeName(channel.address).size(); length > limit)
        return tl::make_unexpected(Error{
            ErrorKind::WindowNotStarted,
            u"instance channel"_s,
            InputFault::None,
            {},
            0,
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
