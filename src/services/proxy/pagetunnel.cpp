#include "services/proxy/pagetunnel.h"

#include "core/text/redaction.h"
#include "services/http/addressrace.h"
#include "services/proxy/httphead.h"
#include "services/proxy/proxychoice.h"

#include <QRegularExpression>
#include <QSslSocket>

#include <utility>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

/// Where a CONNECT wants to go; invalid for all that is none, or is not written as the engine does it. Plain
/// requests are not: beyond this computer no page may speak http.
QUrl placeIn(const QByteArray& request)
{
    static const QRegularExpression connect(
        uR"(\ACONNECT ([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\]):([0-9]{1,5}) HTTP/1\.1\r\n)"_s);
    const QRegularExpressionMatch match = connect.match(QString::fromLatin1(request));
    // What one side takes for the end of a line and the other does not would hide a second request.
    const QByteArray ends = QByteArray(request).replace("\r\n", "");
    const int port = match.captured(2).toInt();
    if (!match.hasMatch() || ends.contains('\n') || ends.contains('\r') || port == 0 || port > 0xffff)
        return {};
    return QUrl(u"https://%1:%2"_s.arg(match.captured(1)).arg(port), QUrl::StrictMode);
}

ErrorKind kindOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
        return ErrorKind::NameNotResolved;
    case QAbstractSocket::SocketTimeoutError:
        return ErrorKind::TimedOut;
    default:
        return ErrorKind::ConnectionFailed;
    }
}

} // namespace

PageTunnel::PageTunnel(QTcpSocket* client, Parts parts, QObject* parent)
    : Tunnel(client, parts.patience, parent), m_parts(std::move(parts))
{
}

void PageTunnel::clientSpoke()
{
    m_fromClient += m_client->readAll();
    if (m_fromClient.size() > HttpHead::maxBytes) {
        m_client->abort();
        return;
    }
    const qsizetype length = HttpHead::lengthIn(m_fromClient);
    if (length == 0 || !m_request.isEmpty())
        return;
    m_request = m_fromClient.left(length);
    m_fromClient.remove(0, length);
    judge();
}

void PageTunnel::judge()
{
    const QUrl place = placeIn(m_request);
    if (!place.isValid()) {
        end("400 Bad Request");
        return;
    }
    const bool allowed = m_parts.isAllowed(place) && (m_place.isEmpty() || m_place == place);
    m_place = place;
    emit judged(place, allowed);
    if (!allowed) {
        end("403 Forbidden");
    } else if (m_server) {
        ask();
    } else {
        m_parts.proxies.find(place, this, [this] {
            m_moreWays = m_parts.proxies.proxiesFor(m_place);
            if (!m_request.isEmpty())
                tryNextWay();
        });
    }
}

void PageTunnel::tryNextWay()
{
    m_way = m_moreWays.takeFirst();
    const bool direct = m_way.type() == QNetworkProxy::NoProxy;
    emit proxyFound(m_place, direct ? QString() : ProxyLogins::keyOf(m_way.hostName(), m_way.port()));
    if (!direct && !leadsToProxy()) {
        connectThrough(m_way);
        return;
    }
    AddressRace::reach(direct ? m_place.host() : m_way.hostName(),
                       direct ? static_cast<quint16>(m_place.port()) : m_way.port(), this,
                       [this](QTcpSocket* server, QAbstractSocket::SocketError error) {
                           if (server)
                               joined(server);
                           else
                               missed(error);
                       });
}

/// SOCKS: Qt speaks it.
void PageTunnel::connectThrough(const QNetworkProxy& socks)
{
    auto* server = new QTcpSocket(this);
    server->setProxy(socks);
    connect(server, &QTcpSocket::connected, this, [this, server] {
        server->disconnect(this);
        joined(server);
    });
    connect(server, &QTcpSocket::errorOccurred, this, [this, server](QAbstractSocket::SocketError error) {
        server->disconnect(this);
        server->deleteLater();
        missed(error);
    });
    server->connectToHost(m_place.host(), static_cast<quint16>(m_place.port()));
}

void PageTunnel::joined(QTcpSocket* server)
{
    if (m_request.isEmpty()) { // given up meanwhile
        server->deleteLater();
        return;
    }
    take(server);
    if (leadsToProxy())
        ask();
    else
        open("HTTP/1.1 200 Connection established\r\n\r\n");
}

void PageTunnel::missed(QAbstractSocket::SocketError error)
{
    if (m_request.isEmpty())
        return;
    if (!m_moreWays.isEmpty())
        tryNextWay();
    else if (m_way.type() == QNetworkProxy::NoProxy)
        giveUp(kindOf(error), nameOf(error));
    else
        giveUp(ErrorKind::Proxy, proxyTrouble(error));
}

bool PageTunnel::leadsToProxy() const
{
    return m_way.type() == QNetworkProxy::HttpProxy || m_way.type() == QNetworkProxy::HttpCachingProxy;
}

/// The engine takes all that stands behind this port for one proxy, and would send each of them the login of
/// any (rule S3).
bool PageTunnel::hasForeignLogin() const
{
    const QByteArray given = HttpHead(m_request).value(QByteArrayLiteral("Proxy-Authorization"));
    if (!given.toLower().startsWith("basic "))
        return false; // the others answer a challenge, and tell no password
    const auto login = m_parts.logins.of(ProxyLogins::keyOf(m_way.hostName(), m_way.port()));
    return !login || given.mid(6).trimmed() != (login->user + u':' + login->password).toUtf8().toBase64();
}

void PageTunnel::ask()
{
    m_fromServer.clear();
    m_server->write(hasForeignLogin()
                        ? HttpHead::withoutHeader(QByteArrayLiteral("Proxy-Authorization"), m_request)
                        : m_request);
}

void PageTunnel::serverSpoke(bool hasGone)
{
    const qsizetype length = HttpHead::lengthIn(m_fromServer);
    if (m_request.isEmpty()) {
        if (hasGone || m_fromServer.size() > HttpHead::maxBytes) // between two requests
            endClient();
    } else if (length > 0 && HttpHead(m_fromServer.left(length)).status() / 100 == 2) {
        open(m_fromServer);
    } else if (hasGone && m_fromServer.isEmpty()) {
        giveUp(ErrorKind::Proxy, u"the proxy closed the connection without an answer"_s);
    } else if (hasGone || HttpHead::isWholeAnswer(m_fromServer) ||
               m_fromServer.size() > 2 * HttpHead::maxBytes) {
        passAnswer(hasGone);
    }
}

/// One that opens nothing: the proxy wants a login, or says no.
void PageTunnel::passAnswer(bool hasGone)
{
    emit refused(m_place);
    m_request.clear();
    const QByteArray answer = std::exchange(m_fromServer, {});
    m_client->write(answer);
    if (hasGone || HttpHead(answer.left(HttpHead::lengthIn(answer))).endsConnection() ||
        answer.size() > HttpHead::maxBytes)
        endClient();
    else
        clientSpoke();
}

void PageTunnel::isLate()
{
    if (m_request.isEmpty() || isOpen())
        Tunnel::isLate();
    else
        giveUp(ErrorKind::TimedOut, u"no connection in time"_s);
}

void PageTunnel::giveUp(ErrorKind kind, const QString& detail)
{
    emit unreachable(m_place,
                     {.kind = kind, .step = Step::Page, .host = redacted(m_place.host()), .detail = detail});
    end("502 Bad Gateway");
}

void PageTunnel::end(const QByteArray& status)
{
    m_request.clear();
    leaveServer();
    m_client->write("HTTP/1.1 " + status + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    endClient();
}

} // namespace hekim
