#include "audit/proof/audittrust.h"

#include "audit/auditevent.h"

#include <QFile>
#include <QJsonArray>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hekim {

/// What lines with seals that hold say of keys.
struct AuditTrust::Statements
{
    struct Made
    {
        QString by;
        QString key;
        qint64 line = 0;
        bool isRemoval = false; ///< of what stood before, so it counts for all that is left
    };
    QSet<std::pair<QString, QString>> next;   ///< a key, and the one that follows
    QSet<std::pair<QString, QString>> former; ///< a key, and the one before
    QList<Made> made;

    void take(const AuditLine& line)
    {
        const QString by = line.keyName();
        if (const QString key = line.members.value(keychange::former).toString(); !key.isEmpty())
            former.insert({by, key});
        if (const QString key = line.members.value(keychange::next).toString(); !key.isEmpty())
            next.insert({by, key});
        const bool isRemoval = line.members.value("event"_L1) == toString(AuditAction::FilesRemoved);
        for (const QString& key : madeKeysIn(line))
            made.append({by, key, line.number, isRemoval});
    }
};

QStringList madeKeysIn(const AuditLine& line)
{
    QStringList keys;
    if (line.members.value(keychange::isMade).toBool())
        keys += line.members.value(keychange::next).toString();
    const QJsonArray made = line.members.value(keychange::made).toArray();
    for (const auto& key : made)
        keys += key.toString();
    return keys;
}

AuditTrust AuditTrust::of(const QString& folder, const AuditKeys& keys)
{
    AuditTrust trust;
    for (const AuditKey& key : keys) {
        if (key.isInForce)
            trust.m_line.insert(key.key.keyName());
    }
    Statements statements;
    for (const AuditFileName& name : auditFilesIn(folder)) {
        QFile file(folder + u'/' + name.toString());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        while (!file.atEnd()) {
            const QByteArray text = file.readLine(AuditLine::longest + 2);
            const auto line = text.contains("Key") ? AuditLine::read(text.trimmed()) : std::nullopt;
            const PersonDigest* key = line ? keyFor(*line, keys) : nullptr;
            if (key && line->members.contains("event"_L1) && line->isSealedBy(*key))
                statements.take(*line);
        }
    }
    while (trust.goBack(statements) || trust.goOn(statements))
        continue;
    return trust;
}

bool AuditTrust::counts(const AuditLine& line) const
{
    const auto from = m_from.constFind(line.keyName());
    return m_line.contains(line.keyName()) || (from != m_from.constEnd() && line.number >= *from);
}

/// Whether there was one more.
bool AuditTrust::goBack(const Statements& statements)
{
    return std::ranges::any_of(statements.former, [&](const std::pair<QString, QString>& change) {
        const auto& [key, former] = change;
        if (!m_line.contains(key) || m_line.contains(former) || !statements.next.contains({former, key}))
            return false;
        m_line.insert(former);
        return true;
    });
}

bool AuditTrust::goOn(const Statements& statements)
{
    return std::ranges::any_of(statements.made, [&](const Statements::Made& made) {
        const auto sealer = m_from.constFind(made.by);
        const bool isOfLine = m_line.contains(made.by);
        if ((!isOfLine && (made.isRemoval || sealer == m_from.constEnd() || *sealer > made.line)) ||
            m_line.contains(made.key))
            return false;
        const qint64 from = made.isRemoval ? 0 : made.line;
        const auto known = m_from.constFind(made.key);
        if (known != m_from.constEnd() && *known <= from)
            return false;
        m_from.insert(made.key, from);
        return true;
    });
}

} // namespace hekim
