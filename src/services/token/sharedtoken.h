#pragma once

#include "core/call/callback.h"
#include "services/token/token.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QObject>

#include <chrono>
#include <functional>
#include <optional>

namespace hekim {

/// One token that many callers share: they wait for one request together, a token in its last moments is not
/// handed out, one that a service refused is replaced once, and refused credentials are not sent again by
/// themselves (rule W3).
class SharedToken : public QObject
{
    Q_OBJECT

public:
    /// Gets a token from its service.
    using Obtain = std::function<CallHandle(QObject* context, std::function<void(Result<Token>)> done)>;

    /// `step` is that of its errors.
    SharedToken(Step step, Obtain obtain, QObject* parent = nullptr);
    ~SharedToken() override;

    /// The token at hand, good for at least another moment, or a new one.
    CallHandle get(QObject* context, std::function<void(Result<Token>)> done);
    /// Gets a new one ahead of need.
    void renew();
    /// A service answered 401 to this token: the next get() asks for another, once. When that one is refused
    /// as well, get() fails with Unauthorized until `retryMinutes` have passed.
    void refused(const QString& tokenValue);
    /// Back to the beginning; callers that wait are told Cancelled.
    void forget();

    [[nodiscard]] const std::optional<Token>& current() const { return m_token; }
    /// How long the token at hand was good for when it came.
    [[nodiscard]] std::chrono::milliseconds lifetime() const { return m_lifetime; }
    [[nodiscard]] bool areCredentialsRefused() const { return m_credentialsRefused.has_value(); }

    static constexpr int retryMinutes = 5;
    /// Another time than `retryMinutes`, for tests.
    void setRetryAfter(std::chrono::milliseconds time) { m_retryAfter = time; }

signals:
    /// Both before the callers are answered.
    void obtained(const hekim::Token& token);
    void failed(const hekim::Error& error);

private:
    [[nodiscard]] bool isGood() const;
    [[nodiscard]] Error failure(ErrorKind kind, const QString& detail = {}) const;
    void forgetToken();
    void ended(const Result<Token>& result);

    Step m_step;
    Obtain m_obtain;
    std::optional<Token> m_token;
    std::chrono::milliseconds m_lifetime{0};
    QElapsedTimer m_sinceToken;
    std::optional<Error> m_credentialsRefused;
    bool m_refusalPending = false; ///< a token was answered by 401, the next one replaces it
    bool m_renewedAfterRefusal = false;
    QDeadlineTimer m_blocked; ///< the renewed token was answered by 401 too
    std::chrono::milliseconds m_retryAfter = std::chrono::minutes(retryMinutes);
    bool m_requesting = false;
    CallHandle m_request;
    QList<Callback<Token>> m_callers;
};

/// Until then; negative when it has passed.
std::chrono::milliseconds timeUntil(const QDateTime& moment);

} // namespace hekim
