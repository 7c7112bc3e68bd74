#pragma once

#include "app/session/pinverdict.h"
#include "core/call/callhandle.h"

#include <QObject>

namespace hekim {

/// The PIN of the doctor who is in: chosen at the first login, asked for at the lock. Answers that come after
/// end() are dropped.
class DoctorPin : public QObject
{
    Q_OBJECT

public:
    DoctorPin(PinUse use, CheckPin check, SetPin set, QObject* parent = nullptr);

    void begin(const IdentityNumber& doctor, PinStanding standing);
    void end();

    [[nodiscard]] bool isRequired() const { return m_use == PinUse::Required; }
    [[nodiscard]] bool isGuarded() const { return m_doctor && m_standing == PinStanding::Guarded; }
    [[nodiscard]] bool mustBeChosen() const { return m_doctor && m_standing == PinStanding::ToChoose; }

    void decline();
    /// The answer is accepted() or refused(), unless cancelCheck() or another check() comes before it.
    void check(const QString& pin);
    void cancelCheck();

public slots:
    /// The answer is kept() or notKept().
    void choose(const QString& pin);

signals:
    void kept();
    void notKept(const hekim::Error& error);
    void accepted();
    void refused(const hekim::PinRefusal& refusal);

private:
    void answerCheck(int number, bool typed, const Result<PinAnswer>& answer);
    void answerChoice(int number, const Result<void>& isKept);

    PinUse m_use;
    CheckPin m_check;
    SetPin m_set;
    std::optional<IdentityNumber> m_doctor;
    PinStanding m_standing = PinStanding::Unguarded;
    int m_current = 0; ///< number of the call whose answer counts
    CallHandle m_call;
};

} // namespace hekim
