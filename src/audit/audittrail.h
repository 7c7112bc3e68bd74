#pragma once

#include "audit/auditbook.h"
#include "audit/auditevent.h"
#include "core/settings.h"

#include <QObject>

#include <memory>
#include <vector>

namespace hekim {

class AuditCopy;
class PersonDigests;

/// What the settings say about the trail.
AuditRules auditRulesOf(const Settings& settings);

/// The audit trail of a running program. Events get their time when they are recorded; numbers become keyed
/// digests as soon as the institution's key has come from the keychain (asked for at the first event), and a
/// thread of its own writes. Without a keychain the digests hold for this process only and lines are not
/// sealed. Where writing fails, events wait in memory and are tried again; nobody else's work stops.
class AuditTrail : public QObject, public AuditSink
{
    Q_OBJECT

public:
    /// `digests` must outlive it.
    AuditTrail(const QString& folder, const Settings& settings, PersonDigests& digests,
               QObject* parent = nullptr);
    /// Writes what still waits.
    ~AuditTrail() override;

    void record(const AuditEvent& event) override;

    /// How long to wait after a failure (30 s), for tests.
    void setRetryAfter(std::chrono::milliseconds time);
    /// Events that may wait while nothing can be written; beyond them only their number is kept.
    static constexpr qsizetype mostWaiting = 10000;

signals:
    /// Nothing can be written at present; told once until writing has worked again.
    void failed(const hekim::Error& error);
    /// All events up to some moment are on the disk, after each writing.
    void written();

private:
    class Writer;
    struct Waiting
    {
        AuditEvent event;
        QString time;
    };
    void take(const Result<PersonDigest>& digest);
    void send(const Waiting& waiting);

    QString m_environment;
    QString m_institution;
    QString m_station;
    PersonDigests& m_digests;
    std::optional<PersonDigest> m_digest;
    bool m_asked = false;
    std::vector<Waiting> m_waiting; ///< for the key
    std::unique_ptr<QThread> m_thread;
    Writer* m_writer;                  ///< lives in m_thread
    std::unique_ptr<AuditCopy> m_copy; ///< null where no syslog server is named
};

} // namespace hekim
