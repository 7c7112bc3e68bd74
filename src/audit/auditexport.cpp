#include "audit/auditexport.h"

#include "audit/auditfiles.h"
#include "core/text/csv.h"

#include <QDateTime>
#include <QFile>
#include <QJsonValue>

#include <algorithm>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

// Names of the format, not of the interface: scripts look for them.
const QStringList memberColumns{u"event"_s,         u"outcome"_s, u"environment"_s, u"doctorMasked"_s,
                                u"patientMasked"_s, u"source"_s,  u"detail"_s,      u"station"_s,
                                u"doctor"_s,        u"patient"_s, u"seq"_s};

QString textOf(const QJsonValue& value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

bool isAbout(const QJsonObject& members, const QString& name, const std::optional<IdentityNumber>& person,
             const PersonDigest* key)
{
    return !person || (key && members.value(name).toString() == key->of(*person, DigestPurpose::Audit));
}

QDateTime localTimeOf(const AuditLine& line)
{
    return QDateTime::fromString(line.members.value("time"_L1).toString(), Qt::ISODateWithMs).toLocalTime();
}

struct Place
{
    QString file;
    qint64 line; ///< 1 and up
};

/// Each line that can be read, in the trail's order; answers how many lines or files could not.
qint64 eachLine(const QString& folder, const std::function<void(const AuditLine&, const Place&)>& visit)
{
    qint64 unreadable = 0;
    for (const AuditFileName& name : auditFilesIn(folder)) {
        QFile file(folder + u'/' + name.toString());
        if (!file.open(QIODevice::ReadOnly)) {
            ++unreadable;
            continue;
        }
        for (qint64 number = 1; !file.atEnd(); ++number) {
            QByteArray text = file.readLine(AuditLine::longest + 2);
            if (text.endsWith('\n'))
                text.chop(1);
            if (const auto line = AuditLine::read(text))
                visit(*line, {name.toString(), number});
            else
                ++unreadable;
        }
    }
    return unreadable;
}

enum class Day : char { Before, Asked, After };

Day dayOf(const AuditLine& line, const AuditQuery& query)
{
    const QDate day = localTimeOf(line).date();
    if (query.from && day < *query.from)
        return Day::Before;
    return query.to && day > *query.to ? Day::After : Day::Asked;
}

/// Which lines belong to the days that are asked for, from one to before another: those between the first and
/// the last of these days, whatever the clock said meanwhile, and those beside them that a clock which ran
/// ahead or was put back has moved out.
std::pair<std::size_t, std::size_t> linesOfDays(const QString& folder, const AuditQuery& query)
{
    std::vector<Day> days;
    eachLine(folder, [&](const AuditLine& line, const Place&) { days.push_back(dayOf(line, query)); });
    auto from = std::find(days.begin(), days.end(), Day::Asked);
    auto to = std::find(days.rbegin(), days.rend(), Day::Asked).base();
    if (from == days.end())
        return {0, 0};
    while (from != days.begin() && *std::prev(from) == Day::After)
        --from;
    while (to != days.end() && *to == Day::Before)
        ++to;
    return {from - days.begin(), to - days.begin()};
}

} // namespace

AuditExport exportAudit(const QString& folder, const AuditQuery& query, const PersonDigest* key,
                        const std::function<void(const QByteArray&)>& write)
{
    AuditExport result;
    write(csvBegin + csvRow(QStringList{u"timeUtc"_s, u"timeLocal"_s} + memberColumns +
                            QStringList{u"file"_s, u"line"_s}));
    const bool narrowed = query.from || query.to;
    const std::pair<std::size_t, std::size_t> days =
        narrowed ? linesOfDays(folder, query) : std::pair<std::size_t, std::size_t>();
    std::size_t index = 0;
    result.unreadable = eachLine(folder, [&](const AuditLine& line, const Place& place) {
        const std::size_t i = index++;
        if (narrowed && (i < days.first || i >= days.second))
            return;
        if (query.namesSomebody() && key && line.keyName() != key->keyName())
            ++result.otherKey;
        if (!isAbout(line.members, u"doctor"_s, query.doctor, key) ||
            !isAbout(line.members, u"patient"_s, query.patient, key))
            return;
        QStringList cells{line.members.value("time"_L1).toString(),
                          localTimeOf(line).toString(u"yyyy-MM-dd HH:mm:ss"_s)};
        for (const QString& column : memberColumns)
            cells.append(textOf(line.members.value(column)));
        write(csvRow(cells + QStringList{place.file, QString::number(place.line)}));
        ++result.rows;
        if (dayOf(line, query) != Day::Asked)
            ++result.otherDays;
    });
    return result;
}

} // namespace hekim
