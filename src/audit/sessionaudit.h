#pragma once

#include "audit/auditevent.h"

#include <QObject>

namespace hekim {

class DoctorSession;

/// Writes down who logs in and out, by what the session itself says: whatever way ends it.
class SessionAudit : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    SessionAudit(DoctorSession& session, AuditSink& sink, QObject* parent = nullptr);
    /// The program ends: so does the session.
    ~SessionAudit() override;

private:
    void follow();
    void end();
    /// Tells whether it is the same doctor again, without keeping the number of one who has left (rule P4).
    [[nodiscard]] QByteArray markOf(const IdentityNumber& doctor) const;

    DoctorSession& m_session;
    AuditSink& m_sink;
    std::optional<IdentityNumber> m_doctor; ///< who is logged in
    QByteArray m_salt;
    QByteArray m_last; ///< mark of who was before
};

} // namespace hekim
