#include "audit/auditbook.h"

#include "audit/auditevent.h"
#include "platform/filesync.h"
#include "platform/lockfile.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>

#include <utility>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

tl::unexpected<Error> notWritten(const QString& name, const QString& why)
{
    return badSettings(name, InputFault::Unreadable, why);
}

QString now()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
}

QJsonObject ownEntry(AuditAction action, const QString& time)
{
    return {{u"time"_s, time}, {u"event"_s, toString(action)}};
}

} // namespace

AuditBook::AuditBook(QString folder, AuditRules rules) : m_folder(std::move(folder)), m_rules(rules) {}

QString AuditBook::pathOf(const AuditFileName& file) const
{
    return m_folder + u'/' + file.toString();
}

Result<void> AuditBook::append(QList<QJsonObject>& entries, const PersonDigest* key)
{
    makeAuditFolder(m_folder);
    QLockFile lock(m_folder + u"/audit.lock"_s);
    lock.setStaleLockTime(emptyLockFileAge);
    if (!lock.tryLock(static_cast<int>(m_patience.count())))
        return notWritten(u"audit.lock"_s, lock.error() == QLockFile::LockFailedError
                                               ? u"the trail is held by another process"_s
                                               : u"the folder cannot be written, or the disk is full"_s);
    if (auto found = findEnd(); !found)
        return found;
    if (auto mended = mend(key); !mended)
        return mended;

    while (!entries.isEmpty()) {
        auto file = AuditFileName::fromString(m_end.file);
        const QString time = entries.constFirst().value("time"_L1).toString();
        const auto wanted = AuditFileName::ofMonth(QDate::fromString(time.left(10), Qt::ISODate));
        // A clock that was put back begins no file of the past.
        if (!file || file->months() < wanted.months()) {
            file = wanted;
            if (auto removed = removeOld(*file, time, key); !removed)
                return removed;
        } else if (m_end.size >= m_rules.largestFile) {
            file = file->nextPart();
        }
        // As many as belong into the same file; a large backlog in pieces.
        constexpr qsizetype mostAtOnce = 1000;
        qsizetype count = 1;
        while (count < entries.size() && count < mostAtOnce &&
               entries.at(count).value("time"_L1).toString().left(7) == time.left(7))
            ++count;
        if (auto written = writeTo(*file, entries.first(count), key); !written)
            return written;
        entries.remove(0, count);
    }
    // The lines are on the disk: an end marker that lags is caught up the next time.
    if (const auto marked = m_end.write(m_folder, key); !marked)
        qWarning("audit: the end marker could not be written: %s", qUtf8Printable(marked.error().detail));
    return {};
}

/// Where the next line goes, by the end marker and by what was written after it before a crash.
Result<void> AuditBook::findEnd()
{
    m_torn.clear();
    m_lineEndMissing = false;
    const auto files = auditFilesIn(m_folder);
    const auto read = AuditEnd::read(m_folder);
    m_endWasMissing = !read || (!*read && !files.isEmpty());
    if (!m_endWasMissing) {
        m_end = *read ? **read : AuditEnd{};
        if (!*read) // before the first line: from now on a missing one tells something
            return m_end.write(m_folder, nullptr);
        const auto last = AuditFileName::fromString(m_end.file);
        for (const AuditFileName& file : files) {
            if (!last || !(file < *last))
                catchUp(file, last && file == *last ? m_end.size : 0);
        }
        return {};
    }
    m_end = {};
    for (const AuditFileName& file : files)
        catchUp(file, 0);
    return {};
}

