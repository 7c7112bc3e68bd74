#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>

namespace hekim::test {

/// A real proxy on loopback in a thread of its own: forwards plain requests and CONNECT tunnels, whatever
/// host they name, to one port of this machine, and can ask for a login (Basic).
class ProxyServer
{
public:
    explicit ProxyServer(int targetPort);
    ~ProxyServer();
    ProxyServer(const ProxyServer&) = delete;
    ProxyServer& operator=(const ProxyServer&) = delete;

    /// From now on only with this login.
    void demand(const QByteArray& user, const QByteArray& password);
    [[nodiscard]] int port() const;
    [[nodiscard]] QString address() const; ///< "127.0.0.1:port", as `network/proxy` has it

    struct Request
    {
        QByteArray line;          ///< "CONNECT host:443 HTTP/1.1"
        QByteArray authorization; ///< of Proxy-Authorization, empty when absent
    };
    [[nodiscard]] QList<Request> requests() const;
    /// How often a login was presented.
    [[nodiscard]] int logins() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace hekim::test
