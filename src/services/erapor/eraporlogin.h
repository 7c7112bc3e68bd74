#pragma once

#include "core/call/callback.h"
#include "core/identity/identitynumber.h"
#include "services/http/httpclient.h"
#include "services/secrets/credentialstore.h"
#include "services/token/token.h"

#include <QTimer>

namespace hekim {

/// Gets one token for a doctor: the institution's password from the keychain, the request, the reply. Whether
/// and when is the DoctorSession's to decide.
class EraporLogin : public QObject
{
    Q_OBJECT

public:
    EraporLogin(HttpClient& http, CredentialStore& credentials, QObject* parent = nullptr);
    ~EraporLogin() override;

    /// Opens the connection and reads the password ahead. The password is held until the next obtain(), for
    /// two minutes at most: a login page may stand there all day.
    void prepare(const Settings& settings);
    void forgetPassword();

    CallHandle obtain(const Settings& settings, const IdentityNumber& doctor, QObject* context,
                      std::function<void(Result<Token>)> done);

private:
    void fetchPassword(const Settings& settings, std::function<void(Result<QString>)> done);

    HttpClient& m_http;
    CredentialStore& m_credentials;
    QString m_password;
    QTimer m_forget;
    CallHandle m_reading;
    bool m_isReading = false;
    QList<std::function<void(Result<QString>)>> m_waiting;
};

} // namespace hekim
