#include "app/session/doctorlogin.h"

#include "services/erapor/doctorsession.h"

#include <utility>

namespace hekim {

DoctorLogin::DoctorLogin(PinUse pinUse, CheckPin checkPin, DoctorSession& session, QObject* parent)
    : QObject(parent), m_pinUse(pinUse), m_checkPin(std::move(checkPin)), m_session(session)
{
}

void DoctorLogin::checkPin(const Attempt& attempt, const QString& pin)
{
    cancel();
    m_failed.reset();
    m_attempt = attempt;
    m_checking = true;
    m_call = m_checkPin(attempt.doctor, pin, this,
                        [this, id = attempt.session, typed = !pin.isEmpty()](
                            const Result<PinAnswer>& answer) { answerPin(id, typed, answer); });
}

void DoctorLogin::answerPin(SessionId session, bool typed, const Result<PinAnswer>& answer)
{
    if (!isCurrent(session) || !std::exchange(m_checking, false))
        return;
    const PinVerdict verdict = judgeLoginPin(m_pinUse, typed, answer);
    if (verdict.refusal) {
        emit pinRefused(*verdict.refusal);
        return;
    }
    m_attempt->standing = verdict.standing;
    const Attempt admitted = *m_attempt;
    emit pinSettled();
    if (isCurrent(session))
        askToken(admitted);
}

void DoctorLogin::askToken(const Attempt& attempt)
{
    cancel();
    m_failed.reset();
    m_attempt = attempt;
    m_call = m_session.logIn(attempt.doctor, this, [this, id = attempt.session](const Result<void>& result) {
        answerToken(id, result);
    });
}

void DoctorLogin::answerToken(SessionId session, const Result<void>& result)
{
    if (!isCurrent(session))
        return;
    const Attempt attempt = *m_attempt;
    if (result) {
        emit succeeded(attempt.standing);
        if (isCurrent(session))
            m_attempt.reset();
        return;
    }
    m_failed = Failed{attempt, result.error().kind, QDeadlineTimer(longestPause)};
    emit refused(result.error());
}

void DoctorLogin::cancel()
{
    m_checking = false;
    m_attempt.reset();
    m_call.cancel();
}

void DoctorLogin::forgetFailedOfOthers(const IdentityNumber& doctor)
{
    if (m_failed && m_failed->attempt.doctor != doctor)
        forgetFailed();
}

std::optional<DoctorLogin::Attempt> DoctorLogin::failed(SessionId session) const
{
    if (m_failed && m_failed->attempt.session == session && !m_failed->until.hasExpired())
        return m_failed->attempt;
    return {};
}

std::optional<DoctorLogin::Attempt> DoctorLogin::failedByProxy() const
{
    if (m_failed && m_failed->why == ErrorKind::Proxy)
        return failed(m_failed->attempt.session);
    return {};
}

} // namespace hekim
