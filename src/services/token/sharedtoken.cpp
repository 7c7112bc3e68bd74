#include "services/token/sharedtoken.h"

#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hekim {

namespace {

// A token is not handed out in its last moments: the page that gets it still has to load.
std::chrono::milliseconds lastMoments(std::chrono::milliseconds lifetime)
{
    return std::min<std::chrono::milliseconds>(10s, lifetime / 10);
}

// In place, where fill() would make a copy of its own to fill: another holder of this token shall hold
// nothing. A text that stands in the program itself is no token that came from a service.
void overwrite(QString& value)
{
    if (value.data_ptr()->isMutable())
        std::fill_n(const_cast<QChar*>(value.constData()), value.size(), QChar());
}

} // namespace

std::chrono::milliseconds timeUntil(const QDateTime& moment)
{
    return std::chrono::milliseconds(QDateTime::currentDateTimeUtc().msecsTo(moment));
}

SharedToken::SharedToken(Step step, Obtain obtain, QObject* parent)
    : QObject(parent), m_step(step), m_obtain(std::move(obtain))
{
}

SharedToken::~SharedToken()
{
    m_request.cancel();
    forgetToken();
}

CallHandle SharedToken::get(QObject* context, std::function<void(Result<Token>)> done)
{
    const Callback<Token> callback(context, std::move(done));
    if (!m_blocked.hasExpired()) {
        callback.answerLater(
            tl::make_unexpected(failure(ErrorKind::Unauthorized, u"a renewed token was refused as well"_s)));
    } else if (isGood()) {
        callback.answerLater(*m_token);
    } else if (m_credentialsRefused) {
        callback.answerLater(tl::make_unexpected(*m_credentialsRefused));
    } else {
        m_callers.append(callback);
        renew();
    }
    return callback.handle();
}

void SharedToken::renew()
{
    if (std::exchange(m_requesting, true))
        return;
    m_request = m_obtain(this, [this](const Result<Token>& result) { ended(result); });
}

void SharedToken::refused(const QString& tokenValue)
{
    // Several callers may be refused with the same token; those that come after its renewal are late.
    if (!m_token || m_token->value != tokenValue)
        return;
    if (m_renewedAfterRefusal && !m_sinceToken.hasExpired(m_retryAfter.count()))
        m_blocked.setRemainingTime(m_retryAfter);
    forgetToken();
    m_refusalPending = true;
}

void SharedToken::forget()
{
    m_request.cancel();
    m_requesting = false;
    forgetToken();
    m_credentialsRefused.reset();
    m_refusalPending = false;
    m_renewedAfterRefusal = false;
    m_blocked = {};
    for (const auto& caller : std::exchange(m_callers, {}))
        caller.answerLater(tl::make_unexpected(failure(ErrorKind::Cancelled)));
}

bool SharedToken::isGood() const
{
    return m_token && timeUntil(m_token->expiresAt) > lastMoments(m_lifetime);
}

Error SharedToken::failure(ErrorKind kind, const QString& detail) const
{
    return {.kind = kind, .step = m_step, .detail = detail};
}

void SharedToken::forgetToken()
{
    if (m_token)
        overwrite(m_token->value);
    m_token.reset();
}

void SharedToken::ended(const Result<Token>& result)
{
    m_requesting = false;
    // The callers are values of their own: any of them, or a listener, may end what this token belongs to.
    const auto callers = std::exchange(m_callers, {});
    if (result) {
        m_token = *result;
        m_lifetime = timeUntil(result->expiresAt);
        m_sinceToken.start();
        m_renewedAfterRefusal = std::exchange(m_refusalPending, false);
        emit obtained(*result);
    } else {
        if (result.error().kind == ErrorKind::CredentialsRefused)
            m_credentialsRefused = result.error();
        emit failed(result.error());
    }
    for (const auto& caller : callers)
        caller.answer(result);
}

} // namespace hekim
