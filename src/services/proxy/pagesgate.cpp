#include "services/proxy/pagesgate.h"

#include "platform/network/connectionowner.h"
#include "services/proxy/pagetunnel.h"

#include <QTcpSocket>

#include <algorithm>

namespace hekim {

PagesGate::PagesGate(Judge isAllowed, const ProxyLogins& logins, QObject* parent)
    : QObject(parent), m_isAllowed(std::move(isAllowed)), m_logins(logins)
{
    m_server.setProxy(QNetworkProxy::NoProxy);
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket* client = m_server.nextPendingConnection())
            take(client);
    });
    Tunnel::keepAccepting(m_server);
}

quint16 PagesGate::listen()
{
    if (!m_server.isListening() && !m_server.listen(QHostAddress::LocalHost))
        qWarning("web: no port for the pages' connections: %s", qUtf8Printable(m_server.errorString()));
    return m_server.serverPort();
}

QString PagesGate::proxyTo(const QString& host) const
{
    return m_ways.value(host.toLower()).proxy;
}

std::optional<Error> PagesGate::troubleWith(const QString& host) const
{
    return m_ways.value(host.toLower()).trouble;
}

bool PagesGate::makesRoom()
{
    if (m_tunnels.size() < m_limits.connections)
        return true;
    const auto waiting =
        std::ranges::find_if(m_tunnels, [](const PageTunnel* tunnel) { return !tunnel->isOpen(); });
    if (waiting == m_tunnels.end())
        return false;
    delete *waiting;
    return true;
}

void PagesGate::take(QTcpSocket* client)
{
    if (!isOwnUsersConnection(client->peerPort(), client->localPort()) || !makesRoom()) {
        delete client;
        return;
    }
    auto* tunnel = new PageTunnel(client, {m_isAllowed, m_proxies, m_logins, m_limits.patience}, this);
    m_tunnels.append(tunnel);
    connect(tunnel, &QObject::destroyed, this, [this, tunnel] { m_tunnels.removeOne(tunnel); });
    connect(tunnel, &PageTunnel::judged, this, [this](const QUrl& place, bool allowed) {
        if (!allowed) // no name: a page puts into one what it likes (rule S1)
            qInfo("web: a connection to a host that is not the environment's was refused");
        emit judged(place, allowed);
    });
    connect(tunnel, &PageTunnel::proxyFound, this,
            [this](const QUrl& place, const QString& proxy) { wayTo(place).proxy = proxy; });
    connect(tunnel, &PageTunnel::refused, this, [this](const QUrl& place) { wayTo(place).trouble.reset(); });
    connect(tunnel, &PageTunnel::unreachable, this,
            [this](const QUrl& place, const Error& trouble) { wayTo(place).trouble = trouble; });
    tunnel->start();
}

PagesGate::Way& PagesGate::wayTo(const QUrl& place)
{
    constexpr qsizetype mostHosts = 1000; // of a domain, a page names as many as it likes
    if (m_ways.size() > mostHosts)
        m_ways.clear();
    return m_ways[place.host()];
}

} // namespace hekim
