#pragma once

#include "core/call/callback.h"
#include "services/http/httpclient.h"

#include <QNetworkReply>
#include <QSslError>
#include <QTimer>

namespace hekim {

/// One request of an HttpClient on its way. It belongs to the client and ends with its reply, its deadline or
/// its context.
class HttpExchange : public QObject
{
    Q_OBJECT

public:
    /// Where the request goes. The reply's own address can be a number in the place of the host.
    struct Target
    {
        QUrl url;
        QStringList proxies; ///< their keys (ProxyLogins::keyOf), empty on the direct way
    };

    HttpExchange(QNetworkReply* reply, Target target, Step step, bool takesRedirects, LoginTries& tries,
                 HttpClient* client);

    CallHandle start(std::chrono::milliseconds deadline, QObject* context,
                     std::function<void(Result<HttpReply>)> done);
    /// For a preconnection, which has no caller that waits.
    void start(std::chrono::milliseconds deadline) { m_deadline.start(deadline); }

signals:
    /// The host was not reached.
    void unreached(const QUrl& url);

private:
    void readBody();
    void readResult();
    void finishWhole(int status);
    void finishFailed(QNetworkReply::NetworkError failure);
    void proxyRefused(const QString& proxy);
    [[nodiscard]] bool isForeign(const QUrl& address) const;
    void fail(ErrorKind kind, const QString& detail, int status = 0);
    void finish(Result<HttpReply> result);
    void leave();

    HttpClient* m_client;
    QNetworkReply* m_reply;
    Target m_target;
    Step m_step;
    bool m_takesRedirects;
    LoginTries& m_tries;
    QTimer m_deadline;
    QByteArray m_body;
    QList<QSslError> m_tlsErrors;
    Callback<HttpReply> m_done;
    bool m_isSent = false;
    bool m_ended = false;
};

} // namespace hekim
