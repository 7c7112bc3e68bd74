#pragma once

#include "core/call/callback.h"
#include "core/settings/settings.h"
#include "services/hes/hesquery.h"
#include "services/hes/hesreply.h"
#include "services/hes/hesresult.h"
#include "services/http/httpclient.h"
#include "services/secrets/credentialstore.h"

#include <QDeadlineTimer>
#include <QObject>

namespace hekim {

/// Asks the HES service (guide 004), with the institution's user name and password from the keychain. A user
/// name and password that were refused are not sent again as long as this object lives (rule W3).
class HesClient : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostCodes = 500; ///< in one batch request

    /// Both must outlive it, as must `settings`.
    HesClient(HttpClient& http, CredentialStore& credentials, const Settings& settings,
              QObject* parent = nullptr);
    ~HesClient() override;

    /// `place` counts for visitors only; an incomplete one is BadInput of "hes/address".
    CallHandle check(HesQuery query, const HesCode& code, const HesPlace& place, QObject* context,
                     std::function<void(Result<HesResult>)> done);
    /// At most mostCodes, of the institution's own staff.
    CallHandle checkStaff(const QList<HesCode>& codes, QObject* context,
                          std::function<void(Result<HesResults>)> done);

    /// How long the service asked to be left alone (Retry-After); 0 when it did not.
    [[nodiscard]] std::chrono::milliseconds pause() const;

signals:
    /// The service took user name and password: it answered what was asked, be it with a result or a code's
    /// fault.
    void loginTaken();

private:
    struct Login
    {
        QString user;
        QString password;
        friend bool operator==(const Login&, const Login&) = default;
    };
    CallHandle post(const QString& method, const QByteArray& body, const Callback<HttpReply>& callback);
    void readLogin(const Callback<Login>& callback);
    void note(const HttpReply& reply, const Login& login);

    HttpClient& m_http;
    CredentialStore& m_credentials;
    const Settings& m_settings;
    Login m_refused;
    QDeadlineTimer m_pause{0};
};

} // namespace hekim
