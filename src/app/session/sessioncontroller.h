#pragma once

#include "app/session/doctorlogin.h"
#include "app/session/doctorpin.h"
#include "app/session/endwish.h"
#include "app/session/lockcause.h"
#include "audit/auditevent.h"

#include <QTimer>

#include <algorithm>
#include <initializer_list>

#include <chrono>
#include <functional>
#include <optional>

namespace hekim {

class DoctorSession;

/// Who is being let in, who is in, locked or not, ending: the one owner of that flow (rule P4). Windows show
/// its state and send it wishes; nothing else logs a doctor in or out.
///
/// Every input is a slot. What comes in a state that has no use for it is ignored; DoctorLogin and DoctorPin
/// drop answers that name another session than the current one.
class SessionController : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Starting,    ///< the services' addresses are not known yet
        Unavailable, ///< … and could not be learned
        LoggedOut,   ///< the login page is free: a launch may log its doctor in
        Typing,      ///< a person fills the login page in: launches wait
        Refused,     ///< the password was refused: only a person may have it sent again (rule W3)
        CheckingPin, ///< of the doctor who is being let in
        LoggingIn,   ///< the PIN is settled, the token is asked for
        Working,
        Locked,
        Unlocking, ///< locked, and the PIN is being checked
        Ending,    ///< no doctor is in any more, but a page's dialog still holds the pages
        Quitting   ///< the program ends: nothing begins any more
    };
    Q_ENUM(State)

    /// What the flow asks of others; all outlive the controller.
    struct Parts
    {
        PinUse pinUse;
        DoctorSession& session;
        AuditSink& audit;
        CheckPin checkPin;
        SetPin setPin;
        /// Loads the part of the program that shows pages, when a doctor is about to be in.
        std::function<Result<void>()> loadPages;
        /// A dialog that a page opened waits for its answer: no page may be deleted (rule W2).
        std::function<bool()> hasPageDialog;
    };
    explicit SessionController(Parts parts, QObject* parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] SessionId session() const { return m_id; }
    /// Who is being let in or is in.
    [[nodiscard]] const std::optional<IdentityNumber>& doctor() const { return m_doctor; }
    [[nodiscard]] bool isBeingLetIn() const { return isOneOf({State::CheckingPin, State::LoggingIn}); }
    /// Working, locked or not.
    [[nodiscard]] bool isIn() const { return isOneOf({State::Working, State::Locked, State::Unlocking}); }
    /// Launches are carried out now; in every other state they wait.
    [[nodiscard]] bool takesLaunches() const { return m_state == State::Working && !m_parts.hasPageDialog(); }
    [[nodiscard]] DoctorPin& pin() { return m_pin; }
    /// What stands on the login page is a person's.
    [[nodiscard]] bool isTyping() const { return m_typing.isActive(); }
    /// The password was refused, and no login has gone well since.
    [[nodiscard]] const std::optional<Error>& refusal() const { return m_refusal; }
    [[nodiscard]] const std::optional<Error>& servicesFailure() const { return m_servicesFailure; }

    /// After so long without a key on the login page no person fills it in any more.
    static constexpr std::chrono::seconds typingPause{60};
    /// How long a wish can wait.
    static constexpr std::chrono::minutes longestWait{5};

public slots:
    void servicesStarting();
    void servicesReady();
    void servicesFailed(const hekim::Error& error);
    /// The part that shows pages is missing or damaged.
    void pagesFailed(const hekim::Error& error);

    /// A key on the login page.
    void noteTyping();
    /// The login page names this doctor from now on: no other doctor's failed login goes on.
    void noteProposed(const hekim::IdentityNumber& doctor) { m_login.forgetFailedOfOthers(doctor); }
    /// A person asks for it on the login page.
    void logIn(const hekim::IdentityNumber& doctor, const QString& pin);
    /// The HBYS has authenticated the doctor (login/acceptDoctorFromLauncher).
    void logInByLaunch(const hekim::IdentityNumber& doctor);
    void stopLogin();
    /// What the failed login of that session lacked is there now: it goes on after its PIN.
    void retryLogin(hekim::SessionId failed) { goOn(m_login.failed(failed)); }
    /// Likewise, where it was the proxy's login that was lacking.
    void proxyLoginGiven() { goOn(m_login.failedByProxy()); }

    void declinePin();
    void lock(hekim::LockCause cause);
    void unlock(const QString& pin);
    void renewalFailed(const hekim::Error& error);
    void pageDialogClosed();

    /// A wish; endAsked() follows as soon as it may be asked about.
    void askEnd(hekim::EndWish::Reason reason, const std::optional<hekim::IdentityNumber>& next = {});
    /// The wish was agreed to, or there was nothing to ask.
    void end(const hekim::EndWish& wish);

signals:
    /// For what shows the state.
    void stateChanged(hekim::SessionController::State before);
    /// For what acts on it: after stateChanged(), and not where that has led to another state.
    void stateSettled(hekim::SessionController::State before);
    /// After State::Ending, in which all that belongs to the session went out of sight: no page's dialog
    /// holds the pages any more, and they are to be deleted.
    void ended(const hekim::EndWish& wish);
    /// No page's dialog keeps launches waiting any more.
    void pageDialogGone();

    void loginFailed(const hekim::Error& error, hekim::SessionId failed);
    void pinRefused(const hekim::PinRefusal& refusal);
    /// What stands in the login page's fields does not count any more.
    void typedIsVoid();
    /// May the session end? end() answers.
    void endAsked(const hekim::EndWish& wish);
    /// The program may end now.
    void quitting();

private slots:
    void followDoctorSession();
    void stopTyping();

private:
    enum class Typed { Stays, IsVoid };

    void enter(State next);
    /// Which of the states in which no doctor is in.
    [[nodiscard]] State stateOutside() const;
    [[nodiscard]] bool isOneOf(std::initializer_list<State> states) const
    {
        return std::find(states.begin(), states.end(), m_state) != states.end();
    }
    [[nodiscard]] bool mayBeginLogin() const
    {
        return isOneOf({State::LoggedOut, State::Typing, State::Refused});
    }
    /// No doctor is in or on the way.
    [[nodiscard]] bool isOutside() const
    {
        return mayBeginLogin() || isOneOf({State::Starting, State::Unavailable});
    }
    void beginLogin(const IdentityNumber& doctor, const QString& pin, DoctorLogin::By by);
    void goOn(const std::optional<DoctorLogin::Attempt>& failed);
    DoctorLogin::Attempt newAttempt(const IdentityNumber& doctor, DoctorLogin::By by, PinStanding standing);
    void breakOff();
    void letIn(PinStanding standing);
    void refusePin(const PinRefusal& refusal);
    void failLogin(const Error& error);
    void giveUpLogin(Typed typed);
    void openLock();
    /// Who was being let in or was in is so no more; every call made for them is cancelled.
    void forgetDoctor();
    void beginEnding(const EndWish& wish);
    void finishEnding();
    void quit();
    void record(AuditAction action, AuditOutcome outcome = AuditOutcome::Done, const QString& detail = {});

    Parts m_parts;
    DoctorLogin m_login;
    DoctorPin m_pin;
    State m_state = State::Starting;
    SessionId m_id = SessionId::None;
    quint64 m_sessions = 0; ///< so many were begun
    std::optional<IdentityNumber> m_doctor;
    bool m_servicesReady = false;
    std::optional<Error> m_servicesFailure;
    std::optional<Error> m_refusal;
    std::optional<EndWish> m_wish; ///< waits for a page's dialog to close
    QDeadlineTimer m_wishUntil;
    EndWish m_ending;
    QTimer m_typing;
};

} // namespace hekim
