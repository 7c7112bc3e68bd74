#include "audit/auditfiles.h"

#include "platform/logfile.h"

#include <QDir>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

QString endPath(const QString& folder)
{
    return folder + u"/audit.end"_s;
}

} // namespace

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
    QList<AuditFileName> files;
    for (const QString& name : QDir(folder).entryList(QDir::Files | QDir::Hidden)) {
        if (const auto file = AuditFileName::fromString(name))
            files.append(*file);
    }
    std::sort(files.begin(), files.end());
    return files;
}

Result<std::optional<AuditEnd>> AuditEnd::read(const QString& folder)
{
    QFile file(endPath(folder));
    if (!file.exists())
        return std::optional<AuditEnd>();
    const auto damaged = [](InputFault fault) { return badSettings(u"audit.end"_s, fault); };
    if (!file.open(QIODevice::ReadOnly))
        return damaged(InputFault::Unreadable);
    const auto line = AuditLine::read(file.read(AuditLine::longest + 1));
    if (!line)
        return damaged(InputFault::MalformedFile);
    AuditEnd end;
    end.file = line->members.value("file"_L1).toString();
    end.size = line->members.value("size"_L1).toInteger();
    end.next = line->number;
    end.prev = line->prev;
    end.line = line;
    return end;
}

Result<void> AuditEnd::write(const QString& folder, const PersonDigest* key) const
{
    QSaveFile saved(endPath(folder));
    const QByteArray text = AuditLine::make({{u"file"_s, file}, {u"size"_s, size}}, next, prev, key).text();
    if (saved.open(QIODevice::WriteOnly) && saved.setPermissions(ownerOnly) &&
        saved.write(text) == text.size() && saved.commit())
        return {};
    return badSettings(u"audit.end"_s, InputFault::Unreadable, saved.errorString());
}

void makeAuditFolder(const QString& folder)
{
    const QFileInfo info(folder);
    QDir().mkpath(info.absolutePath());
    QDir(info.absolutePath()).mkdir(info.fileName(), ownerOnly | QFileDevice::ExeOwner);
}

QString standardAuditFolder()
{
    return LogFile::standardFolder() + u"/audit"_s;
}

} // namespace hekim
