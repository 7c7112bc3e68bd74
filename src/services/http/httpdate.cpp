#include "services/http/httpdate.h"

#include <QLocale>
#include <QTimeZone>

namespace hekim {

using namespace Qt::StringLiterals;

QDateTime httpDate(const QByteArray& header)
{
    QDateTime time =
        QLocale::c().toDateTime(QString::fromLatin1(header.trimmed()), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    time.setTimeZone(QTimeZone::utc());
    return time;
}

} // namespace hekim
