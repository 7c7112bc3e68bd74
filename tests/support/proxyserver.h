#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>

namespace hekim::test {

/// A real proxy on loopback in a thread of its own: forwards plain requests and CONNECT tunnels, whatever
/// host they name, to one port of this machine, and can ask for a login (Basic, NTLM).
class ProxyServer
{
public:
    explicit ProxyServer(int targetPort);
    ~ProxyServer();
    ProxyServer(const ProxyServer&) = delete;
    ProxyServer& operator=(const ProxyServer&) = delete;

    /// From now on only with this login. A proxy that `closes` ends the connection with its refusal and does
    /// not say so.
    void demand(const QByteArray& user, const QByteArray& password, bool closes = false);
    /// By NTLM: a challenge, then this domain and user on the same connection; the password is not looked at,
    /// unless the answer has none. A proxy that `closes` ends the connection with its first 407, as many do.
    void demandNtlm(const QString& domain, const QString& user, bool closes = false);
    /// Refuses everything, always with these headers ("Proxy-Authenticate: Negotiate\r\n").
    void refuseWith(const QByteArray& headers);
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
