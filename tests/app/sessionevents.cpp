#include "app/sessionevents.h"

#include <QCoreApplication>

namespace hekim::test {

namespace {

using End = EndWish::Reason;
using Cause = LockCause;

// To the check of an earlier login, which was stopped.
void answerLate(Flow& flow, PinAnswer::Kind kind)
{
    if (!flow.checks.isEmpty())
        flow.checks.constFirst().answer(PinAnswer{kind, {}});
}

void keepPin(Flow& flow, const Result<void>& kept)
{
    if (!flow.keptPins.isEmpty())
        flow.keptPins.constLast()(kept);
}

SessionId another(const Flow& flow)
{
    return static_cast<SessionId>(static_cast<quint64>(flow.last) + 1);
}

QList<SessionEvent> launchEvents()
{
    return {
        {"launch, no doctor", "take", [](Flow& f) { f.launches.take(launchOf()); }},
        {"launch, doctor A", "take", [](Flow& f) { f.launches.take(launchOf(doctorA)); }},
        {"launch, doctor B", "take", [](Flow& f) { f.launches.take(launchOf(doctorB)); }},
        {"launch, nothing asked", "take", [](Flow& f) { f.launches.take({}); }},
        {"link, doctor B", "take", [](Flow& f) { f.launches.take(launchOf(doctorB, LaunchSource::Url)); }},
        {"link agreed to", "accept",
         [](Flow& f) { f.launches.accept(launchOf({}, LaunchSource::Url), f.session.session()); }},
        {"link of another session agreed to", "accept",
         [](Flow& f) { f.launches.accept(launchOf({}, LaunchSource::Url), another(f)); }},
        {"what waits is discarded", "discardWaiting", [](Flow& f) { f.launches.discardWaiting(); }},
    };
}

QList<SessionEvent> serviceEvents()
{
    return {
        {"services start", "servicesStarting", [](Flow& f) { f.session.servicesStarting(); }},
        {"services ready", "servicesReady", [](Flow& f) { f.session.servicesReady(); }},
        {"services failed", "servicesFailed",
         [](Flow& f) { f.session.servicesFailed(failure(ErrorKind::ConnectionFailed)); }},
        {"pages' program damaged", "pagesFailed",
         [](Flow& f) { f.session.pagesFailed(failure(ErrorKind::DamagedInstallation)); }},
        {"token taken away", "followDoctorSession",
         [](Flow& f) {
             f.doctorSession.logOut();
             QCoreApplication::processEvents(); // who waits for the login is told in the next turn
         }},
        {"renewal refused", "renewalFailed",
         [](Flow& f) { f.session.renewalFailed(failure(ErrorKind::CredentialsRefused)); }},
        {"page's dialog opens", "hasPageDialog", [](Flow& f) { f.pageDialog = true; }},
        {"page's dialog closes", "pageDialogClosed", [](Flow& f) { f.closePageDialog(); }},
    };
}

QList<SessionEvent> loginEvents()
{
    return {
        {"a key", "noteTyping", [](Flow& f) { f.session.noteTyping(); }},
        {"no key for a minute", "stopTyping",
         [](Flow& f) { QMetaObject::invokeMethod(&f.session, "stopTyping"); }},
        {"A asks to log in", "logIn", [](Flow& f) { f.session.logIn(doctorA, pin); }},
        {"B asks to log in", "logIn", [](Flow& f) { f.session.logIn(doctorB, pin); }},
        {"HBYS logs B in", "logInByLaunch", [](Flow& f) { f.session.logInByLaunch(doctorB); }},
        {"login stopped", "stopLogin", [](Flow& f) { f.session.stopLogin(); }},
        {"failed login goes on", "retryLogin", [](Flow& f) { f.session.retryLogin(f.failed); }},
        {"page left, failed login goes on", "stopTyping",
         [](Flow& f) {
             QMetaObject::invokeMethod(&f.session, "stopTyping");
             f.session.retryLogin(f.failed);
         }},
        {"A proposed, failed login goes on", "noteProposed",
         [](Flow& f) {
             f.session.noteProposed(doctorA);
             f.session.retryLogin(f.failed);
         }},
        {"B proposed, failed login goes on", "noteProposed",
         [](Flow& f) {
             f.session.noteProposed(doctorB);
             f.session.retryLogin(f.failed);
         }},
        {"another failed login goes on", "retryLogin", [](Flow& f) { f.session.retryLogin(another(f)); }},
        {"proxy's login given", "proxyLoginGiven", [](Flow& f) { f.session.proxyLoginGiven(); }},
        {"PIN right", anAnswer, [](Flow& f) { f.answerPin(PinAnswer::Kind::Right); }},
        {"PIN wrong", anAnswer, [](Flow& f) { f.answerPin(PinAnswer::Kind::Wrong); }},
        {"PIN must wait", anAnswer, [](Flow& f) { f.answerPin(PinAnswer::Kind::MustWait); }},
        {"no PIN yet", anAnswer, [](Flow& f) { f.answerPin(PinAnswer::Kind::NoPin); }},
        {"no keyring, never one", anAnswer, [](Flow& f) { f.answerPin(PinAnswer::Kind::NoKeyring); }},
        {"keyring does not answer", anAnswer, [](Flow& f) { f.failPin(ErrorKind::KeychainUnavailable); }},
        {"keyring stays locked", anAnswer, [](Flow& f) { f.failPin(ErrorKind::KeychainLocked); }},
        {"PIN damaged", anAnswer, [](Flow& f) { f.failPin(ErrorKind::BadSettings); }},
        {"late PIN right", anAnswer, [](Flow& f) { answerLate(f, PinAnswer::Kind::Right); }},
        {"late PIN wrong", anAnswer, [](Flow& f) { answerLate(f, PinAnswer::Kind::Wrong); }},
        {"token", anAnswer, [](Flow& f) { f.answerLoginWell(); }},
        {"token refused", anAnswer, [](Flow& f) { f.refuseLogin(); }},
        {"token failed", anAnswer, [](Flow& f) { f.answerLogin(HttpServerReply::text("boom", 500)); }},
    };
}

QList<SessionEvent> workEvents()
{
    return {
        {"PIN chosen", "choose", [](Flow& f) { f.session.pin().choose(pin); }},
        {"PIN declined", "declinePin", [](Flow& f) { f.session.declinePin(); }},
        {"PIN kept", anAnswer, [](Flow& f) { keepPin(f, {}); }},
        {"PIN not kept", anAnswer,
         [](Flow& f) { keepPin(f, tl::make_unexpected(failure(ErrorKind::KeychainUnavailable))); }},
        {"lock by the doctor", "lock", [](Flow& f) { f.session.lock(Cause::Doctor); }},
        {"lock, no key for long", "lock", [](Flow& f) { f.session.lock(Cause::Idle); }},
        {"lock by the system", "lock", [](Flow& f) { f.session.lock(Cause::System); }},
        {"unlock", "unlock", [](Flow& f) { f.session.unlock(pin); }},
        {"log out", "askEnd", [](Flow& f) { f.session.askEnd(End::LogOut); }},
        {"other doctor", "askEnd", [](Flow& f) { f.session.askEnd(End::OtherDoctor); }},
        {"switch to B", "askEnd", [](Flow& f) { f.session.askEnd(End::SwitchDoctor, doctorB); }},
        {"quit", "askEnd", [](Flow& f) { f.session.askEnd(End::Quit); }},
        {"log out agreed", "end",
         [](Flow& f) {
             f.session.end({End::LogOut, {}, f.session.session()});
         }},
        {"switch to B agreed", "end",
         [](Flow& f) {
             f.session.end({End::SwitchDoctor, doctorB, f.session.session()});
         }},
        {"quit agreed", "end",
         [](Flow& f) {
             f.session.end({End::Quit, {}, f.session.session()});
         }},
        {"end of another session agreed", "end",
         [](Flow& f) {
             f.session.end({End::LogOut, {}, another(f)});
         }},
    };
}

} // namespace

const QList<SessionEvent>& sessionEvents()
{
    static const QList<SessionEvent> all = launchEvents() + serviceEvents() + loginEvents() + workEvents();
    return all;
}

} // namespace hekim::test
