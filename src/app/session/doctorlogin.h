#pragma once

#include "app/session/pinverdict.h"
#include "app/session/sessionid.h"
#include "core/call/callhandle.h"

#include <QDeadlineTimer>
#include <QObject>

#include <chrono>

namespace hekim {

class DoctorSession;

/// Lets one doctor in: the PIN first, then the token. A new login ends the one before; an answer to one that
/// is over is dropped.
class DoctorLogin : public QObject
{
    Q_OBJECT

public:
    enum class By { Person, Launch };

    struct Attempt
    {
        SessionId session;
        IdentityNumber doctor;
        By by;
        PinStanding standing;
    };

    /// Both outlive it.
    DoctorLogin(PinUse pinUse, CheckPin checkPin, DoctorSession& session, QObject* parent = nullptr);

    /// From the PIN on. Answers are signals, always later.
    void checkPin(const Attempt& attempt, const QString& pin);
    /// From the token on.
    void askToken(const Attempt& attempt);
    void cancel();
    [[nodiscard]] By by() const { return m_attempt ? m_attempt->by : By::Launch; }

    /// The login that failed last, where it could go on: this one, or any that the proxy kept from its
    /// service.
    [[nodiscard]] std::optional<Attempt> failed(SessionId session) const;
    [[nodiscard]] std::optional<Attempt> failedByProxy() const;
    void forgetFailed() { m_failed.reset(); }
    /// The next login is to be this doctor's: that of another one cannot go on.
    void forgetFailedOfOthers(const IdentityNumber& doctor);

    static constexpr std::chrono::minutes longestPause{5};

signals:
    void pinRefused(const hekim::PinRefusal& refusal);
    void pinSettled();
    void succeeded(hekim::PinStanding standing);
    void refused(const hekim::Error& error);

private:
    struct Failed
    {
        Attempt attempt;
        ErrorKind why;
        QDeadlineTimer until;
    };
    [[nodiscard]] bool isCurrent(SessionId session) const
    {
        return m_attempt && m_attempt->session == session;
    }
    void answerPin(SessionId session, bool typed, const Result<PinAnswer>& answer);
    void answerToken(SessionId session, const Result<void>& result);

    PinUse m_pinUse;
    CheckPin m_checkPin;
    DoctorSession& m_session;
    std::optional<Attempt> m_attempt;
    std::optional<Failed> m_failed;
    bool m_checking = false;
    CallHandle m_call;
};

} // namespace hekim
