#pragma once

#include "platform/network/proxylogins.h"

#include <QHash>
#include <QNetworkProxy>
#include <QObject>
#include <QStringList>

#include <chrono>
#include <optional>

class QTcpServer;
class QTcpSocket;

namespace hekim {

/// A login as Qt has to be given it: what it writes as Latin-1 comes out as the UTF-8 that browsers send.
Login forQt(const Login& login);

class ProxyTunnel;

/// Stands between Qt and the hospital's HTTP proxies, one port of this computer for each, since Qt 6.4.2
/// sends CONNECT for ever where a proxy wants NTLM and does not let it through at once: its loop asks for no
/// login and outlives the request. Each connection is a ProxyTunnel, which ends such a loop and does NTLM
/// itself.
///
/// The port can be reached by every user of this computer, so a connection has to prove itself: wayTo() gives
/// Qt a word of this gate's own, which Qt sends with each CONNECT and the tunnel keeps to itself (tried with
/// 6.4.2). One without it gets no further, neither to the proxy, which might let all of this computer
/// through, nor into what obstacleOf() tells. A login is never added here, it comes with the connection that
/// wants it.
class ProxyGate : public QObject
{
    Q_OBJECT

public:
    explicit ProxyGate(QObject* parent = nullptr);

    struct Limits
    {
        qsizetype connections = 256;           ///< one more is closed at once; the services need some dozens
        qsizetype unproven = 32;               ///< the oldest of these makes room for the next
        std::chrono::milliseconds proof{5000}; ///< Qt sends its CONNECT at once
    };
    /// For connections from now on.
    void setLimits(const Limits& limits) { m_limits = limits; }

    /// The way to this proxy; another kind than HTTP is left as it is.
    QNetworkProxy wayTo(const QNetworkProxy& proxy);
    /// "host:port" of the proxy itself (ProxyLogins::keyOf), also for what wayTo() gave.
    [[nodiscard]] QString keyOf(const QNetworkProxy& proxy) const;

    /// What stands in the way of every connection through this proxy, as it said last.
    struct Obstacle
    {
        /// It wants a login, but by none of the methods that can be given; those that it offers, maybe none.
        std::optional<QStringList> methods;
        QString trouble; ///< it cannot be reached: for IT, in fixed English words
    };
    [[nodiscard]] Obstacle obstacleOf(const QString& key) const { return m_obstacles.value(key); }

private:
    struct Gate
    {
        QTcpServer* server = nullptr;
        QNetworkProxy proxy;
    };
    void take(const Gate& gate);
    void admit(QTcpSocket* client, const Gate& gate);

    Limits m_limits;
    const QByteArray m_word;
    QList<ProxyTunnel*> m_tunnels;
    QList<ProxyTunnel*> m_unproven; ///< of these, the oldest first
    QHash<QString, Gate> m_gates;
    QHash<QString, Obstacle> m_obstacles;
};

} // namespace hekim
