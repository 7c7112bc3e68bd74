#include "platform/session/desktopsession.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

constexpr quint32 firstTcpPort = 6000;

/// Whether a program listens on this port at every address, as an X server that takes TCP does. What ssh
/// forwards listens at the loopback address alone, and `localhost:10` can be such a display of another
/// computer beside an X server `:10` of this one.
bool listensEverywhere(quint32 port)
{
    static const QRegularExpression listening(u"^ *\\d+: 0+:([0-9A-F]{4}) [0-9A-F:]+ 0A "_s);
    for (const QString& table : {u"/proc/net/tcp"_s, u"/proc/net/tcp6"_s}) {
        QFile file(table);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QList<QByteArray> lines = file.readAll().split('\n');
        const bool found = std::ranges::any_of(lines, [port](const QByteArray& line) {
            const QRegularExpressionMatch match = listening.match(QString::fromLatin1(line));
            return match.hasMatch() && match.captured(1).toUInt(nullptr, 16) == port;
        });
        if (found)
            return true;
    }
    return false;
}

QString socketOf(quint32 display)
{
    return u"/tmp/.X11-unix/X%1"_s.arg(display);
}

bool isHere(const QString& protocol, const QString& host, quint32 display)
{
    if (host.isEmpty() || protocol == u"unix" || host == u"unix")
        return true; // as xcb reads it
    const bool isLoopback =
        host == u"localhost" || host == u"127.0.0.1" || host == u"::1" || host == u"[::1]";
    return isLoopback && QFileInfo::exists(socketOf(display)) && listensEverywhere(firstTcpPort + display);
}

/// [protocol/][host]:display[.screen]
QString xName(const QString& given)
{
    static const QRegularExpression form(u"^(?:([^/]*)/)?(.*):0*(\\d+)(?:\\.\\d*)?$"_s);
    const QRegularExpressionMatch match = form.match(given);
    bool isNumber = false;
    const quint32 display = match.captured(3).toUInt(&isNumber);
    if (!isNumber)
        return given;
    const QString host = match.captured(2).toLower();
    return (isHere(match.captured(1), host, display) ? QString() : host) + u':' + QString::number(display);
}

/// xcb also takes the path of the server's socket, with `unix:` before it and a screen's number behind.
std::optional<QString> xSocket(const QString& given)
{
    QString path = given.startsWith(u"unix:/"_s) ? given.mid(5) : given;
    if (!path.startsWith(u'/'))
        return std::nullopt;
    static const QRegularExpression screen(u"\\.\\d+$"_s);
    if (!QFileInfo::exists(path))
        path.remove(screen);
    const QFileInfo socket(path);
    if (!socket.exists())
        return std::nullopt;
    static const QRegularExpression usual(u"^X(\\d+)$"_s);
    if (const auto match = usual.match(socket.fileName());
        match.hasMatch() && QFileInfo(socketOf(match.captured(1).toUInt())) == socket)
        return u':' + match.captured(1);
    return socket.canonicalFilePath();
}

QString waylandName(const QString& given, const QString& runtimeFolder)
{
    const QString callers = qEnvironmentVariable("XDG_RUNTIME_DIR");
    QString path = QDir::cleanPath(QDir(callers).absoluteFilePath(given));
    if (callers.isEmpty() || !QFileInfo::exists(path))
        path = QDir::cleanPath(QDir(runtimeFolder).absoluteFilePath(given));
    const QFileInfo socket(path);
    const QString real = socket.exists() ? socket.canonicalFilePath() : path;
    const QString folder = QFileInfo(runtimeFolder).canonicalFilePath() + u'/';
    return real.startsWith(folder) ? real.mid(folder.size()) : real;
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

} // namespace

QString DesktopSession::name(const QString& runtimeFolder)
{
    if (const QString display = qEnvironmentVariable("DISPLAY"); !display.isEmpty()) {
        const std::optional<QString> socket = xSocket(display);
        return asFileName(socket ? *socket : xName(display));
    }
    const QString wayland = qEnvironmentVariable("WAYLAND_DISPLAY");
    return wayland.isEmpty() ? u"none"_s : asFileName(waylandName(wayland, runtimeFolder));
}

} // namespace hekim
