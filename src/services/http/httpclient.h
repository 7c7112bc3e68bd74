#pragma once

#include "core/call/callhandle.h"
#include "core/error/error.h"
#include "core/settings/settings.h"
#include "platform/network/proxylogins.h"
#include "services/http/addresschoice.h"
#include "services/proxy/logintries.h"
#include "services/proxy/proxychoice.h"
#include "services/proxy/proxygate.h"

#include <QByteArray>
#include <QList>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <functional>
#include <utility>

namespace hekim {

/// One request to a service. Its address goes over the wire exactly as it is encoded here.
struct HttpRequest
{
    QByteArray method = "GET";
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    Step step = Step::None;      ///< of its errors
    bool takesRedirects = false; ///< one within the Ministry is the reply, not an error; never followed
};

/// A whole reply of any HTTP status, but of a redirect only where it was asked for. What the status means is
/// the service's to say.
struct HttpReply
{
    int status = 0;
    QByteArray body;
    QByteArray contentType;
    QByteArray retryAfter; ///< the header as sent: seconds or an HTTP date; mostly empty
    QByteArray date;       ///< the header as sent: the server's clock
};

/// Talks HTTP to the Ministry's services: no redirects (rule S3), no way round a TLS error (rule S4), no
/// cookies, no cache, a deadline for every request (rule W2) and a limit for every body.
class HttpClient : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds defaultDeadline{30'000};
    static constexpr qsizetype maxBodyBytes = qsizetype{4} * 1024 * 1024;

    explicit HttpClient(QObject* parent = nullptr);
    ~HttpClient() override;

    /// Proxy and HTTP/2 as the settings say. Connections at hand are dropped.
    void configure(const Settings& settings);
    /// For a request as a whole, from its sending to the last byte of its reply.
    void setDeadline(std::chrono::milliseconds deadline) { m_deadline = deadline; }

    CallHandle send(const HttpRequest& request, QObject* context,
                    std::function<void(Result<HttpReply>)> done);

    /// Opens a connection to this address' host, so that the next request goes out at once. Sends nothing.
    void preconnect(const QUrl& url);

    [[nodiscard]] ProxyChoice& proxies() { return m_proxies; }
    [[nodiscard]] ProxyGate& gate() { return m_gate; }
    /// A proxy's failure with what the proxy itself said of it.
    [[nodiscard]] Error withObstacle(const Error& error, const QStringList& proxies) const;
    /// Logins for proxies, and where a missing one is asked for; they outlive the client. Without it no proxy
    /// gets one.
    void setProxyLogins(ProxyLogins& logins);
    [[nodiscard]] ProxyLogins* proxyLogins() const { return m_logins; } ///< null without

signals:
    /// A request is on its way: a listener that has something slow to do can do it now.
    void sent();
    /// For the requests of this client: this proxy wants a login, and there is none to give.
    void shutOut(const QString& proxy);

private:
    /// Calls in a later turn, when the way to this address is known: the proxy, or the host's address.
    void findWay(const QUrl& url, const std::function<void()>& done);
    [[nodiscard]] bool isWayKnown(const QUrl& url) const;
    [[nodiscard]] bool isDirect(const QUrl& url) const;
    [[nodiscard]] QStringList proxyKeys(const QUrl& url) const;
    CallHandle sendNow(const HttpRequest& request, QObject* context,
                       std::function<void(Result<HttpReply>)> done);
    void preconnectNow(const QUrl& url);
    void onProxyAuthentication(const QNetworkProxy& proxy, QAuthenticator* authenticator);
    [[nodiscard]] QNetworkRequest prepared(const QUrl& url) const;

    ProxyChoice m_proxies;
    ProxyGate m_gate;
    AddressChoice m_addresses;
    ProxyLogins* m_logins = nullptr;
    LoginTries m_tries;
    QNetworkAccessManager m_network;
    std::chrono::milliseconds m_deadline = defaultDeadline;
    bool m_http2 = false;
};

} // namespace hekim
