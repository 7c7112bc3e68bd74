#pragma once

#include "core/call/callback.h"
#include "services/radiology/ogntoken.h"
#include "services/token/token.h"

#include <QObject>

namespace hekim {

class CredentialStore;

/// Gets tokens of OGN with the institution's e-Nabız password. A refusal is remembered for all of them: the
/// same password would be refused for the next patient too, and an account can be locked that way (rule W3).
class OgnLogin : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    OgnLogin(HttpClient& http, CredentialStore& credentials, QObject* parent = nullptr);

    CallHandle obtain(const Settings& settings, const std::optional<ImageSubject>& subject, QObject* context,
                      std::function<void(Result<Token>)> done);
    /// The doctor asks for it: the password may be sent once more.
    void forgive() { m_refused.reset(); }

private:
    CallHandle send(const Settings& settings, const std::optional<ImageSubject>& subject,
                    const QString& password, const Callback<Token>& callback);

    HttpClient& m_http;
    CredentialStore& m_credentials;
    std::optional<Error> m_refused;
};

} // namespace hekim
