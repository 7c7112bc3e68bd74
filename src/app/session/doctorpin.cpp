#include "app/session/doctorpin.h"

#include <utility>

namespace hekim {

DoctorPin::DoctorPin(PinUse use, CheckPin check, SetPin set, QObject* parent)
    : QObject(parent), m_use(use), m_check(std::move(check)), m_set(std::move(set))
{
}

void DoctorPin::begin(const IdentityNumber& doctor, PinStanding standing)
{
    cancelCheck();
    m_doctor = doctor;
    m_standing = standing;
}

void DoctorPin::end()
{
    cancelCheck();
    m_doctor.reset();
    m_standing = PinStanding::Unguarded;
}

void DoctorPin::cancelCheck()
{
    ++m_current;
    m_call.cancel();
}

void DoctorPin::choose(const QString& pin)
{
    if (!mustBeChosen())
        return;
    cancelCheck();
    m_call = m_set(*m_doctor, pin, this,
                   [this, number = m_current](const Result<void>& kept) { answerChoice(number, kept); });
}

void DoctorPin::answerChoice(int number, const Result<void>& isKept)
{
    if (number != m_current || !mustBeChosen())
        return;
    if (!isKept) {
        emit notKept(isKept.error());
        return;
    }
    m_standing = PinStanding::Guarded;
    emit kept();
}

void DoctorPin::decline()
{
    cancelCheck();
    m_standing = PinStanding::Unguarded;
}

void DoctorPin::check(const QString& pin)
{
    cancelCheck();
    m_call = m_check(*m_doctor, pin, this,
                     [this, number = m_current, typed = !pin.isEmpty()](const Result<PinAnswer>& answer) {
                         answerCheck(number, typed, answer);
                     });
}

void DoctorPin::answerCheck(int number, bool typed, const Result<PinAnswer>& answer)
{
    if (number != m_current)
        return;
    cancelCheck();
    const PinVerdict verdict = judgeUnlockPin(typed, answer);
    if (verdict.refusal)
        emit refused(*verdict.refusal);
    else
        emit accepted();
}

} // namespace hekim
