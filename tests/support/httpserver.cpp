#include "support/httpserver.h"

#include "support/testcertificates.h"

#include <QFile>
#include <QHash>

#include <httplib.h>
#include <zlib.h>

#include <array>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace hekim::test {

QByteArray HttpServerRequest::header(const QByteArray& name) const
{
    for (const auto& [key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

bool HttpServerRequest::hasHeader(const QByteArray& name) const
{
    return std::any_of(headers.begin(), headers.end(), [&name](const auto& header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
}

HttpServerReply HttpServerReply::json(const QByteArray& body, int status)
{
    HttpServerReply reply;
    reply.status = status;
    reply.body = body;
    return reply;
}

HttpServerReply HttpServerReply::html(const QByteArray& body, int status)
{
    HttpServerReply reply = json(body, status);
    reply.contentType = "text/html; charset=utf-8";
    return reply;
}

HttpServerReply HttpServerReply::text(const QByteArray& body, int status)
{
    HttpServerReply reply = json(body, status);
    reply.contentType = "text/plain";
    return reply;
}

HttpServerReply HttpServerReply::redirect(const QUrl& target, int status)
{
    HttpServerReply reply = html("moved", status);
    reply.headers.append({"Location", target.toEncoded()});
    return reply;
}

HttpServerReply HttpServerReply::slow(std::chrono::milliseconds pause, const HttpServerReply& reply)
{
    HttpServerReply slower = reply;
    slower.pause = pause;
    return slower;
}

HttpServerReply HttpServerReply::packed(const HttpServerReply& reply, const QByteArray& coding)
{
    z_stream stream{};
    const int windowBits = coding == "gzip" ? MAX_WBITS + 16 : MAX_WBITS;
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("no memory to pack a reply");
    HttpServerReply packed = reply;
    QByteArray plain = reply.body;
    packed.body.resize(qsizetype(deflateBound(&stream, uLong(plain.size()))));
    stream.next_in = reinterpret_cast<Bytef*>(plain.data());
    stream.avail_in = uInt(plain.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.body.data());
    stream.avail_out = uInt(packed.body.size());
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END)
        qFatal("a reply was not packed");
    packed.body.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    packed.headers.emplaceBack("Content-Encoding", coding);
    return packed;
}

HttpServerReply HttpServerReply::oversize(qsizetype bytes)
{
    return json('"' + QByteArray(bytes, 'x') + '"');
}

HttpServerReply HttpServerReply::stuck()
{
    HttpServerReply reply;
    reply.manner = Manner::Stuck;
    return reply;
}

HttpServerReply HttpServerReply::drip()
{
    HttpServerReply reply;
    reply.manner = Manner::Drip;
    reply.pause = std::chrono::milliseconds(50);
    return reply;
}

HttpServerReply HttpServerReply::cutBefore()
{
    HttpServerReply reply;
    reply.manner = Manner::CutBefore;
    return reply;
}

HttpServerReply HttpServerReply::cutInside()
{
    HttpServerReply reply = json(R"({"access_token":"cut)");
    reply.manner = Manner::CutInside;
    return reply;
}

namespace {
/// Nothing up to cpp-httplib 0.11; whether it was taken, since then.
using Taken = decltype(std::declval<httplib::TaskQueue&>().enqueue({}));

/// A thread for each connection, since a stuck handler holds one, and an idle connection too.
class ThreadForEach : public httplib::TaskQueue
{
public:
    Taken enqueue(std::function<void()> connection) override
    {
        m_threads.emplace_back(std::move(connection));
        return Taken(true);
    }
    void shutdown() override
    {
        for (std::thread& thread : m_threads)
            thread.join();
    }

private:
    std::vector<std::thread> m_threads;
};
} // namespace

class HttpServer::Private
{
public:
    explicit Private(const TestCertificate* certificate, const QByteArray& clientAuthority = {},
                     bool oldTls = false)
    {
        if (certificate) {
            server = std::make_unique<httplib::SSLServer>(
                QFile::encodeName(certificate->certificateFile).constData(),
                QFile::encodeName(certificate->keyFile).constData(),
                clientAuthority.isEmpty() ? nullptr : clientAuthority.constData());
            scheme = QStringLiteral("https");
            if (oldTls) {
                SSL_CTX* context = static_cast<httplib::SSLServer&>(*server).ssl_context();
                SSL_CTX_set_security_level(context, 0); // else OpenSSL itself has nothing to offer
                SSL_CTX_set_min_proto_version(context, TLS1_VERSION);
                SSL_CTX_set_max_proto_version(context, TLS1_1_VERSION);
            }
        } else {
            server = std::make_unique<httplib::Server>();
        }
        if (!server->is_valid())
            qFatal("the test server cannot read its certificate");
        server->new_task_queue = [] { return new ThreadForEach; };
        server->set_tcp_nodelay(true);
        server->set_keep_alive_max_count(1000000);
        server->set_keep_alive_timeout(60);
        const auto handle = [this](const httplib::Request& request, httplib::Response& response) {
            answer(request, response);
        };
        server->Get(".*", handle);
        server->Post(".*", handle);
        server->Put(".*", handle);
        server->Delete(".*", handle);
        server->Options(".*", handle);
        port = server->bind_to_any_port("127.0.0.1");
        if (port <= 0)
            qFatal("the test server cannot bind to loopback");
        thread = std::thread([this] { server->listen_after_bind(); });
        while (!server->is_running())
            std::this_thread::yield();
    }

    ~Private() { stop(); }

    void stop()
    {
        {
            const std::lock_guard lock(mutex);
            if (stopping)
                return;
            stopping = true;
        }
        wake.notify_all();
        server->stop();
        cutConnections(0);
        thread.join();
    }

    void answer(const httplib::Request& request, httplib::Response& response)
    {
        HttpServerRequest seen;
        seen.method = QByteArray::fromStdString(request.method);
        seen.target = QByteArray::fromStdString(request.target);
        seen.path = QByteArray::fromStdString(request.path);
        seen.body = QByteArray::fromStdString(request.body);
        seen.remotePort = request.remote_port;
        if (X509* shown = request.ssl ? SSL_get1_peer_certificate(request.ssl) : nullptr) {
            std::array<char, 256> name{};
            X509_NAME_get_text_by_NID(X509_get_subject_name(shown), NID_commonName, name.data(),
                                      int(name.size()));
            seen.clientName = QString::fromUtf8(name.data());
            X509_free(shown);
        }
        for (const auto& [name, value] : request.headers) {
            // What httplib adds for its handlers did not come over the wire.
            if (name != "REMOTE_ADDR" && name != "REMOTE_PORT" && name != "LOCAL_ADDR" &&
                name != "LOCAL_PORT")
                seen.headers.append({QByteArray::fromStdString(name), QByteArray::fromStdString(value)});
        }

        Handler handler;
        {
            const std::lock_guard lock(mutex);
            requests.append(seen);
            handler = routes.value(seen.path, fallback);
        }
        perform(handler ? handler(seen) : HttpServerReply::text("no such route", 404), seen, response);
    }

    void perform(const HttpServerReply& reply, const HttpServerRequest& request, httplib::Response& response)
    {
        const bool drips = reply.manner == HttpServerReply::Manner::Drip;
        if (reply.manner == HttpServerReply::Manner::Stuck)
            waitForStop(std::chrono::hours(1));
        else if (!drips)
            waitForStop(reply.pause);

        response.status = reply.status;
        for (const auto& [name, value] : reply.headers)
            response.set_header(name.toStdString(), value.toStdString());
        const std::string type = reply.contentType.toStdString();
        switch (reply.manner) {
        case HttpServerReply::Manner::Answer:
            response.set_content(reply.body.toStdString(), type);
            break;
        case HttpServerReply::Manner::Stuck:
        case HttpServerReply::Manner::CutBefore:
            cutConnections(request.remotePort);
            break;
        case HttpServerReply::Manner::Drip:
            response.set_chunked_content_provider(
                type, [this, pause = reply.pause](size_t, httplib::DataSink& sink) {
                    return sink.write(" ", 1) && !waitForStop(pause);
                });
            break;
        case HttpServerReply::Manner::CutInside:
            response.set_content_provider(
                static_cast<size_t>(reply.body.size()) + 1000, type,
                [body = reply.body.toStdString()](size_t offset, size_t, httplib::DataSink& sink) {
                    return offset == 0 && sink.write(body.data(), body.size());
                });
            break;
        }
    }

    // Whether the server stops.
    bool waitForStop(std::chrono::milliseconds pause)
    {
        std::unique_lock lock(mutex);
        return wake.wait_for(lock, pause, [this] { return stopping; });
    }

    // httplib hands out no socket: the server's side of a connection is found by its ports. 0 means all of
    // them.
    void cutConnections(int remotePort) const
    {
#ifndef _WIN32
        for (int descriptor = 3; descriptor < 1024; ++descriptor) {
            sockaddr_in local{};
            sockaddr_in remote{};
            socklen_t localSize = sizeof local;
            socklen_t remoteSize = sizeof remote;
            if (::getsockname(descriptor, reinterpret_cast<sockaddr*>(&local), &localSize) != 0 ||
                local.sin_family != AF_INET || ntohs(local.sin_port) != port ||
                ::getpeername(descriptor, reinterpret_cast<sockaddr*>(&remote), &remoteSize) != 0)
                continue;
            if (remotePort == 0 || ntohs(remote.sin_port) == remotePort)
                ::shutdown(descriptor, SHUT_RDWR);
        }
#else
        Q_UNUSED(remotePort)
#endif
    }

    std::unique_ptr<httplib::Server> server;
    std::thread thread;
    QString scheme = QStringLiteral("http");
    int port = 0;

    mutable std::mutex mutex;
    std::condition_variable wake;
    bool stopping = false;
    QHash<QByteArray, Handler> routes;
    Handler fallback;
    QList<HttpServerRequest> requests;
};

HttpServer::HttpServer() : d(std::make_unique<Private>(nullptr)) {}

HttpServer::HttpServer(const TestCertificate& certificate) : d(std::make_unique<Private>(&certificate)) {}

HttpServer::HttpServer(const TestCertificate& certificate, const QString& clientAuthorityFile)
    : d(std::make_unique<Private>(&certificate, QFile::encodeName(clientAuthorityFile)))
{
}

HttpServer::HttpServer(std::unique_ptr<Private> parts) : d(std::move(parts)) {}

std::unique_ptr<HttpServer> HttpServer::withOldTls(const TestCertificate& certificate)
{
    return std::unique_ptr<HttpServer>(
        new HttpServer(std::make_unique<Private>(&certificate, QByteArray(), true)));
}

HttpServer::~HttpServer() = default;

void HttpServer::route(const QByteArray& path, Handler handler)
{
    const std::lock_guard lock(d->mutex);
    d->routes.insert(path, std::move(handler));
}

void HttpServer::route(const QByteArray& path, const HttpServerReply& reply)
{
    route(path, [reply](const HttpServerRequest&) { return reply; });
}

void HttpServer::setFallback(Handler handler)
{
    const std::lock_guard lock(d->mutex);
    d->fallback = std::move(handler);
}

int HttpServer::port() const
{
    return d->port;
}

QUrl HttpServer::url(const QString& path) const
{
    return url(QStringLiteral("127.0.0.1"), path);
}

QUrl HttpServer::url(const QString& host, const QString& path) const
{
    QUrl url;
    url.setScheme(d->scheme);
    url.setHost(host);
    url.setPort(d->port);
    url.setPath(path);
    return url;
}

QList<HttpServerRequest> HttpServer::requests() const
{
    const std::lock_guard lock(d->mutex);
    return d->requests;
}

QList<HttpServerRequest> HttpServer::requests(const QByteArray& path) const
{
    QList<HttpServerRequest> found;
    for (const HttpServerRequest& request : requests()) {
        if (request.path == path)
            found.append(request);
    }
    return found;
}

int HttpServer::count() const
{
    const std::lock_guard lock(d->mutex);
    return static_cast<int>(d->requests.size());
}

int HttpServer::count(const QByteArray& path) const
{
    return static_cast<int>(requests(path).size());
}

void HttpServer::forgetRequests()
{
    const std::lock_guard lock(d->mutex);
    d->requests.clear();
}

void HttpServer::stop()
{
    d->stop();
}

} // namespace hekim::test
