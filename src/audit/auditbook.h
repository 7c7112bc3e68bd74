#pragma once

#include "audit/auditfiles.h"

#include <QJsonObject>
#include <QList>

#include <chrono>
#include <functional>

class QFile;

namespace hekim {

/// How files are begun and removed (settings audit/…).
struct AuditRules
{
    int keepMonths = 24; ///< before the present one; 0: for ever
    qint64 largestFile = qint64{50} * 1024 * 1024;
};

/// Appends to the trail in one folder, one process at a time. Slow (it waits for the disk): never in the
/// window's thread.
class AuditBook
{
public:
    using Written = std::function<void(const QByteArray& line)>;

    explicit AuditBook(QString folder, AuditRules rules = {});

    /// How long another process may hold the trail (2 s).
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }
    /// Told each line once it is on the disk.
    void setWritten(Written written) { m_written = std::move(written); }

    /// Writes the entries in their order and takes what is on the disk out of the list. An entry holds at
    /// least "time" (UTC, ISO 8601) and "event". A line that a crash cut short is ended first and told by one
    /// of its own; of a part that does not fit nothing stays. Without `key` lines are not sealed.
    Result<void> append(QList<QJsonObject>& entries, const PersonDigest* key);

private:
    Result<void> findEnd();
    void catchUp(const AuditFileName& file, qint64 from);
    Result<void> mend(const PersonDigest* key);
    Result<void> writeTo(const AuditFileName& file, const QList<QJsonObject>& entries,
                         const PersonDigest* key, const QByteArray& before = {});
    Result<void> removeOld(const AuditFileName& current, const QString& time, const PersonDigest* key);
    [[nodiscard]] QString pathOf(const AuditFileName& file) const;

    QString m_folder;
    AuditRules m_rules;
    std::chrono::milliseconds m_patience{2000};
    Written m_written;

    // While the trail is held:
    AuditEnd m_end;
    bool m_endWasMissing = false;
    QByteArray m_torn;             ///< what a crash left of a line
    bool m_lineEndMissing = false; ///< of a whole line it left only that out
};

} // namespace hekim
