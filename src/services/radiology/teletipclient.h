#pragma once

#include "services/http/httpclient.h"
#include "services/token/sharedtoken.h"

#include <QJsonObject>

namespace hekim {

/// Authenticated calls to the methods under `{teletip}` (guide 002): GET with a query, POST with a JSON
/// object, `Authorization: Bearer`. A 401 renews the token once.
///
/// The guide names one method, postOTAC, which takes an image token. The helper services it speaks of are
/// told to an institution together with its access: they are called through this class with the helper token
/// (Teleradiology::helperServices()) by the method's name as it was told.
class TeletipClient : public QObject
{
    Q_OBJECT

public:
    /// `base` is `endpoints/teletip`; client and token outlive this, and this its calls, whose errors are
    /// of `step`.
    TeletipClient(HttpClient& http, const QUrl& base, SharedToken& token, Step step,
                  QObject* parent = nullptr);

    using Query = QList<std::pair<QByteArray, QString>>;

    /// A reply of any 2xx status. Errors: NotPublished, those of the token, Unauthorized, ServerFailed (5xx,
    /// 429), RequestRefused (any other 4xx, with what the service says as detail), BadReply.
    CallHandle get(const QString& method, const Query& query, QObject* context,
                   std::function<void(Result<HttpReply>)> done);
    CallHandle post(const QString& method, const QJsonObject& body, QObject* context,
                    std::function<void(Result<HttpReply>)> done);

private:
    CallHandle send(const HttpRequest& request, QObject* context,
                    std::function<void(Result<HttpReply>)> done);
    [[nodiscard]] HttpRequest requestFor(const QString& method) const;

    HttpClient& m_http;
    QUrl m_base;
    SharedToken& m_token;
    Step m_step;
};

} // namespace hekim
