#pragma once

#include "core/error/error.h"
#include "platform/network/proxylogins.h"
#include "services/proxy/tunnel.h"

#include <QAbstractSocket>
#include <QNetworkProxy>
#include <QUrl>

#include <functional>

namespace hekim {

class ProxyChoice;

/// One connection of the pages' engine. What it asks for is judged, and then reached directly or through the
/// proxy that leads there. A proxy is told the request as it is and heard as it is, so that the engine logs
/// in to it by itself; that it does on one connection (NTLM), which has one of the proxy's for its own.
class PageTunnel : public Tunnel
{
    Q_OBJECT

public:
    struct Parts
    {
        std::function<bool(const QUrl& place)> isAllowed; ///< asked for each request: "https://host:port"
        ProxyChoice& proxies;
        const ProxyLogins& logins;
        std::chrono::milliseconds patience;
    };
    PageTunnel(QTcpSocket* client, Parts parts, QObject* parent);

signals:
    void judged(const QUrl& place, bool allowed);
    void proxyFound(const QUrl& place, const QString& proxy); ///< empty: directly
    void unreachable(const QUrl& place, const hekim::Error& trouble);
    void refused(const QUrl& place); ///< by the proxy, which has told the engine

protected:
    void clientSpoke() override;
    void serverSpoke(bool hasGone) override;
    void isLate() override;

private:
    void judge();
    void tryNextWay();
    void connectThrough(const QNetworkProxy& socks);
    void joined(QTcpSocket* server);
    void missed(QAbstractSocket::SocketError error);
    void ask();
    void passAnswer(bool hasGone);
    void giveUp(ErrorKind kind, const QString& detail);
    void end(const QByteArray& status);
    [[nodiscard]] bool leadsToProxy() const;
    [[nodiscard]] bool hasForeignLogin() const;

    Parts m_parts;
    QByteArray m_request; ///< waits for its answer
    QUrl m_place;         ///< the same in all requests of a connection
    QNetworkProxy m_way;
    QList<QNetworkProxy> m_moreWays;
};

} // namespace hekim
