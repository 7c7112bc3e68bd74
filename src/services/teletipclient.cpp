#include "services/teletipclient.h"

#include "core/redaction.h"
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
    if (reply.status == 401)
        return failure(ErrorKind::Unauthorized);
    if (reply.status >= 500 || reply.status == 429)
        return failure(ErrorKind::ServerFailed);
    // A gateway's or a proxy's page is not the service's word.
    if (reply.status < 400 || reply.body.trimmed().startsWith('<'))
        return failure(ErrorKind::BadReply);
    return failure(ErrorKind::RequestRefused);
}

} // namespace

struct TeletipClient::Call
{
    HttpRequest request;
    Callback<HttpReply> callback;
    CallHandle underway;
    bool renewed = false;
};

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
    return begin(std::move(request), context, std::move(done));
}

CallHandle TeletipClient::post(const QString& method, const QJsonObject& body, QObject* context,
                               std::function<void(Result<HttpReply>)> done)
{
    HttpRequest request = requestFor(method);
    request.method = "POST";
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.headers.append({"Content-Type", "application/json"});
    return begin(std::move(request), context, std::move(done));
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

CallHandle TeletipClient::begin(HttpRequest request, QObject* context,
                                std::function<void(Result<HttpReply>)> done)
{
    const auto call = std::make_shared<Call>(
        Call{std::move(request), Callback<HttpReply>(context, std::move(done)), {}, false});
    if (m_base.isEmpty())
        call->callback.answerLater(tl::make_unexpected(Error{
            ErrorKind::NotPublished, call->request.step, InputFault::None, {}, 0, u"endpoints/teletip"_s}));
    else
        attempt(call);
    return call->callback.handle([call] { call->underway.cancel(); });
}

void TeletipClient::attempt(const std::shared_ptr<Call>& call)
{
    call->underway = m_token.get(this, [this, call](const Result<Token>& token) {
        if (!token) {
            call->callback.answer(tl::make_unexpected(token.error()));
            return;
        }
        HttpRequest request = call->request;
        request.headers.append({"Authorization", "Bearer " + token->value.toLatin1()});
        call->underway =
            m_http.send(request, this, [this, call, used = token->value](const Result<HttpReply>& reply) {
                const Result<HttpReply> result =
                    reply.and_then([&call](const HttpReply& whole) { return judged(whole, call->request); });
                if (!result && result.error().kind == ErrorKind::Unauthorized) {
                    m_token.refused(used);
                    if (!std::exchange(call->renewed, true)) {
                        attempt(call);
                        return;
                    }
                }
                call->callback.answer(result);
            });
    });
}

} // namespace hekim
