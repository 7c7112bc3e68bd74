#pragma once

#include "audit/auditend.h"

namespace hekim {

/// Where the next line of a trail goes, after whatever happened since the last one: a crash, a full disk, or
/// hands that took something away. What cannot be proven then is said in the trail before it goes on, so that
/// going on hides nothing.
struct AuditRecovery
{
    AuditEnd end;
    QByteArray torn;             ///< what a crash left of a line at the end
    bool lineEndMissing = false; ///< of a whole line it left only that out
    QJsonObject unchecked;       ///< AuditEnd::proof(), where its key is not at hand: for the verification
    QJsonObject doubts;          ///< members of the line to write: "endMissing", "endUnproven", …

    /// `known`: how far this process has written, if it has. Another one must not write meanwhile.
    static AuditRecovery of(const AuditLocation& location, const PersonDigest* key,
                            const std::optional<AuditEnd>& known);

private:
    void readOn(const AuditLocation& location, const QList<AuditFileName>& files, const PersonDigest* key);
    void catchUp(const QString& path, qint64 from, const PersonDigest* key);
    void judge(const AuditLocation& location, const AuditEnd& marker, const PersonDigest* key);
    /// Whether it is proven.
    bool judge(const AuditEnd& reached, const std::optional<AuditLine>& neighbour, const QString& folder,
               const PersonDigest* key);
    void judgeElsewhere(const AuditLocation& location, const AuditEnd& mark, bool isMarked);
    void keepProof(const AuditEnd& reached, const PersonDigest* key);
    void goBeyond(const AuditEnd& reached);
};

} // namespace hekim
