#pragma once

#include "audit/proof/auditkeys.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace hekim {

/// How the trail tells of a change of key ("key-changed" and what follows it), in members of its lines.
namespace keychange {
/// Name of the key that follows, in a line sealed with the key before.
inline const QString next = QStringLiteral("nextKey");
/// There too: the program made that key just then, so that no person knows it. Another key might be known to
/// the one who gave it.
inline const QString isMade = QStringLiteral("nextKeyMade");
/// There too: the code of its institution, where that is another one.
inline const QString nextInstitution = QStringLiteral("nextInstitution");
/// Name of the key before, in the first line sealed with a key that came into the keychain just then.
inline const QString former = QStringLiteral("formerKey");
/// Of retention: names of the made keys that lines told of which are removed.
inline const QString made = QStringLiteral("madeKeys");
} // namespace keychange

/// Names of the keys that this line says the program made.
QStringList madeKeysIn(const AuditLine& line);

/// Which keys prove the lines of a trail. A key in the keychain alone proves nothing: a person who works as
/// this user can have the program store one that he knows, for an institution of his own. So only the key in
/// force counts by itself, and from there on what lines say that are sealed with a key that counts:
///
/// - The key before one that counts counts too where both say so: the later one in its first line, which the
///   program writes only where that key came into the keychain just then, and the former one in its last.
///   So a person who had the program store a key cannot put lines of it before those of a key that was there
///   already, or between two.
/// - A later key that the program made counts from the line on that tells of it. One that was given to the
///   program and is not in force any more does not: who gave it can write its lines.
class AuditTrust
{
public:
    static AuditTrust of(const QString& folder, const AuditKeys& keys);

    /// The key that the line names proves it, where its seal holds.
    [[nodiscard]] bool counts(const AuditLine& line) const;
    /// It is the one in force, or was before it: what it says of files that were removed before counts.
    [[nodiscard]] bool hasSucceeded(const QString& keyName) const { return m_line.contains(keyName); }

    friend bool operator==(const AuditTrust&, const AuditTrust&) = default;

private:
    struct Statements;
    bool goBack(const Statements& statements);
    bool goOn(const Statements& statements);

    QSet<QString> m_line;          ///< of the key in force
    QHash<QString, qint64> m_from; ///< of other keys: number of the first line from which on they count
};

} // namespace hekim
