#include "services/erapor/eraporlogin.h"

#include "core/settings/training.h"
#include "services/erapor/eraportoken.h"
#include "services/token/tokenexchange.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hekim {

EraporLogin::EraporLogin(HttpClient& http, CredentialStore& credentials, QObject* parent)
    : QObject(parent), m_http(http), m_credentials(credentials)
{
    m_forget.setSingleShot(true);
    m_forget.setInterval(2min);
    connect(&m_forget, &QTimer::timeout, this, &EraporLogin::forgetPassword);
}

EraporLogin::~EraporLogin()
{
    forgetPassword();
}

void EraporLogin::prepare(const Settings& settings)
{
    const QUrl address = eraporTokenAddress(settings);
    if (address.isEmpty())
        return;
    m_http.preconnect(address);
    if (settings.environment() == EnvironmentName::Training || !m_password.isEmpty() || m_isReading)
        return;
    fetchPassword(settings, {});
}

void EraporLogin::forgetPassword()
{
    m_forget.stop();
    m_password.fill(u'\0');
    m_password.clear();
    m_reading.cancel();
    m_isReading = false;
    m_waiting.clear();
}

void EraporLogin::fetchPassword(const Settings& settings, std::function<void(Result<QString>)> done)
{
    if (done)
        m_waiting.append(std::move(done));
    if (std::exchange(m_isReading, true))
        return;
    const auto finished = [this](const Result<QString>& password) {
        m_isReading = false;
        if (m_waiting.isEmpty() && password) {
            m_password = *password;
            m_forget.start();
        }
        // What could not be read ahead is read again when it is needed, and told then.
        for (const auto& waiting : std::exchange(m_waiting, {}))
            waiting(password);
    };
    m_reading = m_credentials.read(SecretName::UssPassword, ownerOf(SecretName::UssPassword, settings), this,
                                   finished);
}

CallHandle EraporLogin::obtain(const Settings& settings, const IdentityNumber& doctor, QObject* context,
                               std::function<void(Result<Token>)> done)
{
    const Callback<Token> callback(context, std::move(done));
    // What is missing is told before the keychain is asked.
    if (const auto request = eraporTokenRequest(settings, doctor, {}); !request) {
        callback.answerLater(tl::make_unexpected(request.error()));
        return callback.handle();
    }

    const auto sending = std::make_shared<CallHandle>();
    const auto send = [this, settings, doctor, callback, sending](const Result<QString>& password) {
        if (!callback.isWanted())
            return;
        if (!password) {
            callback.answer(tl::make_unexpected(password.error()));
            return;
        }
        const Result<HttpRequest> request = eraporTokenRequest(settings, doctor, *password);
        if (!request) {
            callback.answer(tl::make_unexpected(request.error()));
            return;
        }
        *sending = exchangeForToken(m_http, *request, *password, this,
                                    [callback](const Result<Token>& token) { callback.answer(token); });
    };

    const Callback<QString> ready(this, send);
    if (settings.environment() == EnvironmentName::Training) {
        ready.answerLater(QStringView(training::ussPassword).toString());
    } else if (!m_password.isEmpty()) {
        ready.answerLater(m_password);
        forgetPassword();
    } else {
        fetchPassword(settings, send);
    }
    return callback.handle([sending] { sending->cancel(); });
}

} // namespace hekim
