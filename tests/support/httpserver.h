#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <utility>

namespace hekim::test {

struct TestCertificate;

/// One request as it came over the wire.
struct HttpServerRequest
{
    QByteArray method;
    QByteArray target; ///< raw, with its query exactly as sent
    QByteArray path;   ///< percent-decoded
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    QString clientName; ///< common name of the certificate that the client showed
    int remotePort = 0; ///< tells connections apart

    [[nodiscard]] QByteArray
    header(const QByteArray& name) const; ///< without regard to case; empty when absent
    [[nodiscard]] bool hasHeader(const QByteArray& name) const;
};

/// What the server answers, or how it misbehaves.
struct HttpServerReply
{
    enum class Manner {
        Answer,
        Stuck,     ///< no byte until the server stops
        Drip,      ///< headers, then a byte of the body every `pause`, without end
        CutBefore, ///< the connection ends without a byte
        CutInside  ///< the connection ends inside the body
    };

    int status = 200;
    QByteArray body;
    QByteArray contentType = "application/json";
    QList<std::pair<QByteArray, QByteArray>> headers;
    Manner manner = Manner::Answer;
    std::chrono::milliseconds pause{0}; ///< before the answer, or between the bytes of a drip

    static HttpServerReply json(const QByteArray& body, int status = 200);
    static HttpServerReply html(const QByteArray& body = "<!DOCTYPE html><html><body>Not here</body></html>",
                                int status = 200);
    static HttpServerReply text(const QByteArray& body, int status = 200);
    static HttpServerReply redirect(const QUrl& target, int status = 302);
    static HttpServerReply slow(std::chrono::milliseconds pause, const HttpServerReply& reply);
    /// As a Content-Encoding says: "gzip", "deflate".
    static HttpServerReply packed(const HttpServerReply& reply, const QByteArray& coding);
    static HttpServerReply oversize(qsizetype bytes);
    static HttpServerReply stuck();
    static HttpServerReply drip();
    static HttpServerReply cutBefore();
    static HttpServerReply cutInside();
};

/// A real HTTP or HTTPS server on loopback in threads of its own. Handlers run in those threads: they must
/// not touch what the test uses. Every request is recorded before it is handled.
class HttpServer
{
public:
    using Handler = std::function<HttpServerReply(const HttpServerRequest&)>;

    HttpServer();
    /// With TLS; the certificate's names are what clients must call it by.
    explicit HttpServer(const TestCertificate& certificate);
    /// With TLS, for clients only that show a certificate of this authority.
    HttpServer(const TestCertificate& certificate, const QString& clientAuthorityFile);
    /// With TLS no newer than 1.1, which no client of today speaks.
    static std::unique_ptr<HttpServer> withOldTls(const TestCertificate& certificate);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    /// Answers `path` (exact, decoded, any method). Routes may be set and replaced while the server runs.
    void route(const QByteArray& path, Handler handler);
    void route(const QByteArray& path, const HttpServerReply& reply);
    /// Answers whatever has no route; without it that is 404.
    void setFallback(Handler handler);

    [[nodiscard]] int port() const;
    [[nodiscard]] QUrl url(const QString& path = {}) const; ///< http(s)://127.0.0.1:port/path
    [[nodiscard]] QUrl url(const QString& host, const QString& path) const;

    [[nodiscard]] QList<HttpServerRequest> requests() const;
    [[nodiscard]] QList<HttpServerRequest> requests(const QByteArray& path) const;
    [[nodiscard]] int count() const;
    [[nodiscard]] int count(const QByteArray& path) const;
    void forgetRequests();

    /// Lets go of what is stuck and cuts all connections. The port refuses afterwards.
    void stop();

private:
    class Private;
    explicit HttpServer(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

} // namespace hekim::test
