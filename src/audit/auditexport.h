#pragma once

#include "core/identity/identitynumber.h"
#include "services/secrets/persondigests.h"

#include <QDate>

#include <functional>
#include <optional>

namespace hekim {

/// Which lines of the trail are asked for; what is not given does not narrow.
struct AuditQuery
{
    std::optional<QDate> from; ///< days of this computer's own time, both included
    std::optional<QDate> to;
    std::optional<IdentityNumber> doctor; ///< needs the key
    std::optional<IdentityNumber> patient;

    [[nodiscard]] bool namesSomebody() const { return doctor || patient; }
};

struct AuditExport
{
    qint64 rows = 0;
    qint64 unreadable = 0; ///< lines that are not as they were written
    qint64 otherDays = 0;  ///< rows of other days, written between the asked ones with a clock that was wrong
    qint64 otherKey = 0;   ///< lines in the range whose people cannot be found with this key
};

/// Hands the lines as CSV, piece by piece and headed by a line of names, to `write`. Persons stand in it as
/// in the trail: masked, and as digests.
AuditExport exportAudit(const QString& folder, const AuditQuery& query, const PersonDigest* key,
                        const std::function<void(const QByteArray&)>& write);

} // namespace hekim
