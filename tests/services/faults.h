#pragma once

#include "support/httpserver.h"
#include "support/testcertificates.h"

#include "core/error/error.h"

#include <QDateTime>

#include <memory>

/// The faults of the matrix: what can be wrong with a service, and what is made of it.
namespace hekim::test {

using namespace Qt::StringLiterals;

/// Where a service is that is out of order. Certificates are of an authority that the test trusts.
class FaultyPlace
{
public:
    HttpServer& open() { return keep(std::make_unique<HttpServer>()); }
    HttpServer& open(const TestCertificate& certificate)
    {
        return keep(std::make_unique<HttpServer>(certificate));
    }
    HttpServer& keep(std::unique_ptr<HttpServer> server)
    {
        m_server = std::move(server);
        address = m_server->url(u"localhost"_s, {});
        return *m_server;
    }
    [[nodiscard]] HttpServer* server() const { return m_server.get(); }

    TestAuthority authority;
    TestAuthority stranger{u"Hekim Unknown CA"_s};
    QUrl address;

private:
    std::unique_ptr<HttpServer> m_server;
};

struct Fault
{
    const char* name;
    ErrorKind kind; ///< where the service's contract says nothing else
    std::function<void(FaultyPlace& place)> arrange;
    bool waits = false; ///< only the deadline ends it
    bool heals = true;  ///< the same place can be put in order again
    QString told{};     ///< what the line for IT says of it
};

inline Fault replying(const char* name, ErrorKind kind, const HttpServerReply& reply, bool waits = false)
{
    return {name, kind,
            [reply](FaultyPlace& place) {
                place.open().setFallback([reply](const HttpServerRequest&) { return reply; });
            },
            waits};
}

inline Fault withCertificate(const char* name, const QString& told,
                             const std::function<TestCertificate(FaultyPlace&)>& certificate)
{
    return {name,  ErrorKind::Tls, [certificate](FaultyPlace& place) { place.open(certificate(place)); },
            false, false,          told};
}

inline HttpServerReply with(HttpServerReply reply, const QByteArray& name, const QByteArray& value)
{
    reply.headers.emplaceBack(name, value);
    return reply;
}

inline QList<Fault> allFaults()
{
    const QStringList names{u"localhost"_s};
    const QDateTime now = QDateTime::currentDateTimeUtc();
    HttpServerReply picture = HttpServerReply::text("\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    picture.contentType = "image/png";
    return {
        {"no name", ErrorKind::NameNotResolved,
         [](FaultyPlace& place) { place.address = QUrl(u"https://servis.invalid"_s); }, false, false},
        {"refused", ErrorKind::ConnectionFailed, [](FaultyPlace& place) { place.open().stop(); }, false,
         false},
        replying("stuck", ErrorKind::TimedOut, HttpServerReply::stuck(), true),
        replying("dripping", ErrorKind::TimedOut, HttpServerReply::drip(), true),
        replying("cut before the reply", ErrorKind::ConnectionFailed, HttpServerReply::cutBefore()),
        replying("cut in the middle", ErrorKind::ConnectionFailed, HttpServerReply::cutInside()),
        replying("401", ErrorKind::CredentialsRefused, HttpServerReply::text("", 401)),
        replying("403", ErrorKind::CredentialsRefused, HttpServerReply::text("", 403)),
        replying("429", ErrorKind::ServerFailed,
                 with(HttpServerReply::json("{\"Message\":\"slow down\"}", 429), "Retry-After", "1")),
        replying("500", ErrorKind::ServerFailed, HttpServerReply::json("{\"Message\":\"fault\"}", 500)),
        replying("500 with a page", ErrorKind::ServerFailed,
                 HttpServerReply::html("<html>fault</html>", 500)),
        replying("HTML", ErrorKind::NetworkLogin, HttpServerReply::html()),
        replying("huge body", ErrorKind::BadReply, HttpServerReply::oversize(qsizetype{8} * 1024 * 1024)),
        replying("empty", ErrorKind::BadReply, HttpServerReply::text("")),
        replying("JSON of the wrong type", ErrorKind::BadReply, HttpServerReply::json("{\"a\":[true,null]}")),
        replying("a picture", ErrorKind::BadReply, picture),
        replying("redirect to a portal", ErrorKind::NetworkLogin,
                 HttpServerReply::redirect(QUrl(u"https://portal.example.invalid/login"_s))),
        withCertificate("expired certificate", u"certificate expired on 20"_s,
                        [=](FaultyPlace& place) {
                            return place.authority.issue(names, now.addDays(-20), now.addDays(-1));
                        }),
        withCertificate("wrong host", u"another host (other.example)"_s,
                        [](FaultyPlace& place) { return place.authority.issue({u"other.example"_s}); }),
        withCertificate("self-signed", u"self-signed certificate"_s,
                        [=](FaultyPlace& place) { return place.authority.selfSigned(names); }),
        withCertificate("unknown authority", u"Hekim Unknown CA"_s,
                        [=](FaultyPlace& place) { return place.stranger.issue(names); }),
        {"old TLS", ErrorKind::Tls,
         [=](FaultyPlace& place) { place.keep(HttpServer::withOldTls(place.authority.issue(names))); }, false,
         false, u"protocol version"_s},
    };
}

} // namespace hekim::test
