#pragma once

#include "audit/auditevent.h"
#include "audit/proof/auditend.h"
#include "audit/proof/auditkeys.h"
#include "core/settings/settings.h"

#include <QObject>

#include <vector>

namespace hekim {

/// Writes down which settings are others than when they were last compared, by whatever way they were
/// changed: dialog, provisioning, file or policy. Only their names: the values may be anything. What they
/// were stands in the trail itself, as digests in the line that tells of them and in what tells how far the
/// trail reaches, so that nothing beside the trail can be lost or put in its place. An end whose seal does
/// not hold says nothing: what the settings were is lost then.
class SettingsWatch : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    SettingsWatch(AuditLocation location, PersonDigests& persons, AuditSink& sink, QObject* parent = nullptr);

    /// What a doctor changed while the keychain did not answer is told in any case.
    ~SettingsWatch() override;

    /// The first time the keychain is asked for the key of the trail's end, and what was asked for waits
    /// until it gives it. `doctor` is who works while it is noticed, if a doctor is in.
    void compare(const Settings& settings, const std::optional<IdentityNumber>& doctor = {});
    /// The keychain answers again.
    void askForKeyAgain();

signals:
    /// What was asked for until now is told.
    void compared();

private:
    struct Seen
    {
        QJsonObject state;
        std::optional<IdentityNumber> doctor;
    };
    struct Reached
    {
        AuditEnd end;
        std::optional<AuditLine> line; ///< that it was written with
    };
    void readEnds(const AuditKeyOwner& present);
    void askForKeys();
    void answer(const AuditKeys& keys);
    [[nodiscard]] bool lacksKey(const AuditKeys& keys) const;
    [[nodiscard]] bool fits(const Reached& reached) const;
    [[nodiscard]] bool isProven(const Reached& reached, const AuditKeys& keys) const;
    void tellWaiting();
    void tell(const Seen& seen);

    AuditLocation m_location;
    PersonDigests& m_persons;
    AuditSink& m_sink;
    std::set<AuditKeyOwner> m_owners; ///< of the keys to ask for
    std::vector<Reached> m_ends;      ///< marker and mark, as they were found
    bool m_hasLines = false;          ///< files of it were there
    bool m_hasTrail = false;          ///< or something else that tells of one
    bool m_isAnswered = false;
    std::vector<Seen> m_waiting; ///< for the keys
    QJsonObject m_last;          ///< told by this process; its line might not be on the disk yet
};

} // namespace hekim
