#pragma once

#include "audit/auditfiles.h"

#include <QList>

namespace hekim {

/// Where the trail is not as it was written.
struct AuditFault
{
    enum class Kind {
        Changed,      ///< the line is not as it was written
        Missing,      ///< lines before this one are gone
        OutOfPlace,   ///< the line does not follow on the one before: inserted or moved
        CutShort,     ///< lines from this one on are gone
        Forged,       ///< not sealed with the institution's key, although it says so
        EndMissing,   ///< the end marker is not there, or was not when this line was written: lines may have
                      ///< been cut
        FilesMissing, ///< whole files before this line are gone without a word in the trail
        Unreadable,   ///< the file cannot be read
    };
    Kind kind = Kind::Changed;
    QString file;
    qint64 line = 0; ///< 1 and up; 0: of the file as a whole

    friend bool operator==(const AuditFault&, const AuditFault&) = default;
};

struct AuditVerdict
{
    static constexpr qsizetype mostFaults = 100;

    QList<AuditFault> faults; ///< in the order of the trail; the first mostFaults
    qint64 lines = 0;
    qsizetype files = 0;
    qint64 sealed = 0;   ///< with the key at hand, and checked
    qint64 unsealed = 0; ///< written without a keychain
    qint64 otherKey = 0; ///< sealed with another key
    qint64 torn = 0;     ///< cut short by a crash, and told in the trail
};

/// Reads the whole trail in a folder. Without a `key` seals are not checked. May run while the window writes.
AuditVerdict verifyAudit(const QString& folder, const PersonDigest* key);

} // namespace hekim
