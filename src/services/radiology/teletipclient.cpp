#include "services/radiology/teletipclient.h"

#include "core/call/callback.h"
#include "services/http/formfields.h"
#include "services/radiology/teletipreply.h"
#include "services/token/authorizedcall.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace hekim {

TeletipClient::TeletipClient(HttpClient& http, const QUrl& base, SharedToken& token, Step step,
                             QObject* parent)
    : QObject(parent), m_http(http), m_base(base), m_token(token), m_step(step)
{
}

CallHandle TeletipClient::get(const QString& method, const Query& query, QObject* context,
                              std::function<void(Result<HttpReply>)> done)
{
    HttpRequest request = requestFor(method);
    request.method = "GET";
    if (!query.isEmpty())
        request.url =
            QUrl::fromEncoded(request.url.toEncoded() + '?' + encodedFields(query), QUrl::StrictMode);
    return send(request, context, std::move(done));
}

CallHandle TeletipClient::post(const QString& method, const QJsonObject& body, QObject* context,
                               std::function<void(Result<HttpReply>)> done)
{
    HttpRequest request = requestFor(method);
    request.method = "POST";
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.headers.emplaceBack("Content-Type", "application/json");
    return send(request, context, std::move(done));
}

HttpRequest TeletipClient::requestFor(const QString& method) const
{
    HttpRequest request;
    request.step = m_step;
    request.url = QUrl::fromEncoded(
        m_base.toEncoded(QUrl::StripTrailingSlash) + '/' + QUrl::toPercentEncoding(method), QUrl::StrictMode);
    request.headers = {{"Accept", "application/json, text/plain, */*"}};
    return request;
}

CallHandle TeletipClient::send(const HttpRequest& request, QObject* context,
                               std::function<void(Result<HttpReply>)> done)
{
    if (m_base.isEmpty()) {
        const Callback<HttpReply> callback(context, std::move(done));
        callback.answerLater(tl::make_unexpected(
            Error{.kind = ErrorKind::NotPublished, .step = m_step, .detail = u"endpoints/teletip"_s}));
        return callback.handle();
    }
    const TokenSource tokens{[this](QObject* asker, std::function<void(Result<Token>)> given) {
                                 return m_token.get(asker, std::move(given));
                             },
                             [this](const QString& value) { m_token.refused(value); }};
    return sendAuthorized(m_http, tokens, request, context,
                          [request, done = std::move(done)](const Result<HttpReply>& reply) {
                              done(reply.and_then([&](const HttpReply& whole) {
                                  return readTeletipReply(whole, request.step, request.url.host());
                              }));
                          });
}

} // namespace hekim
