#pragma once

#include "core/call/callback.h"
#include "services/http/httpclient.h"
#include "services/token/token.h"

namespace hekim {

/// Sends a token request and reads its reply. `secret` is the password in the request: a service may quote
/// what it was sent, and no error may hold it (rule S1).
CallHandle exchangeForToken(HttpClient& http, const HttpRequest& request, const QString& secret,
                            QObject* context, std::function<void(Result<Token>)> done);

} // namespace hekim
