#pragma once

#include "core/call/callhandle.h"
#include "services/http/httpclient.h"
#include "services/token/token.h"

#include <functional>

namespace hekim {

/// Where a service's bearer token comes from, and who is told that the service did not take it.
struct TokenSource
{
    std::function<CallHandle(QObject* context, std::function<void(Result<Token>)> done)> token;
    std::function<void(const QString& tokenValue)> refused;
};

/// Sends a request with a bearer token. A 401 renews the token and sends the request again, once; a second
/// one is the error Unauthorized. Every other whole reply is the caller's to judge.
CallHandle sendAuthorized(HttpClient& http, const TokenSource& tokens, const HttpRequest& request,
                          QObject* context, std::function<void(Result<HttpReply>)> done);

} // namespace hekim
