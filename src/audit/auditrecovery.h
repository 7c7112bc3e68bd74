#pragma once

#include "audit/proof/auditend.h"

#include <QSet>

namespace hekim {

/// What a process knows of a trail that it has read or written before. Ends that cannot be kept do not make
/// it read the whole trail again for each line.
struct AuditMemory
{
    std::optional<AuditEnd> written{}; ///< how far it has written
    std::optional<AuditEnd> read{};    ///< how far it has read or written, as lines that follow on each other
    QString key{};                     ///< name of the key by which what was read was judged
    QSet<qint64> absent{};             ///< numbers of lines that it has looked for in vain
};

/// Where the next line of a trail goes, after whatever happened since the last one: a crash, a full disk, or
/// hands that took something away. What cannot be proven then is said in the trail before it goes on, so that
/// going on hides nothing.
struct AuditRecovery
{
    AuditEnd end;
    QByteArray torn;             ///< what a crash left of a line at the end
    bool lineEndMissing = false; ///< of a whole line it left only that out
    QString former;              ///< name of the key before, for the line that follows (audittrust.h)
    QJsonObject unchecked;       ///< AuditEnd::proof(), where its key is not at hand: for the verification
    QJsonObject doubts;          ///< members of the line to write: "endMissing", "endUnproven", …

    /// Another process must not write meanwhile.
    static AuditRecovery of(const AuditLocation& location, const PersonDigest* key, AuditMemory& memory);

private:
    void startAt(const AuditLocation& location, const AuditEnd& read);
    void readOn(const AuditLocation& location, const QList<AuditFileName>& files, const PersonDigest* key);
    void catchUp(const QString& path, qint64 from, const PersonDigest* key);
    void judge(const AuditLocation& location, const AuditEnd& marker, const PersonDigest* key,
               QSet<qint64>& absent);
    /// Whether it is proven.
    bool judge(const AuditEnd& reached, const std::optional<AuditLine>& neighbour, const QString& folder,
               const PersonDigest* key);
    void judgeElsewhere(const AuditLocation& location, const AuditEnd& mark, bool isMarked,
                        QSet<qint64>& absent);
    void keepProof(const AuditEnd& reached, const PersonDigest* key);
    void goBeyond(const AuditEnd& reached);
};

} // namespace hekim
