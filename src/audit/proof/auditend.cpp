#include "audit/proof/auditend.h"

#include "core/files/wholefile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

constexpr qsizetype mostMarks = 100;

bool isEnd(const QJsonObject& members)
{
    return members.contains("file"_L1) && !members.contains("event"_L1);
}

QString digestOf(const QByteArray& seal)
{
    return QString::fromLatin1(QCryptographicHash::hash(seal, QCryptographicHash::Sha256).toHex());
}

} // namespace

Result<std::optional<AuditEnd>> AuditEnd::read(const QString& path)
{
    QFile file(path);
    if (!file.exists())
        return std::optional<AuditEnd>();
    const QString name = QFileInfo(path).fileName();
    if (!file.open(QIODevice::ReadOnly))
        return badSettings(name, InputFault::Unreadable);
    const auto line = AuditLine::read(file.read(AuditLine::longest + 1));
    if (!line || !isEnd(line->members))
        return badSettings(name, InputFault::MalformedFile);
    AuditEnd end;
    end.file = line->members.value("file"_L1).toString();
    end.size = line->members.value("size"_L1).toInteger();
    end.next = line->number;
    end.prev = line->prev;
    end.settings = line->members.value("settings"_L1).toObject();
    const QJsonArray marks = line->members.value("marks"_L1).toArray();
    for (const auto& place : marks)
        end.marks += place.toString();
    end.line = line;
    return end;
}

Result<void> AuditEnd::write(const QString& path, const PersonDigest* key) const
{
    QJsonObject members{{u"file"_s, file}, {u"size"_s, size}};
    if (!settings.isEmpty())
        members.insert("settings"_L1, settings);
    if (!marks.isEmpty())
        members.insert("marks"_L1, QJsonArray::fromStringList(marks.last(std::min(marks.size(), mostMarks))));
    const QByteArray text = AuditLine::make(members, next, prev, key).text();
    // What a killed process left of its writing: only the holder of the trail writes here.
    const QDir folder = QFileInfo(path).dir();
    for (const QString& left : folder.entryList({QFileInfo(path).fileName() + u".??????"_s}, QDir::Files))
        QFile::remove(folder.filePath(left));
    if (const auto written = writeWholeFile(path, text, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        !written)
        return badSettings(QFileInfo(path).fileName(), InputFault::Unreadable, written.error());
    return {};
}

bool AuditEnd::isSealedLike(const AuditLine& neighbour, const PersonDigest* key) const
{
    return line && line->keyName() == neighbour.keyName() &&
           line->seal.isEmpty() == neighbour.seal.isEmpty() &&
           (!key || line->keyName() != key->keyName() || line->isSealedBy(*key));
}

QStringList AuditEnd::missedMarks(const std::optional<AuditEnd>& mark, const AuditLocation& location) const
{
    QStringList missed;
    if (location.mark.isEmpty())
        return missed;
    const QString own = location.place();
    if (!mark && marks.contains(own))
        missed += own;
    const QDir folder = QFileInfo(location.mark).dir();
    for (const QString& place : location.placesWithoutLinks()) {
        const QString path = folder.filePath(AuditLocation::markOf(place));
        if (place != own && marks.contains(place) && !missed.contains(place) &&
            !AuditEnd::read(path).value_or(std::nullopt))
            missed += place;
    }
    return missed;
}

QList<AuditEnd> AuditEnd::marksElsewhere(const AuditLocation& location) const
{
    QList<AuditEnd> found;
    if (location.mark.isEmpty())
        return found;
    const QDir folder = QFileInfo(location.mark).dir();
    const QString own = location.place();
    QStringList names;
    for (const QString& place : marks + location.placesWithoutLinks())
        names += AuditLocation::markOf(place);
    for (const QString& name :
         folder.entryList({AuditLocation::markOf(u"*"_s)}, QDir::Files | QDir::Hidden)) {
        const auto mark = AuditEnd::read(folder.filePath(name)).value_or(std::nullopt);
        if (mark && name != AuditLocation::markOf(own) && (names.contains(name) || mark->marks.contains(own)))
            found += *mark;
    }
    return found;
}

QJsonObject AuditEnd::proof() const
{
    return {{u"sealed"_s, QString::fromUtf8(line->sealed)}, {u"sealDigest"_s, digestOf(line->seal)}};
}

std::optional<AuditEnd> AuditEnd::proven(const QJsonObject& proof, const QString& keyName,
                                         const PersonDigest* key)
{
    const QByteArray sealed = proof.value("sealed"_L1).toString().toUtf8();
    const QJsonObject members = QJsonDocument::fromJson(sealed + "\"}").object();
    if (!isEnd(members) || members.value("key"_L1).toString() != keyName ||
        (key && digestOf(key->sealOf(sealed).toLatin1()) != proof.value("sealDigest"_L1).toString()))
        return {};
    AuditEnd end;
    end.next = members.value("seq"_L1).toInteger();
    end.prev = members.value("prev"_L1).toString().toLatin1();
    return end;
}

} // namespace hekim
