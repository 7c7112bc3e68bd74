#include "platform/network/connectionowner.h"

#include <QFile>
#include <QRegularExpression>

#include <unistd.h>

namespace hekim {

using namespace Qt::StringLiterals;

bool isOwnUsersConnection(quint16 from, quint16 to)
{
    QFile table(u"/proc/net/tcp"_s);
    if (!table.open(QIODevice::ReadOnly))
        return true;
    // Addresses as 0100007F:B3A7, the state, two fields of queues and one of retries, and the user.
    const QRegularExpression connection(
        uR"(: 0100007F:%1 0100007F:%2 \w+ \S+ \S+ +\w+ +(\d+) )"_s.arg(from, 4, 16, QLatin1Char('0'))
            .arg(to, 4, 16, QLatin1Char('0')),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = connection.match(QString::fromLatin1(table.readAll()));
    return match.hasMatch() && match.captured(1).toUInt() == ::geteuid();
}

} // namespace hekim
