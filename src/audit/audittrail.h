#pragma once

#include "audit/auditbook.h"
#include "audit/auditevent.h"
#include "core/settings/settings.h"

#include <QObject>

#include <memory>
#include <vector>

namespace hekim {

class PersonDigests;

/// What the settings say about the trail.
AuditRules auditRulesOf(const Settings& settings);

/// The audit trail of a running program. Events get their time when they are recorded; numbers become keyed
/// digests as soon as the institution's key has come from the keychain (asked for at the first event), and a
/// thread of its own writes. Without a keychain the digests hold for this process only and lines are not
/// sealed. Where writing fails, events wait in memory and are tried again; no work stops.
class AuditTrail : public QObject, public AuditSink
{
    Q_OBJECT

public:
    /// `digests` must outlive it.
    AuditTrail(const AuditLocation& location, const Settings& settings, PersonDigests& digests,
               QObject* parent = nullptr);
    /// Writes what still waits.
    ~AuditTrail() override;

    void record(const AuditEvent& event) override;
    void noteSettings(const QJsonObject& state) override;
    /// The institution's key was put into the keychain just now, in the place of this one. Before anything is
    /// recorded.
    void noteNewKey(const std::optional<PersonDigest>& former);
    /// The institution's key was taken out of the keychain: it seals what is recorded, and none is made.
    void noteRemovedKey(const PersonDigest& former);
    /// The keychain answers again: lines without a seal end here.
    void askForKeyAgain();

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
    void askForKey();
    void readKey();
    void findFormerKey(const PersonDigest& digest);
    void take(const Result<PersonDigest>& digest);
    void sendNoted();
    void send(const Waiting& waiting);

    AuditLocation m_location;
    QString m_environment;
    QString m_institution;
    QJsonObject m_place; ///< environment, institution, station: in every line
    PersonDigests& m_digests;
    std::optional<PersonDigest> m_digest;
    std::optional<PersonDigest> m_arrived; ///< the key, while the one before it is looked for
    std::optional<PersonDigest> m_former;  ///< that was replaced
    bool m_isGiven = false;                ///< the key, just now
    bool m_asked = false;
    bool m_hasKey = false;          ///< the institution's; else m_digest is this process's own
    QJsonObject m_noted;            ///< waits for the key
    std::vector<Waiting> m_waiting; ///< for the key
    std::unique_ptr<QThread> m_thread;
    Writer* m_writer; ///< lives in m_thread
};

} // namespace hekim
