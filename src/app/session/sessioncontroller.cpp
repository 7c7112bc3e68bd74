#include "app/session/sessioncontroller.h"

#include "services/erapor/doctorsession.h"

#include <utility>

namespace hekim {

using namespace Qt::StringLiterals;

SessionController::SessionController(Parts parts, QObject* parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_login(m_parts.pinUse, m_parts.checkPin, m_parts.session)
    , m_pin(m_parts.pinUse, m_parts.checkPin, m_parts.setPin)
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(&m_typing, &QTimer::timeout, this, &SessionController::stopTyping);
    connect(&m_login, &DoctorLogin::pinSettled, this, [this] { enter(State::LoggingIn); });
    connect(&m_login, &DoctorLogin::pinRefused, this, &SessionController::refusePin);
    connect(&m_login, &DoctorLogin::succeeded, this, &SessionController::letIn);
    connect(&m_login, &DoctorLogin::refused, this, &SessionController::failLogin);
    connect(&m_pin, &DoctorPin::accepted, this, &SessionController::openLock);
    connect(&m_pin, &DoctorPin::refused, this, &SessionController::refusePin);
    connect(&m_parts.session, &DoctorSession::stateChanged, this, &SessionController::followDoctorSession);
    connect(&m_parts.session, &DoctorSession::renewalFailed, this, &SessionController::renewalFailed);
}

SessionController::State SessionController::stateOutside() const
{
    if (m_servicesFailure)
        return State::Unavailable;
    if (!m_servicesReady)
        return State::Starting;
    if (m_refusal)
        return State::Refused;
    return m_typing.isActive() ? State::Typing : State::LoggedOut;
}

void SessionController::enter(State next)
{
    const State before = std::exchange(m_state, next);
    if (before == next)
        return;
    emit stateChanged(before);
    if (m_state == next)
        emit stateSettled(before);
}

void SessionController::servicesStarting()
{
    if (m_state != State::Unavailable)
        return;
    m_servicesFailure.reset();
    enter(State::Starting);
}

void SessionController::servicesReady()
{
    m_servicesReady = true;
    m_servicesFailure.reset();
    if (m_state != State::Starting && m_state != State::Unavailable)
        return;
    m_refusal.reset(); // by services that were others
    m_parts.session.prepare();
    enter(stateOutside());
}

void SessionController::servicesFailed(const Error& error)
{
    m_servicesReady = false;
    m_servicesFailure = error;
    breakOff();
    if (isOutside())
        enter(State::Unavailable);
}

void SessionController::pagesFailed(const Error& error)
{
    breakOff();
    if (m_state != State::Quitting)
        emit loginFailed(error, SessionId::None);
}

void SessionController::breakOff()
{
    if (isIn())
        beginEnding({EndWish::Reason::Forced});
    else if (isBeingLetIn())
        giveUpLogin(Typed::Stays);
}

void SessionController::noteTyping()
{
    m_login.forgetFailed();
    if (!isOutside())
        return;
    m_typing.start();
    if (m_state == State::LoggedOut)
        enter(State::Typing);
}

void SessionController::stopTyping()
{
    m_login.forgetFailed(); // its doctor need not be the one who answers what it lacked
    if (m_state == State::Typing)
        enter(State::LoggedOut);
}

void SessionController::logIn(const IdentityNumber& doctor, const QString& pin)
{
    if (mayBeginLogin())
        beginLogin(doctor, pin, DoctorLogin::By::Person);
}

void SessionController::logInByLaunch(const IdentityNumber& doctor)
{
    // Without a PIN: one that stands in the field was typed by another person.
    if (m_state == State::LoggedOut)
        beginLogin(doctor, {}, DoctorLogin::By::Launch);
}

void SessionController::beginLogin(const IdentityNumber& doctor, const QString& pin, DoctorLogin::By by)
{
    const DoctorLogin::Attempt attempt = newAttempt(doctor, by, PinStanding::Unguarded);
    const bool usesPin = m_parts.pinUse != PinUse::Off;
    enter(usesPin ? State::CheckingPin : State::LoggingIn);
    if (usesPin)
        m_login.checkPin(attempt, pin);
    else
        m_login.askToken(attempt);
}

DoctorLogin::Attempt SessionController::newAttempt(const IdentityNumber& doctor, DoctorLogin::By by,
                                                   PinStanding standing)
{
    m_id = static_cast<SessionId>(++m_sessions);
    m_doctor = doctor;
    return {m_id, doctor, by, standing};
}

void SessionController::goOn(const std::optional<DoctorLogin::Attempt>& failed)
{
    if (!failed || !mayBeginLogin())
        return;
    const DoctorLogin::Attempt attempt = newAttempt(failed->doctor, failed->by, failed->standing);
    enter(State::LoggingIn);
    m_login.askToken(attempt);
}

void SessionController::letIn(PinStanding standing)
{
    if (const auto loaded = m_parts.loadPages(); !loaded) {
        giveUpLogin(Typed::Stays);
        emit loginFailed(loaded.error(), SessionId::None);
        return;
    }
    m_pin.begin(*m_doctor, standing);
    m_refusal.reset();
    m_typing.stop();
    enter(State::Working);
}

void SessionController::failLogin(const Error& error)
{
    const SessionId failed = m_id;
    if (error.kind == ErrorKind::CredentialsRefused)
        m_refusal = error;
    if (error.kind != ErrorKind::Cancelled)
        record(AuditAction::Login, AuditOutcome::Failed, auditDetailOf(error));
    giveUpLogin(Typed::Stays);
    if (error.kind != ErrorKind::Cancelled)
        emit loginFailed(error, failed);
}

void SessionController::refusePin(const PinRefusal& refusal)
{
    if (refusal.isTry())
        record(isIn() ? AuditAction::Unlock : AuditAction::Login, AuditOutcome::Failed, u"PIN"_s);
    if (isIn())
        enter(State::Locked);
    else
        giveUpLogin(Typed::Stays);
    emit pinRefused(refusal);
}

void SessionController::stopLogin()
{
    if (isBeingLetIn())
        giveUpLogin(Typed::Stays);
}

void SessionController::giveUpLogin(Typed typed)
{
    if (typed == Typed::IsVoid)
        m_typing.stop();
    else if (m_login.by() == DoctorLogin::By::Person)
        m_typing.start(); // it still stands there, and its writer before it
    forgetDoctor();
    m_parts.session.logOut();
    enter(stateOutside());
}

void SessionController::forgetDoctor()
{
    m_login.cancel();
    m_pin.end();
    m_id = SessionId::None;
    m_doctor.reset();
    m_wish.reset();
}

void SessionController::declinePin()
{
    if (!isIn() || !m_pin.mustBeChosen())
        return;
    m_pin.decline();
    if (m_pin.isRequired())
        beginEnding({EndWish::Reason::Forced});
}

void SessionController::lock(LockCause cause)
{
    if (m_state == State::Working) {
        record(AuditAction::Lock, AuditOutcome::Done, detailOf(cause));
        enter(State::Locked);
    } else if (m_state == State::Unlocking) {
        m_pin.cancelCheck();
        enter(State::Locked);
    } else if (isOutside() || isBeingLetIn()) {
        // Whose login this was has left: the next person must not go on with it.
        m_typing.stop();
        stopTyping();
        if (isBeingLetIn())
            giveUpLogin(Typed::IsVoid);
        emit typedIsVoid();
    }
}

void SessionController::unlock(const QString& pin)
{
    if (m_state != State::Locked)
        return;
    if (m_pin.isGuarded()) {
        enter(State::Unlocking);
        m_pin.check(pin);
    } else {
        openLock();
    }
}

void SessionController::openLock()
{
    record(AuditAction::Unlock);
    enter(State::Working);
}

void SessionController::renewalFailed(const Error& error)
{
    if (error.kind == ErrorKind::CredentialsRefused)
        m_refusal = error;
}

void SessionController::followDoctorSession()
{
    if (isIn() && m_parts.session.state() == DoctorSession::State::LoggedOut)
        beginEnding({EndWish::Reason::Forced});
}

void SessionController::askEnd(EndWish::Reason reason, const std::optional<IdentityNumber>& next)
{
    const EndWish wish{reason, next, m_id};
    const bool quits = reason == EndWish::Reason::Quit;
    if (m_state == State::Working && m_parts.hasPageDialog()) {
        m_wish = wish;
        m_wishUntil.setRemainingTime(longestWait);
    } else if (isIn()) {
        emit endAsked(wish);
    } else if (m_state == State::Ending) {
        if (quits)
            m_ending = wish;
    } else if (isBeingLetIn() && (quits || reason == EndWish::Reason::LogOut)) {
        giveUpLogin(Typed::IsVoid);
        emit typedIsVoid();
        if (quits)
            quit();
    } else if (isOutside() && quits) {
        quit();
    }
}

void SessionController::end(const EndWish& wish)
{
    if (wish.session != m_id)
        return;
    if (isIn())
        beginEnding(wish);
    else
        askEnd(wish.reason);
}

void SessionController::beginEnding(const EndWish& wish)
{
    forgetDoctor();
    m_ending = wish;
    enter(State::Ending);
    m_parts.session.logOut();
    if (!m_parts.hasPageDialog())
        finishEnding();
}

void SessionController::pageDialogClosed()
{
    if (m_state == State::Ending) {
        finishEnding();
        return;
    }
    if (const auto wish = std::exchange(m_wish, {}); wish && !m_wishUntil.hasExpired())
        emit endAsked(*wish);
    emit pageDialogGone();
}

void SessionController::finishEnding()
{
    if (m_state != State::Ending)
        return;
    const EndWish wish = std::exchange(m_ending, {});
    emit ended(wish);
    if (wish.reason == EndWish::Reason::Quit)
        quit();
    else
        enter(stateOutside());
}

void SessionController::quit()
{
    enter(State::Quitting);
    emit quitting();
}

void SessionController::record(AuditAction action, AuditOutcome outcome, const QString& detail)
{
    m_parts.audit.record({.action = action, .outcome = outcome, .doctor = m_doctor, .detail = detail});
}

} // namespace hekim
