#include "audit/proof/auditverifier.h"

#include "audit/auditevent.h"
#include "audit/proof/auditend.h"
#include "audit/proof/audittrust.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

using Kind = AuditFault::Kind;

/// What a line of damage tells besides a line that was cut short.
constexpr std::array<std::pair<QLatin1StringView, Kind>, 5> toldDoubts{{
    {"endMissing"_L1, Kind::EndMissing},
    {"markMissing"_L1, Kind::MarkMissing},
    {"endUnproven"_L1, Kind::EndUnproven},
    {"writtenAnew"_L1, Kind::WrittenAnew},
    {"filesKept"_L1, Kind::FilesKept},
}};

class Verification
{
public:
    Verification(AuditLocation location, const AuditKeys* keys, const AuditTrust& trust)
        : m_location(std::move(location)), m_keys(keys), m_trust(trust)
    {
    }

    AuditVerdict run()
    {
        // Before the lines: what is written meanwhile is more than these say, never less.
        readInto(m_marker, AuditEnd::pathIn(m_location.folder));
        if (!m_location.mark.isEmpty())
            readInto(m_mark, m_location.mark);
        m_elsewhere = m_marker.end.value_or(AuditEnd{}).marksElsewhere(m_location);
        m_verdict.marked = m_mark.end.has_value();
        const QList<AuditFileName> files = auditFilesIn(m_location.folder);
        for (const AuditFileName& file : files)
            read(file.toString(), file == files.constLast());
        settleUnread();
        if (!files.isEmpty())
            judgeBeginning(files.constFirst().toString());
        judgeEnd();
        return std::move(m_verdict);
    }

private:
    /// The end marker or the mark, as far as it can be read.
    struct Reached
    {
        QString place; ///< its file's name
        std::optional<AuditEnd> end{};
        bool isJudged = false; ///< by the line that it was written with
    };

    static void readInto(Reached& reached, const QString& path)
    {
        reached.place = QFileInfo(path).fileName();
        if (const auto end = AuditEnd::read(path))
            reached.end = *end;
    }

    void read(const QString& name, bool last)
    {
        ++m_verdict.files;
        m_file = name;
        m_line = 0;
        QFile file(m_location.pathOf(name));
        if (!file.open(QIODevice::ReadOnly)) {
            fault(Kind::Unreadable, name, 0);
            m_prev.clear();
            m_next = 0;
            return;
        }
        const qint64 marked = m_marker.end && m_marker.end->file == name ? m_marker.end->size : 0;
        while (!file.atEnd()) {
            const qint64 at = file.pos();
            QByteArray text = file.readLine(AuditLine::longest + 2);
            ++m_line;
            const bool ended = text.endsWith('\n');
            // By what was read: where the file ends can be another place by now.
            const bool reachedEnd = !ended && text.size() <= AuditLine::longest;
            if (reachedEnd && last && at >= marked)
                return; // being written now, or cut short by a crash that has not been told yet
            if (ended)
                text.chop(1);
            const auto line = ended ? AuditLine::read(text) : std::nullopt;
            if (line && line->members.contains("event"_L1)) // an end marker is none
                take(*line);
            else
                takeUnread(text);
        }
    }

    // Not a line as it was written; it may be one that a crash cut short, if the next one says so.
    void takeUnread(const QByteArray& text)
    {
        settleUnread();
        m_unread = {Kind::Changed, m_file, m_line};
        m_unreadHash = QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
    }

    void settleUnread()
    {
        if (!m_unread.file.isEmpty()) {
            fault(m_unread.kind, m_unread.file, m_unread.line);
            ++m_verdict.lines;
            m_prev.clear(); // of what follows only the number can be judged
            m_next = m_next > 0 ? m_next + 1 : 0;
        }
        m_unread = {};
    }

