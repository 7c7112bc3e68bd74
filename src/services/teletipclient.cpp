#include "services/teletipclient.h"

#include "core/redaction.h"
#include "services/authorizedcall.h"
#include "services/callback.h"
#include "services/formfields.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

constexpr qsizetype longestDetail = 200;

QString wordsOf(const HttpReply& reply)
{
    const QJsonObject object = QJsonDocument::fromJson(reply.body).object();
    for (const auto name : {"Message"_L1, "message"_L1, "error_description"_L1, "error"_L1, "title"_L1}) {
        const QString words = object.value(name).toString().simplified();
        if (!words.isEmpty())
            return redacted(words).left(longestDetail);
    }
    return {};
}

Result<HttpReply> judged(const HttpReply& reply, const HttpRequest& request)
{
    const auto failure = [&](ErrorKind kind) {
        return tl::make_unexpected(
            Error{kind, request.step, InputFault::None, request.url.host(), reply.status, wordsOf(reply)});
    };
    if (reply.status >= 200 && reply.status < 300)
        return reply;
    if (reply.status >= 500 || reply.status == 429)
        return failure(ErrorKind::ServerFailed);
    // A gateway's or a proxy's page is not the service's word.
    if (reply.status < 400 || reply.body.trimmed().startsWith('<'))
        return failure(ErrorKind::BadReply);
    return failure(ErrorKind::RequestRefused);
}

} // namespace

TeletipClient::TeletipClient(HttpClient& http, const QUrl& base, SharedToken& token, QObject* parent)
    : QObject(parent), m_http(http), m_base(base), m_token(token)
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
    request.step = u"teleradiology "_s + method;
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
            Error{ErrorKind::NotPublished, request.step, InputFault::None, {}, 0, u"endpoints/teletip"_s}));
        return callback.handle();
    }
    const TokenSource tokens{[this](QObject* asker, std::function<void(Result<Token>)> given) {
                                 return m_token.get(asker, std::move(given));
                             },
                             [this](const QString& value) { m_token.refused(value); }};
    return sendAuthorized(
        m_http, tokens, request, context, [request, done = std::move(done)](const Result<HttpReply>& reply) {
            done(reply.and_then([&](const HttpReply& whole) { return judged(whole, request); }));
        });
}

} // namespace hekim
