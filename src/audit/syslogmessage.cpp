#include "audit/syslogmessage.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

constexpr int authpriv = 10;
constexpr int informational = 6;

/// PRINTUSASCII of RFC 5424 section 6: a name with other letters is still a name; "-" where there is none.
QByteArray word(const QString& text, qsizetype longest)
{
    QByteArray result = text.left(longest).toUtf8().left(longest);
    std::replace_if(
        result.begin(), result.end(), [](char c) { return c < '!' || c > '~'; }, '_');
    return result.isEmpty() ? "-"_ba : result;
}

QByteArray timeOf(const AuditLine& line)
{
    const QString text = line.members.value("time"_L1).toString();
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs).toLatin1() : "-"_ba;
}

} // namespace

QByteArray syslogFrame(const AuditLine& line)
{
    const QByteArrayList header{'<' + QByteArray::number(authpriv * 8 + informational) + ">1",
                                timeOf(line),
                                word(line.members.value("station"_L1).toString(), 255),
                                "hekim-asistani"_ba,
                                QByteArray::number(QCoreApplication::applicationPid()),
                                word(line.members.value("event"_L1).toString(), 32),
                                "-"_ba,
                                line.text()};
    const QByteArray message = header.join(' ');
    return QByteArray::number(message.size()) + ' ' + message;
}

} // namespace hekim
