#include "audit/sessionaudit.h"

#include "services/doctorsession.h"

#include <utility>

namespace hekim {

SessionAudit::SessionAudit(DoctorSession& session, AuditSink& sink, QObject* parent)
    : QObject(parent), m_session(session), m_sink(sink)
{
    connect(&session, &DoctorSession::stateChanged, this, &SessionAudit::follow);
}

SessionAudit::~SessionAudit()
{
    end();
}

void SessionAudit::follow()
{
    if (m_session.state() != DoctorSession::State::LoggedIn) {
        end();
        return;
    }
    const auto doctor = m_session.doctor();
    if (m_doctor == doctor)
        return;
    end();
    m_doctor = doctor;
    if (m_last && m_last != m_doctor)
        m_sink.record({.action = AuditAction::DoctorChanged, .doctor = m_doctor});
    m_sink.record({.action = AuditAction::Login, .doctor = m_doctor});
}

void SessionAudit::end()
{
    if (!m_doctor)
        return;
    m_last = std::exchange(m_doctor, {});
    m_sink.record({.action = AuditAction::LogOut, .doctor = m_last});
}

} // namespace hekim
