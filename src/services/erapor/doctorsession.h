#pragma once

#include "core/call/callhandle.h"
#include "core/identity/identitynumber.h"
#include "core/settings/settings.h"
#include "services/token/token.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace hekim {

class CredentialStore;
class HttpClient;

/// The doctor who is logged in, and the e-Rapor token that goes with it (guide 000 section 4).
///
/// Everybody who needs the token asks here: concurrent callers share one request, a token near its end is
/// renewed while the doctor works, and a refused password is not sent again until the doctor logs in anew
/// (rule W3).
class DoctorSession : public QObject
{
    Q_OBJECT

public:
    enum class State { LoggedOut, LoggingIn, LoggedIn };

    /// Both must outlive the session. Without setSettings() it knows no institution and no address.
    DoctorSession(HttpClient& http, CredentialStore& credentials, QObject* parent = nullptr);
    ~DoctorSession() override;

    /// Settings with which the next login works; in training they arrive when the training ministry runs, and
    /// institution and password are those of core/settings/training.h. Changing them while a doctor is logged
    /// in logs out.
    void setSettings(const Settings& settings);

    [[nodiscard]] State state() const;
    [[nodiscard]] std::optional<IdentityNumber> doctor() const;

    /// Opens the connection to the token service and reads the keychain, so that logging in waits for the
    /// answer only.
    void prepare();

    /// Gets a token for this doctor. On failure the state is LoggedOut again.
    CallHandle logIn(const IdentityNumber& doctor, QObject* context, std::function<void(Result<void>)> done);
    /// Forgets doctor and token.
    void logOut();

    /// A token that is good for at least another moment: the one at hand or a renewed one. NotConfigured when
    /// logged out.
    CallHandle token(QObject* context, std::function<void(Result<Token>)> done);
    /// For what belongs to this doctor: NotConfigured where another one is logged in by now (rule P4).
    CallHandle tokenOf(const std::optional<IdentityNumber>& doctor, QObject* context,
                       std::function<void(Result<Token>)> done);
    /// A service or page answered 401 to this token: the next token() renews it, once. When the renewed one
    /// is refused as well, token() fails with Unauthorized until the next login or until
    /// SharedToken::retryMinutes have passed.
    void tokenRefused(const QString& tokenValue);
    /// Keys or mouse in the window: a person works. Without it, no token is renewed ahead of time.
    void noteActivity();

    [[nodiscard]] std::optional<QDateTime> tokenExpiresAt() const;

    /// Another time than SharedToken::retryMinutes, for tests.
    void setRetryAfter(std::chrono::milliseconds time);

signals:
    void stateChanged();
    void tokenRenewed();
    void renewalFailed(const hekim::Error& error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace hekim
