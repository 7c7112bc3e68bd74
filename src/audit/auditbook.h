#pragma once

#include "audit/auditrecovery.h"

#include <QJsonObject>
#include <QList>

#include <chrono>
#include <functional>

class QLockFile;

namespace hekim {

/// How files are begun and removed (settings audit/…).
struct AuditRules
{
    int keepMonths = 24; ///< at least, before the present one (auditretention.h); 0: for ever
    qint64 largestFile = qint64{50} * 1024 * 1024;
};

/// The key before the present one, at hand: what is told under it, it proves.
struct AuditFormerKey
{
    /// How the present one came into the keychain.
    enum class Origin {
        Known, ///< it was there before, as far as is known
        Given, ///< just now, by provisioning
        Made   ///< just now, by the program
    };
    PersonDigest key;
    Origin present = Origin::Known;
};

/// Appends to a trail, one process at a time. Slow (it waits for the disk): never in the
/// window's thread.
class AuditBook
{
public:
    using Written = std::function<void(const QByteArray& line)>;

    explicit AuditBook(AuditLocation location, AuditRules rules = {});

    /// How long another process may hold the trail (2 s).
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }
    /// Told each line once it is on the disk.
    void setWritten(Written written) { m_written = std::move(written); }

    /// The key that the trail may end with. The next line with another one is told under this one before.
    void setFormerKey(const AuditFormerKey& former) { m_former = former; }

    /// Writes the entries in their order and takes what is on the disk out of the list. An entry holds at
    /// least "time" (UTC, ISO 8601) and "event". A line that a crash cut short is ended first and told by one
    /// of its own; of a part that does not fit nothing stays. Without `key` lines are not sealed.
    Result<void> append(QList<QJsonObject>& entries, const PersonDigest* key);

    /// Before the first line: keeps what the settings are. False where lines have been written, or it cannot.
    bool begin(const QJsonObject& settings, const PersonDigest* key);

private:
    Result<void> hold(QLockFile& lock, const PersonDigest* key);
    void recover(const PersonDigest* key);
    Result<void> tellKeyChange(QJsonObject first, const PersonDigest* key);
    [[nodiscard]] bool isAtBeginning() const;
    Result<void> mend(const QJsonObject& first, const PersonDigest* key);
    Result<AuditFileName> fileFor(const QJsonObject& entry, const PersonDigest* key);
    Result<void> removeOld(const QList<AuditFileName>& files, const AuditFileName& current,
                           const QJsonObject& first, const PersonDigest* key);
    Result<void> writeTo(const AuditFileName& file, const QList<QJsonObject>& entries,
                         const PersonDigest* key, const QByteArray& before = {});
    Result<void> keepEnd(const PersonDigest* key);
    [[nodiscard]] QString pathOf(const AuditFileName& file) const;

    AuditLocation m_location;
    AuditRules m_rules;
    std::chrono::milliseconds m_patience{2000};
    Written m_written;
    std::optional<AuditFormerKey> m_former;
    AuditMemory m_memory;
    QJsonObject m_told;    ///< doubts that it has written down, where the end cannot be kept since
    bool m_warned = false; ///< of a mark that cannot be written

    // While the trail is held:
    AuditRecovery m_found;
    AuditEnd m_end;
};

} // namespace hekim
