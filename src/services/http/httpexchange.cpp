#include "services/http/httpexchange.h"

#include "core/settings/environment.h"
#include "core/text/redaction.h"
#include "services/http/contentcoding.h"
#include "services/http/httpfailure.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

// Through a proxy only the proxy is looked up and connected to; what it says outside its protocol has no name
// of its own in QNetworkReply.
bool isTheProxys(QNetworkReply::NetworkError failure)
{
    return failure == QNetworkReply::ConnectionRefusedError || failure == QNetworkReply::HostNotFoundError ||
           failure == QNetworkReply::UnknownNetworkError;
}

} // namespace

HttpExchange::HttpExchange(QNetworkReply* reply, Target target, Step step, bool takesRedirects,
                           LoginTries& tries, HttpClient* client)
    : QObject(client)
    , m_client(client)
    , m_reply(reply)
    , m_target(std::move(target))
    , m_step(step)
    , m_takesRedirects(takesRedirects)
    , m_tries(tries)
{
    m_tries.requestStarted();
    reply->setParent(this);
    // More than fits is not even read from the socket. Not before the reply begins: while a tunnel is being
    // refused, Qt 6.4.2 looks for more of a reply through a reader that it has not made yet, and crashes.
    connect(reply, &QNetworkReply::metaDataChanged, reply,
            [reply] { reply->setReadBufferSize(HttpClient::maxBodyBytes + 1); });
    connect(reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError>& errors) { m_tlsErrors += errors; });
    connect(reply, &QNetworkReply::readyRead, this, &HttpExchange::readBody);
    connect(reply, &QNetworkReply::finished, this, &HttpExchange::readResult);
    connect(reply, &QNetworkReply::requestSent, this, [this] { m_isSent = true; });
    connect(client, &HttpClient::shutOut, this, &HttpExchange::proxyRefused);
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { fail(ErrorKind::TimedOut, u"no whole reply within the deadline"_s); });
    m_deadline.setSingleShot(true);
}

CallHandle HttpExchange::start(std::chrono::milliseconds deadline, QObject* context,
                               std::function<void(Result<HttpReply>)> done)
{
    m_done = Callback<HttpReply>(context, std::move(done));
    connect(context, &QObject::destroyed, this, &HttpExchange::leave);
    m_deadline.start(deadline);
    return m_done.handle([self = QPointer<HttpExchange>(this)] {
        if (self)
            self->leave();
    });
}

void HttpExchange::readBody()
{
    m_body += m_reply->read(HttpClient::maxBodyBytes + 1 - m_body.size());
    if (m_body.size() > HttpClient::maxBodyBytes)
        fail(ErrorKind::BadReply, u"the reply is larger than %1 bytes"_s.arg(HttpClient::maxBodyBytes));
}

void HttpExchange::readResult()
{
    readBody();
    if (m_ended)
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError failure = m_reply->error();
    const QUrl target =
        m_target.url.resolved(QUrl::fromEncoded(m_reply->rawHeader(QByteArrayLiteral("Location"))));
    const bool isRedirect = status >= 300 && status < 400;
    if (m_tlsErrors.isEmpty() && isRedirect && (isForeign(target) || !m_takesRedirects)) {
        // Rule S3: a redirect is told, never followed; of its target nothing but the host, the rest may be
        // secret.
        fail(isForeign(target) ? ErrorKind::NetworkLogin : ErrorKind::BadReply,
             u"redirected to %1"_s.arg(target.host()), status);
    } else if (!m_tlsErrors.isEmpty() || !isWholeReply(failure, status)) {
        finishFailed(failure);
    } else if (status == 511) {
        // Network Authentication Required: no service says it of itself (RFC 6585 section 6).
        fail(ErrorKind::NetworkLogin, u"the network wants a login of its own"_s, status);
    } else if (status == 0) {
        fail(ErrorKind::BadReply, u"no HTTP status"_s);
    } else {
        finishWhole(status);
    }
}

void HttpExchange::finishFailed(QNetworkReply::NetworkError failure)
{
    Error error = httpFailure(failure, m_tlsErrors, m_step, m_target.url.host());
    if (error.kind == ErrorKind::Tls && m_tlsErrors.isEmpty()) // no certificate came into it
        error.detail = redacted(m_reply->errorString().simplified());
    if (isTheProxys(failure) && !m_target.proxies.isEmpty())
        error.kind = ErrorKind::Proxy;
    if (failure == QNetworkReply::ProxyAuthenticationRequiredError)
        error.httpStatus = 407;
    if (error.kind == ErrorKind::Proxy)
        error = m_client->withObstacle(error, m_target.proxies);
    finish(tl::make_unexpected(error));
}

void HttpExchange::finishWhole(int status)
{
    const auto body = unpackedBody(m_body, m_reply->rawHeader(QByteArrayLiteral("Content-Encoding")),
                                   HttpClient::maxBodyBytes);
    if (!body && status < 400) { // an error says what it is by its status alone
        fail(ErrorKind::BadReply, body.error(), status);
        return;
    }
    finish(HttpReply{
        status, body.value_or(QByteArray()), m_reply->rawHeader(QByteArrayLiteral("Content-Type")),
        m_reply->rawHeader(QByteArrayLiteral("Retry-After")), m_reply->rawHeader(QByteArrayLiteral("Date"))});
}

// Beyond the Ministry and this host: nothing of the service leads there, but a captive portal does.
bool HttpExchange::isForeign(const QUrl& address) const
{
    const QString host = address.host();
    return !host.isEmpty() && host != m_target.url.host() && !host.endsWith(".gov.tr"_L1) &&
           !isLoopbackHost(host);
}

// After the refusal of a tunnel Qt may say nothing more of the request that waits for it (tried with 6.4.2);
// what is sent already has its tunnel, or is answered by the proxy itself.
void HttpExchange::proxyRefused(const QString& proxy)
{
    if (m_ended || m_isSent || !m_target.proxies.contains(proxy))
        return;
    Error error =
        httpFailure(QNetworkReply::ProxyAuthenticationRequiredError, {}, m_step, m_target.url.host());
    error.httpStatus = 407;
    finish(tl::make_unexpected(error));
}

void HttpExchange::fail(ErrorKind kind, const QString& detail, int status)
{
    finish(tl::make_unexpected(Error{
        .kind = kind, .step = m_step, .host = m_target.url.host(), .httpStatus = status, .detail = detail}));
}

void HttpExchange::finish(Result<HttpReply> result)
{
    if (!result &&
        (result.error().kind == ErrorKind::ConnectionFailed || result.error().kind == ErrorKind::TimedOut ||
         result.error().kind == ErrorKind::NameNotResolved))
        emit unreached(m_target.url);
    const auto done = m_done;
    leave();
    done.answer(std::move(result));
}

void HttpExchange::leave()
{
    if (std::exchange(m_ended, true))
        return;
    m_deadline.stop();
    m_tries.requestEnded();
    m_reply->disconnect(this);
    m_reply->abort();
    deleteLater();
}

} // namespace hekim
