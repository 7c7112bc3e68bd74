#include "audit/auditbook.h"

#include "audit/auditevent.h"
#include "audit/auditretention.h"
#include "audit/proof/audittrust.h"
#include "platform/files/filesync.h"
#include "platform/files/lockfile.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonArray>
#include <QLockFile>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

tl::unexpected<Error> notWritten(const QString& name, const QString& why)
{
    return badSettings(name, InputFault::Unreadable, why);
}

/// At the time and place of the entry that is to be written.
QJsonObject ownEntry(AuditAction action, const QJsonObject& like)
{
    QJsonObject entry{{u"event"_s, toString(action)}};
    for (const auto& member : {"time"_L1, "environment"_L1, "institution"_L1, "station"_L1}) {
        if (like.contains(member))
            entry.insert(member, like.value(member));
    }
    return entry;
}

} // namespace

AuditBook::AuditBook(AuditLocation location, AuditRules rules)
    : m_location(std::move(location)), m_rules(rules)
{
}

QString AuditBook::pathOf(const AuditFileName& file) const
{
    return m_location.pathOf(file.toString());
}

Result<void> AuditBook::append(QList<QJsonObject>& entries, const PersonDigest* key)
{
    if (entries.isEmpty())
        return {};
    QLockFile lock(m_location.pathOf(u"audit.lock"_s));
    if (auto held = hold(lock, key); !held)
        return held;
    if (auto told = tellKeyChange(entries.constFirst(), key); !told)
        return told;
    if (isAtBeginning() && m_found.doubts.isEmpty()) { // from now on a missing marker tells something
        if (auto begun = keepEnd(key); !begun)
            return begun;
    }
    if (auto mended = mend(entries.constFirst(), key); !mended)
        return mended;

    while (!entries.isEmpty()) {
        const QString time = entries.constFirst().value("time"_L1).toString();
        const auto file = fileFor(entries.constFirst(), key);
        if (!file)
            return tl::make_unexpected(file.error());
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
    // The lines are on the disk: what lags is caught up the next time.
    if (const auto kept = keepEnd(key); !kept)
        qWarning("audit: the end marker could not be written: %s", qUtf8Printable(kept.error().detail));
    return {};
}

bool AuditBook::begin(const QJsonObject& settings, const PersonDigest* key)
{
    QLockFile lock(m_location.pathOf(u"audit.lock"_s));
    if (!hold(lock, key) || !isAtBeginning() || !m_found.doubts.isEmpty())
        return false; // what is in doubt is told by a line first
    m_end.settings = settings;
    return keepEnd(key).has_value();
}

Result<void> AuditBook::hold(QLockFile& lock, const PersonDigest* key)
{
    makeAuditFolder(m_location.folder);
    lock.setStaleLockTime(emptyLockFileAge);
    if (!lock.tryLock(static_cast<int>(m_patience.count())))
        return notWritten(u"audit.lock"_s, lock.error() == QLockFile::LockFailedError
                                               ? u"the trail is held by another process"_s
                                               : u"the folder cannot be written, or the disk is full"_s);
    recover(key);
    return {};
}

void AuditBook::recover(const PersonDigest* key)
{
    m_found = AuditRecovery::of(m_location, key, m_memory);
    m_end = m_found.end;
}

/// Who only has the folder, and lets the program store a key, cannot write this line: so it says which other
/// keys are the trail's own. A key that has just come into the keychain answers for the one before: no line
/// of a trail that it finds can be sealed with it.
Result<void> AuditBook::tellKeyChange(QJsonObject first, const PersonDigest* key)
{
    if (!key || !m_former || m_former->key.keyName() == key->keyName())
        return {};
    const PersonDigest& former = m_former->key;
    const auto last = lastSealedLineIn(m_location.folder);
    if (!last || !last->isSealedBy(former))
        return {};
    if (last->members.value(keychange::next).toString() != key->keyName()) {
        const QJsonValue code = first.take("institution"_L1);
        if (last->members.contains("institution"_L1)) // whose key it is
            first.insert("institution"_L1, last->members.value("institution"_L1));
        recover(&former);
        if (auto mended = mend(first, &former); !mended)
            return mended;
        QJsonObject entry = ownEntry(AuditAction::KeyChanged, first);
        const bool isOtherCode = code.toString() != first.value("institution"_L1).toString();
        entry.insert("outcome"_L1, "done"_L1);
        entry.insert("detail"_L1, isOtherCode ? "institution/code"_L1 : "personKey"_L1);
        if (isOtherCode)
            entry.insert(keychange::nextInstitution, code.toString());
        entry.insert(keychange::next, key->keyName());
        if (m_former->present == AuditFormerKey::Origin::Made)
            entry.insert(keychange::isMade, true);
        const auto file = fileFor(first, &former);
        if (!file)
            return tl::make_unexpected(file.error());
        if (auto written = writeTo(*file, {entry}, &former); !written)
            return written;
        if (auto kept = keepEnd(&former); !kept)
            return kept;
        recover(key);
    }
    if (m_former->present != AuditFormerKey::Origin::Known)
        m_found.former = former.keyName();
    return {};
}

bool AuditBook::isAtBeginning() const
{
    return m_end.next == 1 && m_end.file.isEmpty();
}

Result<void> AuditBook::mend(const QJsonObject& first, const PersonDigest* key)
{
    const auto last = AuditFileName::fromString(m_end.file);
    if (last && m_found.lineEndMissing) {
        if (auto ended = writeTo(*last, {}, key, "\n"); !ended) // the line itself is whole
            return ended;
    }
    const bool torn = last && !m_found.torn.isEmpty();
    if (!torn && (m_found.doubts.isEmpty() || m_found.doubts == m_told))
        return {};
    QJsonObject entry = ownEntry(AuditAction::Damaged, first);
    for (auto doubt = m_found.doubts.begin(); doubt != m_found.doubts.end(); ++doubt)
        entry.insert(doubt.key(), doubt.value());
    if (torn) {
        entry.insert("tornBytes"_L1, m_found.torn.size());
        entry.insert(
            "tornHash"_L1,
            QString::fromLatin1(QCryptographicHash::hash(m_found.torn, QCryptographicHash::Sha256).toHex()));
    }
    const auto file = torn ? Result<AuditFileName>(*last) : fileFor(first, key);
    if (!file)
        return tl::make_unexpected(file.error());
    auto written = writeTo(*file, {entry}, key, torn ? "\n" : "");
    if (written)
        m_told = m_found.doubts;
    return written;
}

/// A clock that leaps begins a file of the month that it says, and where it comes back a further part of the
/// right one: every line stands in its own month, and the lines' numbers are the order of the files.
Result<AuditFileName> AuditBook::fileFor(const QJsonObject& entry, const PersonDigest* key)
{
    const auto last = AuditFileName::fromString(m_end.file);
    const QDate day = QDate::fromString(entry.value("time"_L1).toString().left(10), Qt::ISODate);
    AuditFileName file = last.value_or(AuditFileName{1970, 1, 1});
    if (day.isValid() && day.year() <= 9999)
        file = AuditFileName::ofMonth(day);
    const bool goesOn = last && last->months() == file.months();
    if (goesOn && m_end.size < m_rules.largestFile)
        return *last;
    const QList<AuditFileName> files = auditFilesIn(m_location.folder);
    for (const AuditFileName& other : files) {
        if (other.months() == file.months())
            file.part = std::max(file.part, other.part + 1);
    }
    if (!goesOn) {
        if (auto removed = removeOld(files, file, entry, key); !removed)
            return tl::make_unexpected(removed.error());
    }
    return file;
}

/// Retention: each file is told in the trail first, then removed, so that one which is missing without a word
/// is one that was taken away. Oldest first, and no further where one stays: the rest stays one chain.
Result<void> AuditBook::removeOld(const QList<AuditFileName>& files, const AuditFileName& current,
                                  const QJsonObject& first, const PersonDigest* key)
{
    const auto retention =
        AuditRetention::of(m_location.folder, files, current, m_rules.keepMonths, m_end, key);
    if (!retention.doubt.isEmpty()) {
        QJsonObject entry = ownEntry(AuditAction::Damaged, first);
        entry.insert("filesKept"_L1, retention.doubt);
        return writeTo(current, {entry}, key);
    }
    for (const AuditRetention::File& file : retention.old) {
        QJsonObject entry = ownEntry(AuditAction::FilesRemoved, first);
        entry.insert("detail"_L1, file.name.toString());
        entry.insert("upTo"_L1, QString::fromLatin1(file.upTo));
        if (!file.madeKeys.isEmpty())
            entry.insert(keychange::made, QJsonArray::fromStringList(file.madeKeys));
        if (auto written = writeTo(current, {entry}, key); !written)
            return written;
        if (!QFile::remove(pathOf(file.name)))
            return {};
    }
    return {};
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
    QByteArrayList lines;
    QByteArray bytes = before;
    for (QJsonObject entry : entries) {
        if (lines.isEmpty() && !m_found.unchecked.isEmpty())
            entry.insert("endBefore"_L1, m_found.unchecked);
        if (lines.isEmpty() && !m_found.former.isEmpty())
            entry.insert(keychange::former, m_found.former);
        const AuditLine line = AuditLine::make(entry, end.next, end.prev, key);
        lines.append(line.text());
        bytes += lines.constLast() + '\n';
        ++end.next;
        end.prev = line.hash;
        if (entry.contains("settings"_L1))
            end.settings = entry.value("settings"_L1).toObject();
    }
    if (file.write(bytes) != bytes.size() || !syncToDisk(file)) {
        const QString why = file.errorString();
        file.resize(size); // where even that fails, the next one ends what stands there
        return notWritten(name.toString(), why);
    }
    end.file = name.toString();
    end.size = size + bytes.size();
    m_end = end;
    m_memory.written = end;
    m_memory.read = end;
    if (!lines.isEmpty()) {
        m_found.unchecked = {};
        m_found.former.clear();
    }
    if (m_written)
        std::for_each(lines.begin(), lines.end(), m_written);
    return {};
}

Result<void> AuditBook::keepEnd(const PersonDigest* key)
{
    bool isMarked = true;
    if (!m_location.mark.isEmpty()) {
        makeAuditFolder(QFileInfo(m_location.mark).absolutePath());
        const auto kept = m_end.write(m_location.mark, key);
        isMarked = kept.has_value();
        if (!kept && !std::exchange(m_warned, true))
            qWarning("audit: the mark could not be written: %s", qUtf8Printable(kept.error().detail));
        if (const QString place = m_location.place(); kept && !m_end.marks.contains(place))
            m_end.marks += place; // in the marker, which is written after it
    }
    auto written = m_end.write(AuditEnd::pathIn(m_location.folder), key);
    if (written && isMarked)
        m_told = {}; // what is found in doubt after this is another doubt
    return written;
}

} // namespace hekim
