// An error for IT; errortext.cpp has what the physician reads.

#include "core/error/errortext.h"

#include "core/text/redaction.h"

#include <QMetaEnum>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

template <class Enum>
QString wordOf(Enum value)
{
    return QString::fromLatin1(QMetaEnum::fromType<Enum>().valueToKey(static_cast<int>(value)));
}

} // namespace

QString lineForIt(const Error& error)
{
    QStringList parts{wordOf(error.kind)};
    if (const QString about = error.about(); !about.isEmpty())
        parts += u"step=\""_s + redacted(about) + u'"';
    if (error.fault != InputFault::None)
        parts += u"fault="_s + wordOf(error.fault);
    if (!error.host.isEmpty())
        parts += u"host="_s + redacted(error.host);
    if (error.httpStatus != 0)
        parts += u"http="_s + QString::number(error.httpStatus);
    if (!error.detail.isEmpty())
        parts += u"detail=\""_s + redacted(error.detail) + u'"';
    return parts.join(u' ');
}

std::optional<Error> errorFromLine(const QString& line)
{
    bool isKind = false;
    const int kind =
        QMetaEnum::fromType<ErrorKind>().keyToValue(line.section(u' ', 0, 0).toLatin1().constData(), &isKind);
    if (!isKind)
        return std::nullopt;
    const QString mark = u"detail=\""_s;
    const auto at = line.indexOf(mark);
    return Error{.kind = static_cast<ErrorKind>(kind),
                 .detail = at < 0 ? QString() : line.mid(at + mark.size()).chopped(1)};
}

} // namespace hekim
