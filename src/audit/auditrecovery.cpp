#include "audit/auditrecovery.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

/// The line that a marker was written with: the last one before it; of a trail's beginning the first one.
std::optional<AuditLine> neighbourOf(const AuditEnd& reached, const AuditLocation& location,
                                     QSet<qint64>& absent)
{
    if (auto line = lineBefore(location.pathOf(reached.file), reached.size);
        line && line->hash == reached.prev)
        return line;
    const qint64 number = std::max<qint64>(1, reached.next - 1);
    if (absent.contains(number))
        return {};
    auto line = lineNumbered(location.folder, number);
    if (!line)
        absent.insert(number);
    return line;
}

} // namespace

AuditRecovery AuditRecovery::of(const AuditLocation& location, const PersonDigest* key, AuditMemory& memory)
{
    const QString keyName = key ? key->keyName() : QString();
    if (std::exchange(memory.key, keyName) != keyName)
        memory.read.reset(); // what it says of the settings was judged by another key
    AuditRecovery found;
    const auto read = AuditEnd::read(AuditEnd::pathIn(location.folder));
    const bool missing = !read || !*read;
    const AuditEnd marker = missing ? AuditEnd{} : **read;
    found.end = marker;
    const QList<AuditFileName> files = auditFilesIn(location.folder);
    if (memory.read)
        found.startAt(location, *memory.read);
    found.readOn(location, files, key);
    memory.read = found.end;
    found.judge(location, marker, key, memory.absent);
    memory.read->settings = found.end.settings;
    if (memory.written)
        found.goBeyond(*memory.written);
    if (missing && (!read || !files.isEmpty() || found.end.next > 1))
        found.doubts.insert("endMissing"_L1, true);
    found.end.line.reset();
    return found;
}

/// Further on than the marker, where the line is still there up to which was read before.
void AuditRecovery::startAt(const AuditLocation& location, const AuditEnd& read)
{
    if (read.next <= end.next || read.file.isEmpty())
        return;
    const auto last = lineBefore(location.pathOf(read.file), read.size);
    if (!last || last->hash != read.prev)
        return;
    end.file = read.file;
    end.size = read.size;
    end.next = read.next;
    end.prev = read.prev;
    end.settings = read.settings;
    end.line = last;
}

/// What stands behind the marker was written before a crash. Without a marker everything does.
void AuditRecovery::readOn(const AuditLocation& location, const QList<AuditFileName>& files,
                           const PersonDigest* key)
{
    const auto last = AuditFileName::fromString(end.file);
    const qint64 size = end.size;
    auto from = last ? std::find(files.begin(), files.end(), *last) : files.begin();
    if (from == files.end())
        from = files.begin();
    for (auto file = from; file != files.end(); ++file)
        catchUp(location.pathOf(file->toString()), last && *file == *last ? size : 0, key);
}

/// Takes what stands in the file from there on for written, as far as it follows. The end is that of the file
/// in any case: what is wrong in between is the verification's to tell.
void AuditRecovery::catchUp(const QString& path, qint64 from, const PersonDigest* key)
{
    QFile file(path);
    torn.clear();
    lineEndMissing = false;
    end.file = QFileInfo(path).fileName();
    if (!file.open(QIODevice::ReadOnly)) {
        end.size = 0;
        return;
    }
    end.size = file.size();
    if (from >= end.size || !file.seek(from))
        return;
    while (!file.atEnd()) {
        QByteArray text = file.readLine(AuditLine::longest + 2);
        const bool ended = text.endsWith('\n');
        if (!ended && !file.atEnd())
            continue; // longer than any line
        if (ended)
            text.chop(1);
        const auto line = AuditLine::read(text);
        const bool follows = line && (!end.line || (line->number == end.next && line->prev == end.prev));
        if (follows) {
            end.next = line->number + 1;
            end.prev = line->hash;
            if (line->members.contains("settings"_L1) && (!key || line->isSealedBy(*key)))
                end.settings = line->members.value("settings"_L1).toObject();
        }
        lineEndMissing = !ended && follows;
        torn = ended || follows ? QByteArray() : text;
    }
}

/// Lines may have been cut off before a marker or mark that was not sealed as the line before it. After the
/// lines were read: they may go beyond both, never the other way round. What an end that is not proven says
/// of the settings is dropped.
void AuditRecovery::judge(const AuditLocation& location, const AuditEnd& marker, const PersonDigest* key,
                          QSet<qint64>& absent)
{
    const auto neighbour = marker.line ? neighbourOf(marker, location, absent) : std::nullopt;
    if (!judge(marker, neighbour, location.folder, key))
        end.settings = {};
    auto mark = location.mark.isEmpty() ? std::nullopt : AuditEnd::read(location.mark).value_or(std::nullopt);
    const QStringList missed = marker.missedMarks(mark, location);
    if (!missed.isEmpty())
        doubts.insert("markMissing"_L1, true);
    if (mark) {
        const bool isMarkers = marker.next == mark->next && marker.prev == mark->prev;
        if (!judge(*mark, isMarkers ? neighbour : neighbourOf(*mark, location, absent), location.folder, key))
            mark->settings = {};
        goBeyond(*mark);
        for (const QString& place : std::as_const(mark->marks)) {
            if (!end.marks.contains(place))
                end.marks += place;
        }
    }
    // Another place's mark is not written here again: what is told once is no doubt of each later line.
    end.marks.removeIf(
        [&](const QString& place) { return missed.contains(place) && place != location.place(); });
    for (const AuditEnd& other : marker.marksElsewhere(location))
        judgeElsewhere(location, other, mark.has_value(), absent);
    keepProof(mark && mark->next >= marker.next ? *mark : marker, key);
}

/// Of the end before a line with another key. It can lag, and lines of its key follow then.
void AuditRecovery::keepProof(const AuditEnd& reached, const PersonDigest* key)
{
    const QString sealedWith = reached.line ? reached.line->keyName() : QString();
    if (!sealedWith.isEmpty() && (!key || sealedWith != key->keyName()))
        unchecked = reached.proof();
}

bool AuditRecovery::judge(const AuditEnd& reached, const std::optional<AuditLine>& neighbour,
                          const QString& folder, const PersonDigest* key)
{
    if (neighbour && reached.next > 1 && neighbour->hash != reached.prev) {
        doubts.insert("writtenAnew"_L1, neighbour->number);
        return false;
    }
    const bool isProven = neighbour ? reached.isSealedLike(*neighbour, key)
                                    : !reached.line || !hasLineFrom(folder, reached.next - 1);
    if (!isProven)
        doubts.insert("endUnproven"_L1, true);
    return isProven;
}

/// Those marks stay as they are, so what they know is told when lines are first written in this place: from
/// then on its own mark is there. The verification reads them again each time.
void AuditRecovery::judgeElsewhere(const AuditLocation& location, const AuditEnd& mark, bool isMarked,
                                   QSet<qint64>& absent)
{
    const auto neighbour = isMarked ? std::nullopt : neighbourOf(mark, location, absent);
    if (neighbour && mark.next > 1 && neighbour->hash != mark.prev)
        doubts.insert("writtenAnew"_L1, neighbour->number);
    AuditEnd reached = mark;
    reached.settings = {}; // its seal is not looked at
    goBeyond(reached);
}

/// Numbers go on after what is known to have been there, so that it stays missed.
void AuditRecovery::goBeyond(const AuditEnd& reached)
{
    if (reached.next <= end.next)
        return;
    end.next = reached.next;
    end.prev = reached.prev;
    if (!reached.settings.isEmpty())
        end.settings = reached.settings;
}

} // namespace hekim
