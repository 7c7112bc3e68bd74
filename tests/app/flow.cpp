#include "app/flow.h"

#include <QEventLoop>
#include <QTest>

namespace hekim::test {

namespace {

Settings settingsOf(const TestSettings& files, const QUrl& address, const QMap<QString, QString>& more)
{
    QMap<QString, QString> values = TestSettings::site(address);
    values.insert(u"login/pin"_s, u"optional"_s);
    values.insert(u"login/acceptDoctorFromLauncher"_s, u"true"_s);
    values.insert(u"network/proxy"_s, u"none"_s);
    values.insert(more);
    files.setUser(values);
    return files.load();
}

} // namespace

LaunchRequest launchOf(const std::optional<IdentityNumber>& doctor, LaunchSource source,
                       const IdentityNumber& whom)
{
    LaunchRequest request;
    request.doctor = doctor;
    request.patient = whom;
    request.source = source;
    return request;
}

Error failure(ErrorKind kind)
{
    return {.kind = kind, .step = Step::EraporToken};
}

LoginServer::LoginServer()
{
    m_server.route(erapor::tokenPath, [this](const HttpServerRequest&) { return reply(); });
}

LoginServer::~LoginServer()
{
    letGo();
}

void LoginServer::answer(const HttpServerReply& reply)
{
    const std::scoped_lock lock(m_mutex);
    m_reply = reply;
    m_changed.notify_all();
}

void LoginServer::hold()
{
    const std::scoped_lock lock(m_mutex);
    m_reply.reset();
}

void LoginServer::letGo()
{
    const std::scoped_lock lock(m_mutex);
    ++m_generation;
    m_changed.notify_all();
}

HttpServerReply LoginServer::reply()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this, generation = m_generation] { return m_reply || m_generation != generation; });
    return m_reply.value_or(HttpServerReply::cutBefore());
}

Flow::Flow(LoginServer& loginServer, const QMap<QString, QString>& more, std::chrono::milliseconds launchWait)
    : server(loginServer)
    , settings(settingsOf(files, loginServer.url(), more))
    , session({pinUseFromString(settings.value(u"login/pin"_s)), doctorSession, *this,
               [this](const IdentityNumber& doctor, const QString& typed, QObject*, auto done) {
                   proposed.reset();
                   checks.append({doctor, typed, [this, doctor, done, id = session.session()](auto answer) {
                                      admit(doctor, id, answer);
                                      done(answer);
                                  }});
                   return CallHandle(); // a cancelled check answers all the same
               },
               [this](const IdentityNumber&, const QString&, QObject*, auto done) {
                   keptPins.append(done);
                   return CallHandle();
               },
               [this]() -> Result<void> {
                   if (pagesMissing)
                       return tl::make_unexpected(*pagesMissing);
                   return {};
               },
               [this] { return pageDialog; }})
    , launches(settings, session, launchWait)
{
    http.configure(settings);
    credentials.keepInMemory(SecretName::UssPassword, ownerOf(SecretName::UssPassword, settings),
                             erapor::password);
    doctorSession.setSettings(settings);
    listen();
}

void Flow::listen()
{
    const auto say = [this](QChar letter) { return [this, letter] { said += letter; }; };
    QObject::connect(&launches, &LaunchController::openAsked, &session, [this](const LaunchRequest& request) {
        said += u'o';
        opened.append(request);
    });
    QObject::connect(&launches, &LaunchController::proposed, &session, say(u'p'));
    QObject::connect(&launches, &LaunchController::switchAsked, &session, say(u's'));
    QObject::connect(&launches, &LaunchController::doctorProposed, &session,
                     [this](const IdentityNumber& doctor) {
                         said += u'f';
                         proposed = doctor;
                     });
    QObject::connect(&launches, &LaunchController::waitingChanged, &session, say(u'w'));
    QObject::connect(&launches, &LaunchController::dropped, &session, say(u'd'));
    QObject::connect(&launches, &LaunchController::notKept, &session, [this](const QString& sentences) {
        said += u'r';
        notKept.append(sentences);
    });
    QObject::connect(&launches, &LaunchController::carriedOut, &session, say(u'c'));
    QObject::connect(&doctorSession, &DoctorSession::stateChanged, &session, [this] {
        if (doctorSession.state() == DoctorSession::State::LoggingIn)
            said += u't';
    });
    QObject::connect(&session, &SessionController::loginFailed, &session, [this](const Error&, SessionId id) {
        said += u'!';
        failed = id;
    });
    QObject::connect(&session, &SessionController::stateChanged, &session, [this] {
        if (session.session() != SessionId::None)
            last = session.session();
    });
    QObject::connect(&session, &SessionController::pinRefused, &session, say(u'x'));
    QObject::connect(&session, &SessionController::typedIsVoid, &session, say(u'v'));
    QObject::connect(&session, &SessionController::endAsked, &session, [this](const EndWish& wish) {
        said += u'q';
        wishes.append(wish);
    });
    QObject::connect(&session, &SessionController::ended, &session, say(u'e'));
    QObject::connect(&session.pin(), &DoctorPin::kept, &session, say(u'k'));
    QObject::connect(&session.pin(), &DoctorPin::notKept, &session, say(u'n'));
    QObject::connect(&session, &SessionController::pageDialogGone, &session, say(u'g'));
    QObject::connect(&session, &SessionController::quitting, &session, say(u'Q'));
}

