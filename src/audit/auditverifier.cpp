#include "audit/auditverifier.h"

#include "audit/auditevent.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSet>

#include <utility>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

using Kind = AuditFault::Kind;

const QString endName = u"audit.end"_s;

class Verification
{
public:
    Verification(QString folder, const PersonDigest* key) : m_folder(std::move(folder)), m_key(key) {}

    AuditVerdict run()
    {
        // Before the lines: what is written meanwhile is more than the marker says, never less.
        const auto end = AuditEnd::read(m_folder);
        if (end && *end)
            m_end = **end;
        for (const AuditFileName& file : auditFilesIn(m_folder))
            read(file.toString());
        settleUnread();
        judgeBeginning();
        judgeEnd(end.has_value() && end->has_value());
        return std::move(m_verdict);
    }

private:
    void read(const QString& name)
    {
        ++m_verdict.files;
        m_file = name;
        m_line = 0;
        QFile file(m_folder + u'/' + name);
        if (!file.open(QIODevice::ReadOnly)) {
            fault(Kind::Unreadable, name, 0);
            m_prev.clear();
            m_next = 0;
            return;
        }
        while (!file.atEnd()) {
            const qint64 at = file.pos();
            QByteArray text = file.readLine(AuditLine::longest + 2);
            ++m_line;
            const bool ended = text.endsWith('\n');
            if (!ended && name == m_end.file && file.atEnd() && at >= m_end.size)
                return; // being written now, or cut short by a crash that nobody has told yet
            if (ended)
                text.chop(1);
            const auto line = ended ? AuditLine::read(text) : std::nullopt;
            if (line)
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
        if (line.members.value("endMissing"_L1).toBool())
            fault(Kind::EndMissing, m_file, m_line);
        if (event == toString(AuditAction::FilesRemoved))
            m_removedUpTo += line.members.value("upTo"_L1).toString().toLatin1();
        judgeSeal(line);
        m_next = line.number + 1;
        m_prev = line.hash;
    }

    void judgeSeal(const AuditLine& line)
    {
        if (!m_key)
            return;
        if (line.members.value("key"_L1).toString() == m_key->keyName()) {
            ++m_verdict.sealed;
            if (!line.isSealedBy(*m_key))
                fault(Kind::Forged, m_file, m_line);
        } else if (line.seal.isEmpty()) {
            ++m_verdict.unsealed;
        } else {
            ++m_verdict.otherKey;
        }
    }

    // The oldest file may be gone when its age was the reason, and then the trail says so.
    void judgeBeginning()
    {
        if (m_verdict.lines == 0 || m_first.number == 0)
            return;
        const bool whole = m_first.number == 1 && m_first.prev == auditBeginning();
        if (!whole && !m_removedUpTo.contains(m_first.prev))
            m_verdict.faults.prepend({Kind::FilesMissing, auditFilesIn(m_folder).constFirst().toString(), 1});
    }

    void judgeEnd(bool isThere)
    {
        if (!isThere) {
            if (m_verdict.files > 0)
                fault(Kind::EndMissing, endName, 0);
            return;
        }
        if (m_verdict.lines == 0) {
            if (m_end.next > 1)
                fault(m_verdict.files == 0 ? Kind::FilesMissing : Kind::CutShort, m_end.file,
                      m_verdict.files == 0 ? 0 : 1);
        } else if (m_next > 0 && m_end.next > m_next) {
            fault(Kind::CutShort, m_file, m_line + 1);
        } else if (m_end.next == m_next && !m_prev.isEmpty() && m_end.prev != m_prev) {
            fault(Kind::Changed, m_file, m_line);
        }
        if (!m_key || m_end.next <= 1)
            return;
        const bool mine = m_end.line->members.value("key"_L1).toString() == m_key->keyName();
        const bool unsealed = m_end.line->seal.isEmpty() && m_verdict.sealed > 0 && m_verdict.unsealed == 0;
        if ((mine && !m_end.line->isSealedBy(*m_key)) || unsealed)
            fault(Kind::Forged, endName, 0);
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

    QString m_folder;
    const PersonDigest* m_key;
    AuditVerdict m_verdict;
    AuditEnd m_end;
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

AuditVerdict verifyAudit(const QString& folder, const PersonDigest* key)
{
    return Verification(folder, key).run();
}

} // namespace hekim
