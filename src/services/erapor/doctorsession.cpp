#include "services/erapor/doctorsession.h"

#include "services/erapor/eraporlogin.h"
#include "services/erapor/eraportoken.h"
#include "services/token/sharedtoken.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hekim {

namespace {

constexpr auto renewalRetry = 30s;

// A token is renewed this much before its end: a minute, or less for those that live shorter.
std::chrono::milliseconds renewalMargin(std::chrono::milliseconds lifetime)
{
    return std::min<std::chrono::milliseconds>(60s, lifetime / 5);
}

Error failure(ErrorKind kind, const QString& detail = {})
{
    return {.kind = kind, .step = Step::EraporToken, .detail = detail};
}

} // namespace

class DoctorSession::Private
{
public:
    Private(DoctorSession* session, HttpClient& http, CredentialStore& credentials)
        : q(session)
        , login(http, credentials)
        , token(Step::EraporToken, [this](QObject* context, std::function<void(Result<Token>)> done) {
            renewalDue = false;
            renewal.stop();
            return login.obtain(settings, *doctor, context, std::move(done));
        })
    {
        renewal.setSingleShot(true);
    }

    void setState(State next)
    {
        if (std::exchange(state, next) != next)
            emit q->stateChanged();
    }

    // Everything of the doctor, except the state's signal.
    void forgetDoctor()
    {
        token.forget();
        renewal.stop();
        renewalDue = false;
        login.forgetPassword();
        doctor.reset();
        active = false;
        for (const auto& caller : std::exchange(loginCallers, {}))
            caller.answerLater(tl::make_unexpected(failure(ErrorKind::Cancelled)));
    }

    void tokenObtained()
    {
        active = false;
        renewalDue = false;
        const auto lifetime = token.lifetime();
        renewal.start(std::max<std::chrono::milliseconds>(lifetime - renewalMargin(lifetime), 0ms));
        const bool wasLogin = state == State::LoggingIn;
        // The callers are values of their own: any of them may end the session.
        const auto callers = std::exchange(loginCallers, {});
        const QPointer<DoctorSession> alive(q);
        setState(State::LoggedIn);
        if (alive && !wasLogin)
            emit q->tokenRenewed();
        for (const auto& caller : callers)
            caller.answer({});
    }

    void tokenFailed(const Error& error)
    {
        if (state == State::LoggingIn) {
            const auto callers = std::exchange(loginCallers, {});
            doctor.reset();
            setState(State::LoggedOut);
            for (const auto& caller : callers)
                caller.answer(tl::make_unexpected(error));
            return;
        }
        if (!token.areCredentialsRefused() && token.current() &&
            timeUntil(token.current()->expiresAt) > renewalRetry)
            renewal.start(renewalRetry);
        emit q->renewalFailed(error);
    }

    // Ahead of its end a token is renewed for a doctor who works, and not otherwise.
    void renewIfWanted()
    {
        if (renewalDue && active && !token.areCredentialsRefused() && token.current() &&
            timeUntil(token.current()->expiresAt) > 0ms)
            token.renew();
    }

    DoctorSession* q;
    EraporLogin login;
    Settings settings;
    State state = State::LoggedOut;
    std::optional<IdentityNumber> doctor;

    SharedToken token;
    QTimer renewal;
    bool renewalDue = false;
    bool active = false;
    QList<Callback<void>> loginCallers;
};

DoctorSession::DoctorSession(HttpClient& http, CredentialStore& credentials, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(this, http, credentials))
{
    connect(&d->renewal, &QTimer::timeout, this, [this] {
        d->renewalDue = true;
        d->renewIfWanted();
    });
    connect(&d->token, &SharedToken::obtained, this, [this] { d->tokenObtained(); });
    connect(&d->token, &SharedToken::failed, this, [this](const Error& error) { d->tokenFailed(error); });
}

DoctorSession::~DoctorSession() = default;

void DoctorSession::setSettings(const Settings& settings)
{
    logOut();
    d->settings = settings;
}

DoctorSession::State DoctorSession::state() const
{
    return d->state;
}

std::optional<IdentityNumber> DoctorSession::doctor() const
{
    return d->doctor;
}

std::optional<QDateTime> DoctorSession::tokenExpiresAt() const
{
    const auto& token = d->token.current();
    return token ? std::optional(token->expiresAt) : std::nullopt;
}

void DoctorSession::setRetryAfter(std::chrono::milliseconds time)
{
    d->token.setRetryAfter(time);
}

void DoctorSession::prepare()
{
    d->login.prepare(d->settings);
}

CallHandle DoctorSession::logIn(const IdentityNumber& doctor, QObject* context,
                                std::function<void(Result<void>)> done)
{
    const Callback<void> callback(context, std::move(done));
    auto handle = callback.handle([self = QPointer<DoctorSession>(this)] {
        // The last one who waited for this login has left: it is over.
        if (self && self->d->state == State::LoggingIn &&
            std::none_of(self->d->loginCallers.cbegin(), self->d->loginCallers.cend(),
                         [](const auto& caller) { return caller.isWanted(); }))
            self->logOut();
    });
    // A second click is the same login.
    if (d->state == State::LoggingIn && d->doctor == doctor) {
        d->loginCallers.append(callback);
        return handle;
    }
    if (d->state == State::LoggedOut)
        d->token.forget(); // the password that was read ahead stays
    else
        d->forgetDoctor();
    d->doctor = doctor;
    d->loginCallers.append(callback);
    d->token.renew();
    d->setState(State::LoggingIn);
    return handle;
}

void DoctorSession::logOut()
{
    d->forgetDoctor();
    d->setState(State::LoggedOut);
}

CallHandle DoctorSession::token(QObject* context, std::function<void(Result<Token>)> done)
{
    if (d->state != State::LoggedOut)
        return d->token.get(context, std::move(done));
    const Callback<Token> callback(context, std::move(done));
    callback.answerLater(tl::make_unexpected(failure(ErrorKind::NotConfigured, u"nobody is logged in"_s)));
    return callback.handle();
}

CallHandle DoctorSession::tokenOf(const std::optional<IdentityNumber>& doctor, QObject* context,
                                  std::function<void(Result<Token>)> done)
{
    if (doctor && doctor == d->doctor)
        return token(context, std::move(done));
    const Callback<Token> callback(context, std::move(done));
    callback.answerLater(tl::make_unexpected(failure(ErrorKind::NotConfigured, u"its doctor has left"_s)));
    return callback.handle();
}

void DoctorSession::tokenRefused(const QString& tokenValue)
{
    d->token.refused(tokenValue);
}

void DoctorSession::noteActivity()
{
    d->active = true;
    d->renewIfWanted();
}

} // namespace hekim
