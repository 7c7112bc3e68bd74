#include "services/proxy/proxygate.h"

#include "services/proxy/proxytunnel.h"

#include <QTcpServer>
#include <QTcpSocket>

namespace hekim {

Login forQt(const Login& login)
{
    return {QString::fromLatin1(login.user.toUtf8()), QString::fromLatin1(login.password.toUtf8())};
}

QNetworkProxy ProxyGate::wayTo(const QNetworkProxy& proxy)
{
    const bool isHttp =
        proxy.type() == QNetworkProxy::HttpProxy || proxy.type() == QNetworkProxy::HttpCachingProxy;
    if (!isHttp)
        return proxy;
    const QString key = ProxyLogins::keyOf(proxy.hostName(), proxy.port());
    auto gate = m_gates.find(key);
    if (gate == m_gates.end()) {
        auto* server = new QTcpServer(this);
        server->setProxy(QNetworkProxy::NoProxy);
        gate = m_gates.insert(key, {server, proxy});
        connect(server, &QTcpServer::newConnection, this, [this, key] { take(m_gates.value(key)); });
        server->listen(QHostAddress::LocalHost);
    }
    if (!gate->server->isListening())
        return proxy;
    QNetworkProxy way = proxy;
    way.setHostName(gate->server->serverAddress().toString());
    way.setPort(gate->server->serverPort());
    return way;
}

QString ProxyGate::keyOf(const QNetworkProxy& proxy) const
{
    for (auto gate = m_gates.cbegin(); gate != m_gates.cend(); ++gate) {
        if (gate->server->serverPort() == proxy.port() &&
            gate->server->serverAddress().toString() == proxy.hostName())
            return gate.key();
    }
    return ProxyLogins::keyOf(proxy.hostName(), proxy.port());
}

void ProxyGate::take(const Gate& gate)
{
    while (QTcpSocket* client = gate.server->nextPendingConnection()) {
        auto* tunnel = new ProxyTunnel(client, gate.proxy.hostName(), gate.proxy.port(), gate.server);
        const QString key = ProxyLogins::keyOf(gate.proxy.hostName(), gate.proxy.port());
        connect(tunnel, &ProxyTunnel::answered, this, [this, key](const HttpHead& head, bool canBeMet) {
            Obstacle obstacle;
            if (head.status() == 407 && !canBeMet) {
                obstacle.methods.emplace();
                for (const HttpHead::Offer& offer : head.offers())
                    obstacle.methods->append(offer.method);
                obstacle.methods->removeDuplicates();
            }
            m_obstacles.insert(key, obstacle);
        });
        connect(tunnel, &ProxyTunnel::unreachable, this, [this, key](const QString& trouble) {
            m_obstacles.insert(key, {{}, trouble});
        });
    }
}

} // namespace hekim
