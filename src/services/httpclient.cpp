#include "services/httpclient.h"

#include "core/redaction.h"
#include "services/callback.h"
#include "services/httpfailure.h"

#include <QAuthenticator>
#include <QIODevice>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslError>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

/// What Qt asks, answered from what is known already: asking the system here would hold up the window.
class KnownProxies : public QNetworkProxyFactory
{
public:
    explicit KnownProxies(const ProxyChoice& choice) : m_choice(choice) {}

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override
    {
        QUrl url = query.url();
        if (url.scheme().startsWith("preconnect-"_L1))
            url.setScheme(url.scheme().sliced(11));
        return m_choice.proxiesFor(url);
    }

private:
    const ProxyChoice& m_choice;
};

/// A body that is sent once. QNetworkAccessManager sends a request again by itself, up to three times, when
/// the connection is cut before the reply (tried with 6.4.2, POST as well); where it cannot rewind the body
/// it tells the failure instead.
/// Not a QBuffer, whose bytes Qt takes for itself.
class SentOnce : public QIODevice
{
public:
    explicit SentOnce(QByteArray body) : m_body(std::move(body))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    qint64 size() const override { return m_body.size(); }
    bool seek(qint64 position) override { return position == pos() && QIODevice::seek(position); }
    bool reset() override { return false; }

protected:
    qint64 readData(char* data, qint64 wanted) override
    {
        const qint64 count = std::min<qint64>(wanted, m_body.size() - pos());
        std::copy_n(m_body.constData() + pos(), count, data);
        return count;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray m_body;
};

/// One request on its way. It belongs to the client and ends with its reply, its deadline or its context.
class Exchange : public QObject
{
public:
    Exchange(QNetworkReply* reply, QString step, bool takesRedirects, LoginTries& tries, HttpClient* client)
        : QObject(client)
        , m_reply(reply)
        , m_step(std::move(step))
        , m_takesRedirects(takesRedirects)
        , m_tries(tries)
    {
        m_tries.requestStarted();
        reply->setParent(this);
        // More than fits is not even read from the socket. Not before the reply begins: while a tunnel is
        // being refused, Qt 6.4.2 looks for more of a reply through a reader that it has not made yet, and
        // crashes.
        connect(reply, &QNetworkReply::metaDataChanged, reply,
                [reply] { reply->setReadBufferSize(HttpClient::maxBodyBytes + 1); });
        connect(reply, &QNetworkReply::sslErrors, this,
                [this](const QList<QSslError>& errors) { m_tlsErrors += errors; });
        connect(reply, &QNetworkReply::readyRead, this, &Exchange::readBody);
        connect(reply, &QNetworkReply::finished, this, &Exchange::readResult);
        connect(reply, &QNetworkReply::requestSent, this, [this] { m_isSent = true; });
        connect(client, &HttpClient::shutOut, this, &Exchange::proxyRefused);
        connect(&m_deadline, &QTimer::timeout, this,
                [this] { fail(ErrorKind::TimedOut, u"no whole reply within the deadline"_s); });
        m_deadline.setSingleShot(true);
    }

    CallHandle start(std::chrono::milliseconds deadline, QObject* context,
                     std::function<void(Result<HttpReply>)> done)
    {
        m_done = Callback<HttpReply>(context, std::move(done));
        connect(context, &QObject::destroyed, this, &Exchange::leave);
        m_deadline.start(deadline);
        return m_done.handle([self = QPointer<Exchange>(this)] {
            if (self)
                self->leave();
        });
    }

    /// For a preconnection, which nobody waits for.
    void start(std::chrono::milliseconds deadline) { m_deadline.start(deadline); }

private:
    void readBody()
    {
        m_body += m_reply->read(HttpClient::maxBodyBytes + 1 - m_body.size());
        if (m_body.size() > HttpClient::maxBodyBytes)
            fail(ErrorKind::BadReply, u"the reply is larger than %1 bytes"_s.arg(HttpClient::maxBodyBytes));
    }

