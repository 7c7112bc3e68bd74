#include "services/proxy/proxygate.h"

#include "services/proxy/proxytunnel.h"

#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>

#include <array>

namespace hekim {

namespace {

QByteArray newWord()
{
    std::array<quint32, 8> random{};
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    return QByteArray(reinterpret_cast<const char*>(random.data()), sizeof(random)).toHex();
}

} // namespace

ProxyGate::ProxyGate(QObject* parent) : QObject(parent), m_word(newWord()) {}

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
        Tunnel::keepAccepting(*server);
        server->listen(QHostAddress::LocalHost);
    }
    if (!gate->server->isListening())
        return proxy;
    QNetworkProxy way = proxy;
    way.setHostName(gate->server->serverAddress().toString());
    way.setPort(gate->server->serverPort());
    way.setRawHeader(ProxyTunnel::wordHeader, m_word);
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
        if (m_tunnels.size() < m_limits.connections)
            admit(client, gate);
        else
            delete client;
    }
}

void ProxyGate::admit(QTcpSocket* client, const Gate& gate)
{
    if (m_unproven.size() >= m_limits.unproven)
        delete m_unproven.constFirst();
    auto* tunnel = new ProxyTunnel(client, {gate.proxy.hostName(), gate.proxy.port(), m_word, m_limits.proof},
                                   gate.server);
    m_tunnels.append(tunnel);
    m_unproven.append(tunnel);
    const QString key = ProxyLogins::keyOf(gate.proxy.hostName(), gate.proxy.port());
    connect(tunnel, &ProxyTunnel::proven, this, [this, tunnel] { m_unproven.removeOne(tunnel); });
    connect(tunnel, &QObject::destroyed, this, [this, tunnel] {
        m_tunnels.removeOne(tunnel);
        m_unproven.removeOne(tunnel);
    });
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
    tunnel->start();
}

} // namespace hekim
