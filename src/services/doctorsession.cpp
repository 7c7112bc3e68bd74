#include "services/doctorsession.h"

#include "services/eraporlogin.h"
#include "services/eraportoken.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>

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

// A token is not handed out in its last moments: the page that gets it still has to load.
std::chrono::milliseconds lastMoments(std::chrono::milliseconds lifetime)
{
    return std::min<std::chrono::milliseconds>(10s, lifetime / 10);
}

std::chrono::milliseconds timeUntil(const QDateTime& moment)
{
    return std::chrono::milliseconds(QDateTime::currentDateTimeUtc().msecsTo(moment));
}

Error failure(ErrorKind kind, const QString& detail = {})
{
    return {kind, eraporTokenStep(), InputFault::None, {}, 0, detail};
}

} // namespace

class DoctorSession::Private
{
public:
    Private(DoctorSession* session, HttpClient& http, CredentialStore& credentials)
        : q(session), login(http, credentials)
    {
        renewal.setSingleShot(true);
    }

    void setState(State next)
    {
        if (std::exchange(state, next) != next)
            emit q->stateChanged();
    }

    [[nodiscard]] bool hasGoodToken() const
    {
        return token && timeUntil(token->expiresAt) > lastMoments(lifetime);
    }

    void forgetToken()
    {
        renewal.stop();
        renewalDue = false;
        if (token)
            token->value.fill(u'\0');
        token.reset();
    }

    // Everything of the doctor, except the state's signal.
    void forgetDoctor()
    {
        request.cancel();
        requesting = false;
        forgetToken();
        login.forgetPassword();
        doctor.reset();
        refused.reset();
        refusalPending = false;
        renewedAfterRefusal = false;
        blocked = {};
        active = false;
        for (const auto& caller : std::exchange(tokenCallers, {}))
            caller.answerLater(tl::make_unexpected(failure(ErrorKind::Cancelled)));
        for (const auto& caller : std::exchange(loginCallers, {}))
            caller.answerLater(tl::make_unexpected(failure(ErrorKind::Cancelled)));
    }

    void requestToken()
    {
        if (std::exchange(requesting, true))
            return;
        renewalDue = false;
        renewal.stop();
        request =
            login.obtain(settings, *doctor, q, [this](const Result<Token>& result) { requestEnded(result); });
    }

    void requestEnded(const Result<Token>& result)
    {
        requesting = false;
        const auto forToken = std::exchange(tokenCallers, {});
        const auto forLogin = std::exchange(loginCallers, {});
        const bool wasLogin = state == State::LoggingIn;
        const QPointer<DoctorSession> alive(q);
        if (result) {
            takeToken(*result);
            setState(State::LoggedIn);
            if (alive && !wasLogin)
                emit q->tokenRenewed();
        } else if (wasLogin) {
            doctor.reset();
            setState(State::LoggedOut);
        } else {
            renewalFailed(result.error());
        }
        // The callers are values of their own: any of them may end the session.
        for (const auto& caller : forLogin)
            caller.answer(result.map([](const Token&) {}));
        for (const auto& caller : forToken)
            caller.answer(result);
    }

    void takeToken(const Token& fresh)
    {
        token = fresh;
        lifetime = timeUntil(fresh.expiresAt);
        sinceToken.start();
        renewedAfterRefusal = std::exchange(refusalPending, false);
        active = false;
        renewalDue = false;
        renewal.start(std::max<std::chrono::milliseconds>(lifetime - renewalMargin(lifetime), 0ms));
    }

    void renewalFailed(const Error& error)
    {
        // Rule W3: what was refused once is not sent again before the doctor logs in anew.
        if (error.kind == ErrorKind::CredentialsRefused) {
            refused = error;
        } else if (token && timeUntil(token->expiresAt) > renewalRetry) {
            renewal.start(renewalRetry);
        }
        emit q->renewalFailed(error);
    }

    // Ahead of its end a token is renewed for somebody who works, and for nobody else.
    void renewIfWanted()
    {
        if (renewalDue && active && !refused && token && timeUntil(token->expiresAt) > 0ms)
            requestToken();
    }

    DoctorSession* q;
    EraporLogin login;
    Settings settings;
    State state = State::LoggedOut;
    std::optional<IdentityNumber> doctor;

    std::optional<Token> token;
    std::chrono::milliseconds lifetime{0};
    QElapsedTimer sinceToken;
    QTimer renewal;
    bool renewalDue = false;
    bool active = false;

    std::optional<Error> refused; ///< what a renewal was refused with
    bool refusalPending = false;  ///< a token was answered by 401, the next one replaces it
    bool renewedAfterRefusal = false;
    QDeadlineTimer blocked; ///< the renewed token was answered by 401 too
    std::chrono::milliseconds retryAfter = std::chrono::minutes(retryMinutes);

    bool requesting = false;
    CallHandle request;
    QList<Callback<Token>> tokenCallers;
    QList<Callback<void>> loginCallers;
};

DoctorSession::DoctorSession(HttpClient& http, CredentialStore& credentials, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(this, http, credentials))
{
    connect(&d->renewal, &QTimer::timeout, this, [this] {
        d->renewalDue = true;
        d->renewIfWanted();
    });
}

DoctorSession::~DoctorSession()
{
    d->request.cancel();
    d->forgetToken();
}

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
    return d->token ? std::optional(d->token->expiresAt) : std::nullopt;
}

void DoctorSession::setRetryAfter(std::chrono::milliseconds time)
{
    d->retryAfter = time;
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
    const bool wasLoggedOut = d->state == State::LoggedOut;
    if (!wasLoggedOut)
        d->forgetDoctor();
    d->refused.reset();
    d->doctor = doctor;
    d->loginCallers.append(callback);
    d->requestToken();
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
    const Callback<Token> callback(context, std::move(done));
    if (d->state == State::LoggedOut) {
        callback.answerLater(
            tl::make_unexpected(failure(ErrorKind::NotConfigured, u"nobody is logged in"_s)));
    } else if (!d->blocked.hasExpired()) {
        callback.answerLater(
            tl::make_unexpected(failure(ErrorKind::Unauthorized, u"a renewed token was refused as well"_s)));
    } else if (d->hasGoodToken()) {
        callback.answerLater(*d->token);
    } else if (d->refused) {
        callback.answerLater(tl::make_unexpected(*d->refused));
    } else {
        d->tokenCallers.append(callback);
        d->requestToken();
    }
    return callback.handle();
}

void DoctorSession::tokenRefused(const QString& tokenValue)
{
    // Several pages may be refused with the same token; those that come after its renewal are late.
    if (!d->token || d->token->value != tokenValue)
        return;
    if (d->renewedAfterRefusal && !d->sinceToken.hasExpired(d->retryAfter.count()))
        d->blocked.setRemainingTime(d->retryAfter);
    d->forgetToken();
    d->refusalPending = true;
}

void DoctorSession::noteActivity()
{
    d->active = true;
    d->renewIfWanted();
}

} // namespace hekim