/// Takes what stands in the file from there on for written, as far as it follows. The end is that of the file
/// in any case: what is wrong in between is the verification's to tell.
void AuditBook::catchUp(const AuditFileName& name, qint64 from)
{
    QFile file(pathOf(name));
    m_torn.clear();
    m_lineEndMissing = false;
    m_end.file = name.toString();
    if (!file.open(QIODevice::ReadOnly)) {
        m_end.size = 0;
        return;
    }
    m_end.size = file.size();
    if (from >= m_end.size || !file.seek(from))
        return;
    while (!file.atEnd()) {
        QByteArray text = file.readLine(AuditLine::longest + 2);
        const bool ended = text.endsWith('\n');
        if (!ended && !file.atEnd())
            continue; // longer than any line
        if (ended)
            text.chop(1);
        const auto line = AuditLine::read(text);
        const bool follows =
            line && (m_endWasMissing || (line->number == m_end.next && line->prev == m_end.prev));
        if (follows) {
            m_end.next = line->number + 1;
            m_end.prev = line->hash;
        }
        m_lineEndMissing = !ended && follows;
        m_torn = ended || follows ? QByteArray() : text;
    }
}

Result<void> AuditBook::mend(const PersonDigest* key)
{
    const auto file = AuditFileName::fromString(m_end.file);
    if (file && std::exchange(m_lineEndMissing, false)) {
        if (auto ended = writeTo(*file, {}, key, "\n"); !ended) // the line itself is whole
            return ended;
    }
    if (!file || (m_torn.isEmpty() && !m_endWasMissing))
        return {};
    QJsonObject entry = ownEntry(AuditAction::Damaged, now());
    if (m_endWasMissing)
        entry.insert("endMissing"_L1, true);
    QByteArray before;
    if (!m_torn.isEmpty()) {
        before = "\n";
        entry.insert("tornBytes"_L1, m_torn.size());
        entry.insert(
            "tornHash"_L1,
            QString::fromLatin1(QCryptographicHash::hash(m_torn, QCryptographicHash::Sha256).toHex()));
    }
    auto written = writeTo(*file, {entry}, key, before);
    m_endWasMissing = m_endWasMissing && !written;
    return written;
}

Result<void> AuditBook::writeTo(const AuditFileName& name, const QList<QJsonObject>& entries,
                                const PersonDigest* key, const QByteArray& before)
{
    QFile file(pathOf(name));
    // Unbuffered: what did not fit must be known here, and not when the file closes.
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered, ownerOnly))
        return notWritten(name.toString(), file.errorString());
    const qint64 size = file.size();
    AuditEnd end = m_end;
    end.line.reset();
    QByteArrayList lines;
    QByteArray bytes = before;
    for (const QJsonObject& entry : entries) {
        const AuditLine line = AuditLine::make(entry, end.next, end.prev, key);
        lines.append(line.text());
        bytes += lines.constLast() + '\n';
        ++end.next;
        end.prev = line.hash;
    }
    if (file.write(bytes) != bytes.size() || !syncToDisk(file)) {
        const QString why = file.errorString();
        file.resize(size); // where even that fails, the next one ends what stands there
        return notWritten(name.toString(), why);
    }
    end.file = name.toString();
    end.size = size + bytes.size();
    m_end = end;
    if (m_written)
        std::for_each(lines.begin(), lines.end(), m_written);
    return {};
}

/// Retention: told in the trail first, then done, so that a file that is missing without a word is one that
/// somebody took.
Result<void> AuditBook::removeOld(const AuditFileName& current, const QString& time, const PersonDigest* key)
{
    if (m_rules.keepMonths <= 0)
        return {};
    QStringList old;
    QByteArray upTo = m_end.prev;
    for (const AuditFileName& file : auditFilesIn(m_folder)) {
        if (current.months() - file.months() > m_rules.keepMonths) {
            old.append(file.toString());
            continue;
        }
        QFile first(pathOf(file));
        if (!old.isEmpty() && first.open(QIODevice::ReadOnly)) {
            if (const auto line = AuditLine::read(first.readLine(AuditLine::longest + 2).chopped(1)))
                upTo = line->prev;
        }
        break;
    }
    if (old.isEmpty())
        return {};
    QJsonObject entry = ownEntry(AuditAction::FilesRemoved, time);
    entry.insert("detail"_L1, old.join(u", "_s));
    entry.insert("upTo"_L1, QString::fromLatin1(upTo));
    if (auto written = writeTo(current, {entry}, key); !written)
        return written;
    for (const QString& name : std::as_const(old))
        QFile::remove(m_folder + u'/' + name);
    return {};
}

} // namespace hekim
