#pragma once

#include "platform/network/pagesway.h"
#include "services/proxy/proxychoice.h"

#include <QTcpServer>
#include <QUrl>

#include <functional>

namespace hekim {

class PageTunnel;
class ProxyLogins;

/// The one way out of the pages' engine: a proxy on a port of this computer that judges each host, also for
/// connections that no gate of the browser sees (WebRTC's, and those made ahead), and goes on directly or by
/// the hospital's proxy (rule S5). The engine looks up no names (pagesproxy.h); this does, for what it lets
/// through. What it cannot reach it tells as the page's failure (rule W1), of which the engine sees a tunnel
/// that does not stand.
///
/// The engine has nothing to prove itself with: the one word that it sends to a proxy is the hospital's
/// login. Connections of other users are closed where the system tells whose they are (Linux). To others of
/// this user's programs, and on Windows, nothing is to be had here: they reach the hosts that it leads to
/// without it as well, and no login and no certificate is added on the way; the room that they can take is
/// bounded.
class PagesGate : public QObject, public PagesWay
{
    Q_OBJECT

public:
    /// Whether a page may reach "https://host:port".
    using Judge = std::function<bool(const QUrl& place)>;

    /// The logins outlive it.
    PagesGate(Judge isAllowed, const ProxyLogins& logins, QObject* parent = nullptr);

    [[nodiscard]] ProxyChoice& proxies() { return m_proxies; }
    /// The port that the engine has to be sent to; 0 where there is none.
    quint16 listen();

    [[nodiscard]] QString proxyTo(const QString& host) const override;
    [[nodiscard]] std::optional<Error> troubleWith(const QString& host) const override;

    struct Limits
    {
        /// The engine opens up to 64 for each patient. One more takes the place of the oldest that waits for
        /// its tunnel, or is closed at once.
        qsizetype connections = 512;
        std::chrono::milliseconds patience{60'000}; ///< until the tunnel stands; pages give up before
    };
    /// For connections from now on.
    void setLimits(const Limits& limits) { m_limits = limits; }

signals:
    void judged(const QUrl& place, bool allowed);

private:
    struct Way
    {
        QString proxy;
        std::optional<Error> trouble;
    };
    void take(QTcpSocket* client);
    [[nodiscard]] bool makesRoom();
    Way& wayTo(const QUrl& place);

    Judge m_isAllowed;
    const ProxyLogins& m_logins;
    ProxyChoice m_proxies;
    QTcpServer m_server;
    Limits m_limits;
    QList<PageTunnel*> m_tunnels; ///< the oldest first
    QHash<QString, Way> m_ways;
};

} // namespace hekim
