#include "services/token/tokenexchange.h"

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

// core's redaction cannot know this site's password.
Error without(const QString& secret, Error error)
{
    for (const QString& form : {secret, QString::fromLatin1(QUrl::toPercentEncoding(secret))}) {
        if (!form.isEmpty())
            error.detail.replace(form, u"•••"_s);
    }
    return error;
}

} // namespace

CallHandle exchangeForToken(HttpClient& http, const HttpRequest& request, const QString& secret,
                            QObject* context, std::function<void(Result<Token>)> done)
{
    return http.send(request, context,
                     [step = request.step, host = request.url.host(), secret,
                      done = std::move(done)](const Result<HttpReply>& reply) {
                         const Result<Token> token = reply.and_then([&](const HttpReply& whole) {
                             return readTokenReply(whole.status, whole.body, step, host,
                                                   QDateTime::currentDateTimeUtc());
                         });
                         done(token.map_error([&](const Error& error) { return without(secret, error); }));
                     });
}

} // namespace hekim
