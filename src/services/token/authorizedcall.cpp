#include "services/token/authorizedcall.h"

#include "core/call/callback.h"

namespace hekim {

namespace {

/// What one call needs from its first token to its last reply.
struct Call
{
    HttpClient& http;
    TokenSource tokens;
    HttpRequest request;
    QPointer<QObject> context;
    Callback<HttpReply> callback;
    /// The step under way. The caller's handle owns it, and alone cancels.
    std::weak_ptr<CallHandle> current;
    bool renewed = false;

    void goOn(const CallHandle& step) const
    {
        if (const auto handle = current.lock())
            *handle = step;
    }
};

void askForToken(const std::shared_ptr<Call>& call);

void send(const std::shared_ptr<Call>& call, const Token& token)
{
    HttpRequest request = call->request;
    request.headers.append({"Authorization", "Bearer " + token.value.toLatin1()});
    const auto answered = [call, value = token.value](const Result<HttpReply>& reply) {
        if (!call->callback.isWanted())
            return;
        if (!reply || reply->status != 401) {
            call->callback.answer(reply);
            return;
        }
        call->tokens.refused(value);
        if (std::exchange(call->renewed, true)) {
            call->callback.answer(tl::make_unexpected(Error{.kind = ErrorKind::Unauthorized,
                                                            .step = call->request.step,
                                                            .host = call->request.url.host(),
                                                            .httpStatus = 401}));
            return;
        }
        askForToken(call);
    };
    call->goOn(call->http.send(request, call->context, answered));
}

void askForToken(const std::shared_ptr<Call>& call)
{
    const auto given = [call](const Result<Token>& token) {
        if (!call->callback.isWanted())
            return;
        if (token)
            send(call, *token);
        else
            call->callback.answer(tl::make_unexpected(token.error()));
    };
    call->goOn(call->tokens.token(call->context, given));
}

} // namespace

CallHandle sendAuthorized(HttpClient& http, const TokenSource& tokens, const HttpRequest& request,
                          QObject* context, std::function<void(Result<HttpReply>)> done)
{
    const auto current = std::make_shared<CallHandle>();
    const Callback<HttpReply> callback(context, std::move(done));
    askForToken(
        std::make_shared<Call>(Call{http, tokens, request, QPointer(context), callback, current, false}));
    return callback.handle([current] { current->cancel(); });
}

} // namespace hekim
