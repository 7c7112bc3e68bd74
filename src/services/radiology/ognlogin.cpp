#include "services/radiology/ognlogin.h"

#include "core/settings/training.h"
#include "services/secrets/credentialstore.h"
#include "services/token/tokenexchange.h"

namespace hekim {

OgnLogin::OgnLogin(HttpClient& http, CredentialStore& credentials, QObject* parent)
    : QObject(parent), m_http(http), m_credentials(credentials)
{
}

CallHandle OgnLogin::obtain(const Settings& settings, const std::optional<ImageSubject>& subject,
                            QObject* context, std::function<void(Result<Token>)> done)
{
    const Callback<Token> callback(context, std::move(done));
    // What is missing is told before the keychain is asked.
    if (const auto request = ognTokenRequest(settings, subject, {}); !request) {
        callback.answerLater(tl::make_unexpected(request.error()));
        return callback.handle();
    }
    if (m_refused) {
        callback.answerLater(tl::make_unexpected(*m_refused));
        return callback.handle();
    }
    const auto underway = std::make_shared<CallHandle>();
    const auto sendWith = [this, settings, subject, callback, underway](const Result<QString>& password) {
        if (!callback.isWanted())
            return;
        if (password)
            *underway = send(settings, subject, *password, callback);
        else
            callback.answer(tl::make_unexpected(password.error()));
    };
    if (settings.environment() == EnvironmentName::Training) {
        Callback<QString>(this, sendWith).answerLater(QStringView(training::enabizPassword).toString());
    } else {
        *underway = m_credentials.read(SecretName::EnabizPassword,
                                       ownerOf(SecretName::EnabizPassword, settings), this, sendWith);
    }
    return callback.handle([underway] { underway->cancel(); });
}

CallHandle OgnLogin::send(const Settings& settings, const std::optional<ImageSubject>& subject,
                          const QString& password, const Callback<Token>& callback)
{
    // Several may have read the password at the same time; the first refusal counts for them all.
    const Result<HttpRequest> request = m_refused ? Result<HttpRequest>(tl::make_unexpected(*m_refused))
                                                  : ognTokenRequest(settings, subject, password);
    if (!request) {
        callback.answer(tl::make_unexpected(request.error()));
        return {};
    }
    return exchangeForToken(m_http, *request, password, this, [this, callback](const Result<Token>& token) {
        if (!token && token.error().kind == ErrorKind::CredentialsRefused)
            m_refused = token.error();
        callback.answer(token);
    });
}

} // namespace hekim
