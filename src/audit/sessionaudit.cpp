#include "audit/sessionaudit.h"

#include "services/erapor/doctorsession.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <utility>

namespace hekim {

SessionAudit::SessionAudit(DoctorSession& session, AuditSink& sink, QObject* parent)
    : QObject(parent), m_session(session), m_sink(sink), m_salt(16, Qt::Uninitialized)
{
    for (char& byte : m_salt)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
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
    if (!m_last.isEmpty() && m_last != markOf(*m_doctor))
        m_sink.record({.action = AuditAction::DoctorChanged, .doctor = m_doctor});
    m_sink.record({.action = AuditAction::Login, .doctor = m_doctor});
}

void SessionAudit::end()
{
    if (!m_doctor)
        return;
    m_last = markOf(*m_doctor);
    m_sink.record({.action = AuditAction::LogOut, .doctor = std::exchange(m_doctor, {})});
}

QByteArray SessionAudit::markOf(const IdentityNumber& doctor) const
{
    return QCryptographicHash::hash(m_salt + doctor.digits().toLatin1(), QCryptographicHash::Sha256);
}

} // namespace hekim