    void take(const AuditLine& line)
    {
        const QString event = line.members.value("event"_L1).toString();
        if (!m_unread.file.isEmpty() && event == toString(AuditAction::Damaged) &&
            line.members.value("tornHash"_L1).toString().toLatin1() == m_unreadHash) {
            ++m_verdict.torn;
            m_unread = {};
        }
        settleUnread();
        ++m_verdict.lines;
        if (m_verdict.lines == 1)
            m_first = {line.number, line.prev};
        else if (m_next > 0 && line.number > m_next)
            fault(Kind::Missing, m_file, m_line);
        else if ((m_next > 0 && line.number != m_next) || (!m_prev.isEmpty() && line.prev != m_prev))
            fault(Kind::OutOfPlace, m_file, m_line);
        for (const auto& [member, kind] : toldDoubts) {
            if (line.members.contains(member))
                fault(kind, m_file, m_line);
        }
        judgeKeyChange(line);
        if (!m_former || m_former->keyName() != line.keyName())
            m_keySince = line.number;
        const bool isSealed = judgeSeal(line);
        if (event == toString(AuditAction::FilesRemoved) &&
            (!m_keys || (isSealed && m_trust.hasSucceeded(line.keyName()))))
            m_removedUpTo += line.members.value("upTo"_L1).toString().toLatin1();
        judgeReached(m_marker, line);
        judgeReached(m_mark, line);
        for (const AuditEnd& mark : std::as_const(m_elsewhere)) {
            if (line.number == mark.next - 1 && line.hash != mark.prev)
                tellAnew(line);
        }
        m_next = line.number + 1;
        m_prev = line.hash;
        m_former = line;
    }

    /// Whether it is sealed, with a key that counts for it and in the trail.
    bool judgeSeal(const AuditLine& line)
    {
        if (!m_keys)
            return false;
        const PersonDigest* key = keyOf(line);
        if (line.keyName().isEmpty() && line.seal.isEmpty()) {
            ++m_verdict.unsealed;
            runOf(Kind::Unsealed, {});
            return false;
        }
        const auto named = m_keys->constFind(line.keyName());
        if (named == m_keys->constEnd() || ((!key || !m_trust.counts(line)) && line.isSealedBy(named->key))) {
            ++m_verdict.otherKey;
            runOf(Kind::UnknownKey, line.keyName());
            return false;
        }
        ++m_verdict.sealed;
        m_run.reset();
        const bool isSealed = line.isSealedBy(named->key);
        if (!isSealed)
            fault(Kind::Forged, m_file, m_line);
        return isSealed;
    }

    /// Only the first of several that are alike is told.
    void runOf(Kind kind, const QString& key)
    {
        if (std::exchange(m_run, std::pair(kind, key)) != std::pair(kind, key))
            fault(kind, m_file, m_line);
    }

    [[nodiscard]] const PersonDigest* keyOf(const AuditLine& line) const
    {
        return m_keys ? keyFor(line, *m_keys) : nullptr;
    }

    /// Who goes on with another key, or none, cannot check the end marker: it must stand in the line.
    void judgeKeyChange(const AuditLine& line)
    {
        if (!m_former || m_former->keyName().isEmpty() || m_former->keyName() == line.keyName() ||
            line.members.contains("endUnproven"_L1))
            return;
        const auto end = AuditEnd::proven(line.members.value("endBefore"_L1).toObject(), m_former->keyName(),
                                          keyOf(*m_former));
        if (!end || !leadsTo(*end, line))
            fault(Kind::EndUnproven, m_file, m_line);
    }

    /// An end lags where the window was killed after its lines: what stands behind it has that window's key.
    [[nodiscard]] bool leadsTo(const AuditEnd& end, const AuditLine& line) const
    {
        if (end.next == line.number)
            return end.prev == line.prev;
        if (end.next < m_keySince || end.next > line.number)
            return false;
        const auto next = lineNumbered(m_location.folder, end.next);
        return next && next->prev == end.prev;
    }

    void judgeReached(Reached& reached, const AuditLine& line)
    {
        if (!reached.end || line.number != std::max<qint64>(1, reached.end->next - 1))
            return;
        reached.isJudged = true;
        if (reached.end->next > 1 && line.hash != reached.end->prev) {
            tellAnew(line);
        } else if (m_keys && !reached.end->isSealedLike(line, keyOf(line))) {
            m_unproven += reached.place;
        }
    }

    void tellAnew(const AuditLine& line)
    {
        if (m_anew.isEmpty()) // the others know the same
            fault(Kind::WrittenAnew, m_file, m_line);
        m_anew = line.hash;
    }

