#include "gui/diagnostics/checklogins.h"

#include "core/call/callback.h"
#include "services/erapor/doctorsession.h"
#include "services/radiology/teleradiology.h"

namespace hekim {

namespace {

using Done = std::function<void(Result<void>)>;

std::function<void(Result<Token>)> withoutToken(const Done& done)
{
    return [done](const Result<Token>& token) { done(token.map([](const Token&) {})); };
}

} // namespace

ConnectionCheck::Logins checkLogins(DoctorSession& session, Teleradiology& radiology,
                                    const std::optional<Error>& refused)
{
    ConnectionCheck::Logins logins;
    if (session.state() == DoctorSession::State::LoggedIn) {
        logins.erapor = [&session](QObject* context, const Done& done) {
            return session.token(context, withoutToken(done));
        };
    } else if (refused) {
        logins.erapor = [error = *refused](QObject* context, const Done& done) {
            const Callback<void> callback(context, done);
            callback.answerLater(tl::make_unexpected(error));
            return callback.handle();
        };
    }
    logins.ogn = [&radiology](QObject* context, const Done& done) {
        return radiology.helperToken(context, withoutToken(done));
    };
    return logins;
}

} // namespace hekim
