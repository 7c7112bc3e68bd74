#include "audit/auditexport.h"

#include "audit/auditfiles.h"
#include "core/csv.h"

#include <QDateTime>
#include <QFile>
#include <QJsonValue>

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

} // namespace

AuditExport exportAudit(const QString& folder, const AuditQuery& query, const PersonDigest* key,
                        const std::function<void(const QByteArray&)>& write)
{
    AuditExport result;
    write(csvBegin + csvRow(QStringList{u"timeUtc"_s, u"timeLocal"_s} + memberColumns +
                            QStringList{u"file"_s, u"line"_s}));
    for (const AuditFileName& name : auditFilesIn(folder)) {
        QFile file(folder + u'/' + name.toString());
        if (!file.open(QIODevice::ReadOnly)) {
            ++result.unreadable;
            continue;
        }
        for (qint64 number = 1; !file.atEnd(); ++number) {
            QByteArray text = file.readLine(AuditLine::longest + 2);
            if (text.endsWith('\n'))
                text.chop(1);
            const auto line = AuditLine::read(text);
            if (!line) {
                ++result.unreadable;
                continue;
            }
            const QString time = line->members.value("time"_L1).toString();
            const QDateTime local = QDateTime::fromString(time, Qt::ISODateWithMs).toLocalTime();
            if ((query.from && local.date() < *query.from) || (query.to && local.date() > *query.to))
                continue;
            if (query.namesSomebody() && key && line->members.value("key"_L1).toString() != key->keyName())
                ++result.otherKey;
            if (!isAbout(line->members, u"doctor"_s, query.doctor, key) ||
                !isAbout(line->members, u"patient"_s, query.patient, key))
                continue;
            QStringList cells{time, local.toString(u"yyyy-MM-dd HH:mm:ss"_s)};
            for (const QString& column : memberColumns)
                cells.append(textOf(line->members.value(column)));
            write(csvRow(cells + QStringList{name.toString(), QString::number(number)}));
            ++result.rows;
        }
    }
    return result;
}

} // namespace hekim
