#include "training/http/httpserver.h"

#include "training/faults/faultresponses.h"
#include "training/http/router.h"

#include <httplib.h>

#include <QUrl>

namespace hekim::training {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t largestBody = size_t{64} * 1024;
constexpr size_t longestPath = 2048;
/// A browser keeps up to six connections to a host open, each page's profile its own; each holds a thread.
constexpr size_t workerThreads = 64;
constexpr time_t keepAliveSeconds = 10;
constexpr size_t keepAliveRequests = 1000;

QByteArray header(const httplib::Request& request, const char* name)
{
    return QByteArray::fromStdString(request.get_header_value(name));
}

Request readRequest(const httplib::Request& from)
{
    const auto target = QByteArray::fromStdString(from.target);
    const auto mark = target.indexOf('?');
    Request request;
    request.method = QByteArray::fromStdString(from.method);
    request.path = QUrl::fromPercentEncoding(mark < 0 ? target : target.left(mark));
    request.query = mark < 0 ? QByteArray() : target.mid(mark + 1);
    request.contentType = header(from, "Content-Type");
    request.authorization = header(from, "Authorization");
    request.cookie = header(from, "Cookie");
    request.host = header(from, "Host");
    request.origin = header(from, "Origin");
    request.accept = header(from, "Accept");
    return request;
}

/// Any web page can make a browser call a loopback port: a name that a foreign DNS leads here, and
/// forms of other sites, are turned away.
bool isFromHere(const Request& request)
{
    const auto host = QUrl(u"http://"_s + QString::fromLatin1(request.host)).host();
    const bool addressed = host == u"127.0.0.1"_s || host == u"localhost"_s;
    return addressed && (request.origin.isEmpty() || request.origin == "http://" + request.host);
}

void allowNoSharing(socket_t socket)
{
    // The library's own choice, SO_REUSEPORT, would let two ministries take turns on one port.
#ifdef Q_OS_WIN
    constexpr int option = SO_EXCLUSIVEADDRUSE;
#else
    constexpr int option = SO_REUSEADDR;
#endif
    const int yes = 1;
    setsockopt(socket, SOL_SOCKET, option, reinterpret_cast<const char*>(&yes), sizeof yes);
}

} // namespace

class HttpServer::Private
{
public:
    Private(const Router& router, Misbehaviour& misbehaviour) : m_router(router), m_misbehaviour(misbehaviour)
    {
        server.new_task_queue = [] { return new httplib::ThreadPool(workerThreads); };
        server.set_tcp_nodelay(true);
        server.set_keep_alive_timeout(keepAliveSeconds);
        server.set_keep_alive_max_count(keepAliveRequests);
        server.set_payload_max_length(largestBody);
        server.set_socket_options(allowNoSharing);
        server.set_default_headers({{"X-Content-Type-Options", "nosniff"}, {"Cache-Control", "no-store"}});
        takeRequests();
    }

    httplib::Server server;

private:
    void takeRequests()
    {
        // Requests without a body are answered before the library's own routing; those with one go through
        // its content readers, since elsewhere it holds form bodies to 8 KiB.
        server.set_pre_routing_handler([this](const httplib::Request& from, httplib::Response& response) {
            using Routed = httplib::Server::HandlerResponse;
            if (from.path.size() > longestPath) {
                response.status = 414;
                return Routed::Handled;
            }
            const bool mayHaveBody = from.method == "POST" || from.method == "PUT" ||
                                     from.method == "PATCH" || from.method == "DELETE";
            // Without either header there is no body (RFC 9112, 6.3); the library would wait for one.
            if (mayHaveBody && (from.has_header("Content-Length") || from.has_header("Transfer-Encoding"))) {
                return Routed::Unhandled;
            }
            answer(readRequest(from), response);
            return Routed::Handled;
        });
        const auto withBody = [this](const httplib::Request& from, httplib::Response& response,
                                     const httplib::ContentReader& reader) {
            readAndAnswer(from, response, reader);
        };
        constexpr char anyPath[] = "[\\s\\S]*";
        server.Post(anyPath, withBody);
        server.Put(anyPath, withBody);
        server.Patch(anyPath, withBody);
        server.Delete(anyPath, withBody);
        server.set_error_handler([this](const httplib::Request& from, httplib::Response& response) {
            if (response.body.empty() && response.content_length_ == 0) {
                answerWith(m_router.refusal(readRequest(from), response.status), response);
            }
        });
        server.set_exception_handler(
            [this](const httplib::Request& from, httplib::Response& response, const std::exception_ptr&) {
                answerWith(m_router.refusal(readRequest(from), 500), response);
            });
    }

    void readAndAnswer(const httplib::Request& from, httplib::Response& response,
                       const httplib::ContentReader& reader) const
    {
        auto request = readRequest(from);
        std::string body;
        const auto take = [&body](const char* data, size_t size) {
            body.append(data, size);
            return body.size() <= largestBody;
        };
        const bool whole = from.is_multipart_form_data()
                               ? reader([](const httplib::MultipartFormData&) { return true; }, take)
                               : reader(take);
        if (!whole) {
            const bool tooLarge = response.status == 413 || body.size() > largestBody;
            answerWith(m_router.refusal(request, tooLarge ? 413 : 400), response);
            return;
        }
        request.body = QByteArray::fromStdString(body);
        const bool isExpected = request.isForm() || (request.isJson() && m_router.find(request).takesJson);
        if (!request.body.isEmpty() && !isExpected) {
            answerWith(m_router.refusal(request, 415), response);
            return;
        }
        answer(request, response);
    }

    void answer(const Request& request, httplib::Response& response) const
    {
        if (!isFromHere(request)) {
            answerWith(m_router.refusal(request, 400), response);
            return;
        }
        const auto way = m_router.find(request);
        const auto what = way.area ? m_misbehaviour.take(*way.area) : Misbehaviour::What::None;
        answerBadly(
            what, request, [&] { return way.handler(request); }, m_misbehaviour, response);
    }

    const Router& m_router;
    Misbehaviour& m_misbehaviour;
};

HttpServer::HttpServer(const Router& router, Misbehaviour& misbehaviour)
    : d(std::make_unique<Private>(router, misbehaviour))
{
}

HttpServer::~HttpServer() = default;

std::optional<int> HttpServer::bind(int port)
{
    constexpr char loopback[] = "127.0.0.1";
    if (port != 0) {
        return d->server.bind_to_port(loopback, port) ? std::optional(port) : std::nullopt;
    }
    const int found = d->server.bind_to_any_port(loopback);
    return found > 0 ? std::optional(found) : std::nullopt;
}

void HttpServer::serve()
{
    d->server.listen_after_bind();
}

} // namespace hekim::training
