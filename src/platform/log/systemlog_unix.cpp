#include "platform/log/systemlog.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <string_view>

#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <syslog.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

constexpr std::string_view place = "/dev/log";
constexpr timeval longestWait{1, 0};

/// As RFC 3164 section 4.1.2 writes it, in local time.
QByteArray now()
{
    const QDateTime time = QDateTime::currentDateTime();
    return QLocale::c().toString(time, u"MMM "_s).toLatin1() +
           QByteArray::number(time.date().day()).rightJustified(2) + time.toString(u" HH:mm:ss"_s).toLatin1();
}

} // namespace

// Straight to the socket of journald or syslog: syslog() names the line after the program, openlog() would
// give every library's lines of this process our name, and both wait for as long as their reader does not
// read.
void writeToSystemLog(const QByteArray& line)
{
    const int log = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (log < 0)
        return;
    ::setsockopt(log, SOL_SOCKET, SO_SNDTIMEO, &longestWait, sizeof longestWait);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::copy(place.begin(), place.end(), std::begin(address.sun_path));
    const QByteArray message = '<' + QByteArray::number(LOG_AUTHPRIV | LOG_INFO) + '>' + now() +
                               " hekim-asistani-audit[" + QByteArray::number(::getpid()) + "]: " + line;
    // The system does not tell when it does not arrive.
    (void)::sendto(log, message.constData(), static_cast<size_t>(message.size()), MSG_NOSIGNAL,
                   reinterpret_cast<const sockaddr*>(&address), sizeof address);
    ::close(log);
}

} // namespace hekim
