#include "services/erapor/reportdate.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

QVariant believable(const QDateTime& time)
{
    return time.isValid() && time.date().year() >= 1900 ? QVariant(time) : QVariant();
}

QVariant believable(const QDate& date)
{
    return date.isValid() && date.year() >= 1900 ? QVariant(date) : QVariant();
}

QVariant readIso(const QString& text)
{
    static const QRegularExpression pattern(
        uR"(^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d([.,]\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$)"_s);
    if (!pattern.match(text).hasMatch())
        return {};
    constexpr qsizetype dateLength = 10;
    if (text.size() == dateLength)
        return believable(QDate::fromString(text, Qt::ISODate));
    return believable(QDateTime::fromString(text, Qt::ISODateWithMs));
}

QVariant readLocal(const QString& text)
{
    static const QRegularExpression pattern(
        uR"(^(\d\d?)([./-])(\d\d?)\2(\d{4})(?: (\d\d?):(\d\d)(?::(\d\d))?)?$)"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return {};
    const auto number = [&match](int group) { return match.captured(group).toInt(); };
    const QDate date(number(4), number(3), number(1));
    if (match.capturedLength(5) <= 0)
        return believable(date);
    // Of a day and an hour that is none, QDateTime would make midnight.
    const QTime time(number(5), number(6), number(7));
    return time.isValid() ? believable(QDateTime(date, time)) : QVariant();
}

/// How .NET services wrote JSON dates before they wrote ISO ones: milliseconds of UTC.
QVariant readMicrosoft(const QString& text)
{
    static const QRegularExpression pattern(uR"(^/Date\((-?\d{1,15})(?:[+-]\d{4})?\)/$)"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return {};
    return believable(QDateTime::fromMSecsSinceEpoch(match.captured(1).toLongLong(), QTimeZone::utc()));
}

} // namespace

QVariant readReportDate(const QString& text, ReportDateForms forms)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty() || !(trimmed.front().isDigit() || trimmed.front() == u'/'))
        return {};
    QVariant date = readIso(trimmed);
    if (!date.isValid() && forms == ReportDateForms::All)
        date = readLocal(trimmed);
    if (!date.isValid() && forms == ReportDateForms::All)
        date = readMicrosoft(trimmed);
    return date;
}

} // namespace hekim