    void readResult()
    {
        readBody();
        if (m_ended)
            return;
        const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const QNetworkReply::NetworkError failure = m_reply->error();
        const QUrl target =
            m_reply->url().resolved(QUrl::fromEncoded(m_reply->rawHeader(QByteArrayLiteral("Location"))));
        const bool isRedirect = status >= 300 && status < 400;
        if (m_tlsErrors.isEmpty() && isRedirect && (isForeign(target) || !m_takesRedirects)) {
            // Rule S3: a redirect is told, never followed; of its target nothing but the host, the rest may
            // be secret.
            fail(isForeign(target) ? ErrorKind::NetworkLogin : ErrorKind::BadReply,
                 u"redirected to %1"_s.arg(target.host()), status);
        } else if (!m_tlsErrors.isEmpty() || !isWholeReply(failure, status)) {
            Error error = httpFailure(failure, m_tlsErrors, m_step, m_reply->url().host());
            if (error.kind == ErrorKind::Tls && m_tlsErrors.isEmpty()) // no certificate came into it
                error.detail = redacted(m_reply->errorString().simplified());
            if (isTheProxys(failure) && goesThroughProxy())
                error.kind = ErrorKind::Proxy;
            if (failure == QNetworkReply::ProxyAuthenticationRequiredError)
                error.httpStatus = 407;
            finish(tl::make_unexpected(error));
        } else if (status == 511) {
            // Network Authentication Required: no service says it of itself (RFC 6585 section 6).
            fail(ErrorKind::NetworkLogin, u"the network wants a login of its own"_s, status);
        } else if (status == 0) {
            fail(ErrorKind::BadReply, u"no HTTP status"_s);
        } else {
            finish(HttpReply{status, m_body, m_reply->rawHeader(QByteArrayLiteral("Content-Type")),
                             m_reply->rawHeader(QByteArrayLiteral("Retry-After")),
                             m_reply->rawHeader(QByteArrayLiteral("Date"))});
        }
    }

    // Beyond the Ministry and this host: nothing of the service leads there, but a captive portal does.
    [[nodiscard]] bool isForeign(const QUrl& target) const
    {
        const QString host = target.host();
        return !host.isEmpty() && host != m_reply->url().host() && !host.endsWith(".gov.tr"_L1) &&
               !isLoopbackHost(host);
    }

    // Through a proxy nobody but the proxy is looked up or connected to; what it says outside its protocol
    // has no name of its own in QNetworkReply.
    static bool isTheProxys(QNetworkReply::NetworkError failure)
    {
        return failure == QNetworkReply::ConnectionRefusedError ||
               failure == QNetworkReply::HostNotFoundError || failure == QNetworkReply::UnknownNetworkError;
    }

    [[nodiscard]] QList<QNetworkProxy> proxies() const
    {
        return m_reply->manager()->proxyFactory()->queryProxy(QNetworkProxyQuery(m_reply->url()));
    }

    [[nodiscard]] bool goesThroughProxy() const
    {
        const QList<QNetworkProxy> all = proxies();
        return !all.isEmpty() && all.constFirst().type() != QNetworkProxy::NoProxy;
    }

    // After the refusal of a tunnel Qt may say nothing more of the request that waits for it (tried with
    // 6.4.2); what is sent already has its tunnel, or is answered by the proxy itself.
    void proxyRefused(const QString& proxy)
    {
        const QList<QNetworkProxy> all = proxies();
        const bool isItsProxy = std::ranges::any_of(all, [&proxy](const QNetworkProxy& p) {
            return p.type() != QNetworkProxy::NoProxy && ProxyLogins::keyOf(p.hostName(), p.port()) == proxy;
        });
        if (m_ended || m_isSent || !isItsProxy)
            return;
        Error error =
            httpFailure(QNetworkReply::ProxyAuthenticationRequiredError, {}, m_step, m_reply->url().host());
        error.httpStatus = 407;
        finish(tl::make_unexpected(error));
    }

    void fail(ErrorKind kind, const QString& detail, int status = 0)
    {
        finish(tl::make_unexpected(
            Error{kind, m_step, InputFault::None, m_reply->url().host(), status, detail}));
    }

    void finish(Result<HttpReply> result)
    {
        const auto done = m_done;
        leave();
        done.answer(std::move(result));
    }

    void leave()
    {
        if (std::exchange(m_ended, true))
            return;
        m_deadline.stop();
        m_tries.requestEnded();
        m_reply->disconnect(this);
        m_reply->abort();
        deleteLater();
    }

    QNetworkReply* m_reply;
    QString m_step;
    bool m_takesRedirects;
    LoginTries& m_tries;
    QTimer m_deadline;
    QByteArray m_body;
    QList<QSslError> m_tlsErrors;
    Callback<HttpReply> m_done;
    bool m_isSent = false;
    bool m_ended = false;
};

} // namespace

HttpClient::HttpClient(QObject* parent) : QObject(parent)
{
    m_network.setProxyFactory(new KnownProxies(m_proxies));
    connect(&m_network, &QNetworkAccessManager::proxyAuthenticationRequired, this,
            &HttpClient::onProxyAuthentication);
}

HttpClient::~HttpClient()
{
    // Replies must go before the manager that made them, which is a member and would go first.
    qDeleteAll(findChildren<QObject*>(QString(), Qt::FindDirectChildrenOnly));
}

void HttpClient::configure(const Settings& settings)
{
    m_http2 = settings.http2();
    m_proxies.setSetting(settings.proxy());
    m_network.clearConnectionCache();
}

void HttpClient::setProxyLogins(ProxyLogins& logins)
{
    m_logins = &logins;
    connect(&logins, &ProxyLogins::given, this, [this](const QString& proxy) { m_tries.forget(proxy); });
}

