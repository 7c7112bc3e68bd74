#include "services/diagnostics/secrettrial.h"

#include "core/call/callback.h"
#include "services/erapor/eraportoken.h"
#include "services/radiology/ogntoken.h"
#include "services/token/tokenexchange.h"

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

Result<HttpRequest> requestFor(SecretName name, const Settings& settings, const QString& secret,
                               const std::optional<IdentityNumber>& doctor)
{
    if (name == SecretName::EnabizPassword)
        return ognTokenRequest(settings, {}, secret);
    if (name != SecretName::UssPassword)
        return badInput(toString(name), InputFault::NotAllowedHere);
    if (!doctor)
        return badInput(u"doctor"_s, InputFault::Empty);
    return eraporTokenRequest(settings, *doctor, secret);
}

} // namespace

bool canBeTried(SecretName name)
{
    return name == SecretName::UssPassword || name == SecretName::EnabizPassword;
}

CallHandle trySecret(HttpClient& http, SecretName name, const Settings& settings, const QString& secret,
                     const std::optional<IdentityNumber>& doctor, QObject* context,
                     std::function<void(Result<void>)> done)
{
    const auto request = requestFor(name, settings, secret, doctor);
    if (!request) {
        const Callback<void> callback(context, std::move(done));
        callback.answerLater(tl::make_unexpected(request.error()));
        return callback.handle();
    }
    return exchangeForToken(
        http, *request, secret, context,
        [done = std::move(done)](const Result<Token>& token) { done(token.map([](const Token&) {})); });
}

} // namespace hekim
