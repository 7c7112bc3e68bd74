#include "audit/auditfiles.h"

#include "platform/log/logfile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QSysInfo>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

/// A whole line without its end; nothing where it does not end or is no line.
std::optional<AuditLine> readLine(QFile& file)
{
    const QByteArray text = file.readLine(AuditLine::longest + 2);
    return text.endsWith('\n') ? AuditLine::read(text.chopped(1)) : std::nullopt;
}

/// Of a path that is not there, what leads to it.
QString withoutLinks(const QString& path)
{
    const QFileInfo info(QDir::cleanPath(path));
    if (info.exists() || info.isRoot() || info.fileName().isEmpty())
        return info.exists() ? info.canonicalFilePath() : info.filePath();
    return withoutLinks(info.absolutePath()) + u'/' + info.fileName();
}

QString placeOf(const QString& path)
{
    constexpr qsizetype digits = 16;
    const QByteArray place = QSysInfo::machineUniqueId() + '\n' + path.toUtf8();
    return QString::fromLatin1(
        QCryptographicHash::hash(place, QCryptographicHash::Sha256).toHex().first(digits));
}

} // namespace

AuditLocation AuditLocation::standard(EnvironmentName environment)
{
    AuditLocation location{LogFile::standardFolder() + u"/audit/"_s + toString(environment)};
    // Not the data folder: the window names another one for the engine, which goes with it.
    location.mark = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
                    u"/hekim-asistani/"_s + markOf(location.place());
    return location;
}

QString AuditLocation::place() const
{
    return placeOf(withoutLinks(folder));
}

QStringList AuditLocation::placesWithoutLinks() const
{
    QStringList places;
    QString rest;
    for (QFileInfo way(QDir::cleanPath(QFileInfo(folder).absoluteFilePath()));
         !way.isRoot() && !way.fileName().isEmpty(); way = QFileInfo(way.absolutePath())) {
        rest.prepend(u'/' + way.fileName());
        places += placeOf(QDir::cleanPath(withoutLinks(way.absolutePath()) + rest));
    }
    return places;
}

std::optional<AuditFileName> AuditFileName::fromString(const QString& name)
{
    static const QRegularExpression form(
        u"\\Aaudit-([0-9]{4})-(0[1-9]|1[0-2])(?:\\.([2-9]|[1-9][0-9]{1,5}))?\\.jsonl\\z"_s);
    const auto match = form.match(name);
    if (!match.hasMatch())
        return {};
    const int part = match.hasCaptured(3) ? match.captured(3).toInt() : 1;
    return AuditFileName{match.captured(1).toInt(), match.captured(2).toInt(), part};
}

QString AuditFileName::toString() const
{
    const QString period = u"audit-%1-%2"_s.arg(year, 4, 10, QChar(u'0')).arg(month, 2, 10, QChar(u'0'));
    return period + (part > 1 ? u".%1"_s.arg(part) : QString()) + u".jsonl"_s;
}

QList<AuditFileName> auditFilesIn(const QString& folder)
{
    QList<std::pair<qint64, AuditFileName>> files;
    for (const QString& name : QDir(folder).entryList(QDir::Files | QDir::Hidden)) {
        if (const auto file = AuditFileName::fromString(name)) {
            const auto first = firstLineIn(folder + u'/' + name);
            files.append({first ? first->number : std::numeric_limits<qint64>::max(), *file});
        }
    }
    std::sort(files.begin(), files.end());
    QList<AuditFileName> names;
    for (const auto& [first, file] : std::as_const(files))
        names.append(file);
    return names;
}

std::optional<AuditLine> firstLineIn(const QString& path)
{
    // A crash cuts one line short; what is more is the verification's matter.
    constexpr int mostTries = 3;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    for (int i = 0; i < mostTries && !file.atEnd(); ++i) {
        if (auto line = readLine(file))
            return line;
    }
    return {};
}

std::optional<AuditLine> lineBefore(const QString& path, qint64 end)
{
    constexpr qint64 most = AuditLine::longest + 2;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() < end || !file.seek(std::max<qint64>(0, end - most)))
        return {};
    const QByteArray text = file.read(end - file.pos());
    if (!text.endsWith('\n'))
        return {};
    return AuditLine::read(text.chopped(1).sliced(text.lastIndexOf('\n', text.size() - 2) + 1));
}

std::optional<AuditLine> lineNumbered(const QString& folder, qint64 number)
{
    const QList<AuditFileName> names = auditFilesIn(folder);
    for (auto name = names.rbegin(); name != names.rend(); ++name) {
        const QString path = folder + u'/' + name->toString();
        const auto first = firstLineIn(path);
        if (!first || first->number > number)
            continue;
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        while (!file.atEnd()) {
            if (auto line = readLine(file); line && line->number == number)
                return line;
        }
        return {};
    }
    return {};
}

std::optional<AuditLine> lastSealedLineIn(const QString& folder)
{
    // The keyring may have been locked for some days; it is asked at each start of the window, so not for
    // ever.
    constexpr qint64 most = qint64{256} * 1024;
    constexpr qsizetype mostFiles = 2;
    const QList<AuditFileName> names = auditFilesIn(folder);
    const auto end = names.crend() - std::max<qsizetype>(0, names.size() - mostFiles);
    for (auto name = names.crbegin(); name != end; ++name) {
        QFile file(folder + u'/' + name->toString());
        if (!file.open(QIODevice::ReadOnly) || !file.seek(std::max<qint64>(0, file.size() - most)))
            continue;
        const QByteArrayList texts = file.read(most).split('\n');
        for (auto text = texts.crbegin(); text != texts.crend(); ++text) {
            if (auto line = AuditLine::read(*text); line && !line->seal.isEmpty())
                return line;
        }
    }
    return {};
}

bool hasLineFrom(const QString& folder, qint64 number)
{
    const QList<AuditFileName> names = auditFilesIn(folder);
    // The last ones first: they have the highest numbers in a trail that is as it was written.
    const bool isAtAnEnd = std::any_of(names.rbegin(), names.rend(), [&](const AuditFileName& name) {
        const QString path = folder + u'/' + name.toString();
        const auto last = lineBefore(path, QFileInfo(path).size());
        return last && last->number >= number;
    });
    return isAtAnEnd || std::any_of(names.rbegin(), names.rend(), [&](const AuditFileName& name) {
               QFile file(folder + u'/' + name.toString());
               if (!file.open(QIODevice::ReadOnly))
                   return false;
               while (!file.atEnd()) {
                   if (const auto line = readLine(file); line && line->number >= number)
                       return true;
               }
               return false;
           });
}

void makeAuditFolder(const QString& folder)
{
    constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    const QFileInfo info(folder);
    if (info.exists() || info.isRoot())
        return;
    makeAuditFolder(info.absolutePath());
    QDir(info.absolutePath()).mkdir(info.fileName(), ownerOnly);
}

} // namespace hekim