void HttpClient::onProxyAuthentication(const QNetworkProxy& proxy, QAuthenticator* authenticator)
{
    const QString key = ProxyLogins::keyOf(proxy.hostName(), proxy.port());
    const auto login = m_logins ? m_logins->of(key) : std::nullopt;
    const bool wasSent =
        login && authenticator->user() == login->user && authenticator->password() == login->password;
    const bool mayBeSent = login && !wasSent && m_tries.take(key, *login);
    if (mayBeSent) {
        authenticator->setUser(login->user);
        authenticator->setPassword(login->password);
        return;
    }
    // Rule W3: what was refused once is not sent again, neither by us nor from the manager's own memory.
    if (login) {
        m_logins->refused(key);
        QMetaObject::invokeMethod(
            this, [this] { m_network.clearAccessCache(); }, Qt::QueuedConnection);
    }
    // In a later turn, since Qt is in the middle of its own work; before anybody is asked for a login, so
    // that whatever is tried again after the answer has ended by then.
    QMetaObject::invokeMethod(
        this, [this, key] { emit shutOut(key); }, Qt::QueuedConnection);
    if (m_logins)
        m_logins->want(key, authenticator->realm());
}

QNetworkRequest HttpClient::prepared(const QUrl& url) const
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, m_http2);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    // Without this Qt answers no proxy either; a service's own challenge is answered by nobody here.
    if (m_proxies.proxiesFor(url).constFirst().type() == QNetworkProxy::NoProxy)
        request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    // Unpacked, so that the limit for a body is one for what comes over the wire as well.
    request.setRawHeader("Accept-Encoding", "identity");
    request.setTransferTimeout(static_cast<int>(m_deadline.count()));
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("hekim-asistani/" HEKIM_VERSION));
    return request;
}

CallHandle HttpClient::send(const HttpRequest& request, QObject* context,
                            std::function<void(Result<HttpReply>)> done)
{
    const QString scheme = request.url.scheme();
    if (!request.url.isValid() || request.url.host().isEmpty() ||
        (scheme != "https"_L1 && scheme != "http"_L1)) {
        const Callback<HttpReply> callback(context, std::move(done));
        callback.answerLater(tl::make_unexpected(
            Error{ErrorKind::NotPublished, request.step, InputFault::None, request.url.host(), 0, {}}));
        return callback.handle();
    }
    if (m_proxies.isKnown(request.url))
        return sendNow(request, context, std::move(done));
    const Callback<HttpReply> callback(context, std::move(done));
    const auto sending = std::make_shared<CallHandle>();
    m_proxies.find(request.url, this, [this, request, context = QPointer(context), callback, sending] {
        if (callback.isWanted())
            *sending = sendNow(request, context,
                               [callback](const Result<HttpReply>& reply) { callback.answer(reply); });
    });
    return callback.handle([sending] { sending->cancel(); });
}

CallHandle HttpClient::sendNow(const HttpRequest& request, QObject* context,
                               std::function<void(Result<HttpReply>)> done)
{
    const QList<QNetworkProxy> proxies = m_proxies.proxiesFor(request.url);
    for (const QNetworkProxy& proxy : proxies) {
        if (m_logins && proxy.type() != QNetworkProxy::NoProxy)
            m_logins->meet(ProxyLogins::keyOf(proxy.hostName(), proxy.port()));
    }
    QNetworkRequest prepared = this->prepared(request.url);
    for (const auto& [name, value] : request.headers)
        prepared.setRawHeader(name, value);
    // What may be repeated without harm goes out without a body, and Qt may repeat it.
    auto* body = request.method == "GET" ? nullptr : new SentOnce(request.body);
    QNetworkReply* reply = m_network.sendCustomRequest(prepared, request.method, body);
    if (body)
        body->setParent(reply);
    connect(reply, &QNetworkReply::requestSent, this, &HttpClient::sent);
    auto* exchange = new Exchange(reply, request.step, request.takesRedirects, m_tries, this);
    return exchange->start(m_deadline, context, std::move(done));
}

void HttpClient::preconnect(const QUrl& url)
{
    if (url.host().isEmpty())
        return;
    if (m_proxies.isKnown(url))
        preconnectNow(url);
    else
        m_proxies.find(url, this, [this, url] { preconnectNow(url); });
}

void HttpClient::preconnectNow(const QUrl& url)
{
    // As QNetworkAccessManager::connectToHost() does it, but with the attributes of a real request:
    // connections are kept apart by them, and one of the wrong kind would never be used.
    const bool tls = url.scheme() == "https"_L1;
    QUrl address;
    address.setScheme(tls ? u"preconnect-https"_s : u"preconnect-http"_s);
    address.setHost(url.host());
    address.setPort(url.port(tls ? 443 : 80));
    auto* exchange = new Exchange(m_network.get(prepared(address)), {}, false, m_tries, this);
    exchange->start(m_deadline);
}

} // namespace hekim