void Flow::bring(State state)
{
    if (state == State::Starting)
        return;
    session.servicesReady();
    // An earlier login of the same doctor: its answers are late ones from now on.
    session.logIn(doctorA, pin);
    session.stopLogin();
    session.lock(LockCause::Idle); // the login page is free
    switch (state) {
    case State::Starting:
    case State::LoggedOut:
        break;
    case State::Unavailable:
        session.servicesFailed(failure(ErrorKind::ConnectionFailed));
        break;
    case State::Typing:
        session.noteTyping();
        break;
    case State::Refused:
        session.logInByLaunch(doctorA);
        answerPin(PinAnswer::Kind::Right);
        refuseLogin();
        break;
    case State::CheckingPin:
        session.logIn(doctorA, pin);
        break;
    case State::LoggingIn:
        session.logIn(doctorA, pin);
        answerPin(PinAnswer::Kind::Right);
        break;
    case State::Working:
        letInWithoutPin();
        break;
    case State::Locked:
        letIn(doctorA);
        session.lock(LockCause::Doctor);
        break;
    case State::Unlocking:
        letIn(doctorA);
        session.lock(LockCause::Doctor);
        session.unlock(pin);
        break;
    case State::Ending:
        letInWithoutPin();
        pageDialog = true;
        session.end({EndWish::Reason::LogOut, {}, session.session()});
        break;
    case State::Quitting:
        letInWithoutPin();
        session.end({EndWish::Reason::Quit, {}, session.session()});
        break;
    }
    said.clear();
}

void Flow::letIn(const IdentityNumber& doctor)
{
    session.logIn(doctor, pin);
    answerPin(PinAnswer::Kind::Right);
    answerLoginWell();
}

void Flow::unlock()
{
    session.unlock(pin);
    answerPin(PinAnswer::Kind::Right);
}

void Flow::letInWithoutPin()
{
    session.logIn(doctorA, {});
    answerPin(PinAnswer::Kind::NoPin);
    answerLoginWell();
    session.pin().choose(pin);
}

// The PIN is optional in these flows.
void Flow::admit(const IdentityNumber& doctor, SessionId id, const Result<PinAnswer>& answer)
{
    using Kind = PinAnswer::Kind;
    const bool admits = answer && (answer->kind == Kind::Right || answer->kind == Kind::NoPin ||
                                   answer->kind == Kind::NoKeyring);
    if (admits && session.state() == State::CheckingPin && session.session() == id)
        admitted = doctor;
}

void Flow::answerPin(PinAnswer::Kind kind)
{
    if (!checks.isEmpty())
        checks.constLast().answer(PinAnswer{kind, {}});
}

void Flow::failPin(ErrorKind kind)
{
    if (!checks.isEmpty())
        checks.constLast().answer(tl::make_unexpected(failure(kind)));
}

void Flow::answerLogin(const HttpServerReply& reply)
{
    const auto isOver = [this] { return doctorSession.state() != DoctorSession::State::LoggingIn; };
    if (isOver())
        return;
    server.answer(reply);
    constexpr int patience = 30'000;
    if (!QTest::qWaitFor(isOver, patience))
        qFatal("the login does not end");
    server.hold();
}

void Flow::answerLoginWell()
{
    answerLogin(HttpServerReply::json(R"({"access_token":"a-token-of-this-login","expires_in":1200})"));
}

void Flow::refuseLogin()
{
    answerLogin(HttpServerReply::json(R"({"error":"invalid_grant"})", 400));
}

void Flow::closePageDialog()
{
    pageDialog = false;
    session.pageDialogClosed();
}

QString Flow::fault() const
{
    const auto theirs = doctorSession.doctor();
    switch (session.state()) {
    case State::Starting:
    case State::Unavailable:
    case State::LoggedOut:
    case State::Typing:
    case State::Refused:
    case State::Ending:
    case State::Quitting:
        if (session.doctor() || theirs || session.session() != SessionId::None)
            return u"a doctor is left where no doctor is in"_s;
        if (doctorSession.state() != DoctorSession::State::LoggedOut)
            return u"a token is left where no doctor is in"_s;
        break;
    case State::CheckingPin:
        if (!session.doctor() || theirs)
            return u"another doctor is in while a PIN is checked"_s;
        break;
    case State::LoggingIn:
        if (!session.doctor() || session.doctor() != theirs || session.doctor() != admitted ||
            doctorSession.state() != DoctorSession::State::LoggingIn)
            return u"the token is asked for in another name"_s;
        if (proposed && proposed != session.doctor())
            return u"the login goes on for another doctor than the page names"_s;
        break;
    case State::Working:
    case State::Locked:
    case State::Unlocking:
        if (!session.doctor() || session.doctor() != theirs || session.doctor() != admitted ||
            doctorSession.state() != DoctorSession::State::LoggedIn)
            return u"the token is another doctor's"_s;
        break;
    }
    return {};
}

} // namespace hekim::test
