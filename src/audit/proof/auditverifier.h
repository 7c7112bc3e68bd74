#pragma once

#include "audit/proof/auditfault.h"
#include "audit/proof/auditkeys.h"

#include <QList>

namespace hekim {

struct AuditVerdict
{
    static constexpr qsizetype mostFaults = 100;

    QList<AuditFault> faults; ///< in the order of the trail; the first mostFaults
    qint64 lines = 0;
    qsizetype files = 0;
    qint64 sealed = 0;   ///< with a key at hand, and checked
    qint64 unsealed = 0; ///< written without a keychain
    qint64 otherKey = 0; ///< sealed with a key that is not at hand, or does not count in the trail
    qint64 torn = 0;     ///< cut short by a crash, and told in the trail
    bool marked = false; ///< the mark outside the folder is there
};

/// Reads the whole trail. May run while the window writes. Without `keys` the chain alone is looked at, and
/// no seal.
AuditVerdict verifyAudit(const AuditLocation& location, const AuditKeys* keys);

} // namespace hekim