    // The oldest files may be gone when their age was the reason, and then the trail says so.
    void judgeBeginning(const QString& file)
    {
        if (m_verdict.lines == 0 || m_first.number == 0)
            return;
        const bool whole = m_first.number == 1 && m_first.prev == auditBeginning();
        if (!whole && !m_removedUpTo.contains(m_first.prev))
            m_verdict.faults.prepend({Kind::FilesMissing, file, 1});
    }

    void judgeEnd()
    {
        AuditEnd known = m_marker.end.value_or(AuditEnd{}); // the furthest
        for (const AuditEnd& mark : QList{m_mark.end.value_or(AuditEnd{})} + m_elsewhere) {
            if (mark.next > known.next)
                known = mark;
        }
        if (m_verdict.lines == 0) {
            if (known.next > 1)
                fault(m_verdict.files == 0 ? Kind::Emptied : Kind::CutShort, known.file,
                      m_verdict.files == 0 ? 0 : 1);
            else if (m_verdict.files == 0 && !isProvenBeginning())
                fault(Kind::NoTrail, m_location.folder, 0);
        } else if (m_next > 0 && known.next > m_next) {
            fault(Kind::CutShort, m_file, m_line + 1);
        }
        if (!m_marker.end && m_verdict.files > 0)
            fault(Kind::EndMissing, m_marker.place, 0);
        for (const Reached* end : {&m_marker, &m_mark}) {
            if (end->end && !end->isJudged && m_verdict.lines > 0 &&
                (m_next == 0 || end->end->next <= m_next))
                m_unproven += end->place;
        }
        for (const QString& place : std::as_const(m_unproven))
            fault(Kind::EndUnproven, place, 0);
        const QString own = m_location.place();
        for (const QString& place : m_marker.end.value_or(AuditEnd{}).missedMarks(m_mark.end, m_location))
            fault(Kind::MarkMissing, place == own ? m_mark.place : AuditLocation::markOf(place), 0);
    }

    /// The trail was begun and says itself that it has no line yet.
    [[nodiscard]] bool isProvenBeginning() const
    {
        if (!m_marker.end)
            return false;
        const AuditLine& end = *m_marker.end->line;
        const auto key = m_keys ? m_keys->constFind(end.keyName()) : AuditKeys::const_iterator();
        return m_keys && key != m_keys->constEnd() && key->isInForce && end.isSealedBy(key->key);
    }

    void fault(Kind kind, const QString& file, qint64 line)
    {
        if (m_verdict.faults.size() < AuditVerdict::mostFaults)
            m_verdict.faults.append({kind, file, line});
    }

    struct First
    {
        qint64 number = 0;
        QByteArray prev;
    };

    AuditLocation m_location;
    const AuditKeys* m_keys;
    const AuditTrust& m_trust;
    AuditVerdict m_verdict;
    Reached m_marker;
    Reached m_mark;
    QList<AuditEnd> m_elsewhere; ///< marks of the same trail in other places
    QStringList m_unproven;      ///< places of those that were not sealed as the line before them
    QByteArray m_anew;           ///< the line that is not the one they know
    std::optional<std::pair<Kind, QString>> m_run;
    std::optional<AuditLine> m_former; ///< the line before
    qint64 m_keySince = 0;             ///< number of the first of the lines up to it that have its key
    First m_first;
    QSet<QByteArray> m_removedUpTo;
    QString m_file;
    qint64 m_line = 0;
    qint64 m_next = 0; ///< number that the next line must have; 0: unknown
    QByteArray m_prev; ///< hash that it must name; empty: unknown
    AuditFault m_unread;
    QByteArray m_unreadHash;
};

} // namespace

AuditVerdict verifyAudit(const AuditLocation& location, const AuditKeys* keys)
{
    AuditTrust trust = keys ? AuditTrust::of(location.folder, *keys) : AuditTrust();
    for (;;) {
        AuditVerdict verdict = Verification(location, keys, trust).run();
        // The line that tells of a key may have been written since.
        AuditTrust later = verdict.otherKey > 0 ? AuditTrust::of(location.folder, *keys) : trust;
        if (later == trust)
            return verdict;
        trust = std::move(later);
    }
}

} // namespace hekim
