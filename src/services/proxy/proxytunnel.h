#pragma once

#include "platform/network/proxylogins.h"
#include "services/proxy/httphead.h"
#include "services/proxy/tunnel.h"

#include <optional>

namespace hekim {

/// One connection of Qt to a proxy. A CONNECT is passed on as it is, but NTLM is offered to Qt as Basic,
/// which asks for a login and ends, and is then done here by its own messages. Where Qt does it by itself,
/// with the login of Windows or a Kerberos ticket, it may do so once: after that, this is not offered again.
class ProxyTunnel : public Tunnel
{
    Q_OBJECT

public:
    /// Stands in each CONNECT of this program, and goes no further than here.
    static constexpr auto wordHeader = "Hekim-Gate";

    struct Way
    {
        QString proxy;
        quint16 port = 0;
        QByteArray word;                 ///< a request has to hold it, or it is refused
        std::chrono::milliseconds proof; ///< how long its first request may take
    };
    ProxyTunnel(QTcpSocket* client, Way way, QObject* parent);

signals:
    /// A request held the word.
    void proven();
    /// The proxy's answer to a CONNECT; `canBeMet`: what it offers can be tried (again).
    void answered(const hekim::HttpHead& head, bool canBeMet);
    void unreachable(const QString& trouble);

protected:
    void clientSpoke() override;
    void serverSpoke(bool hasGone) override;

private:
    void reach();
    void ask(const QByteArray& request);
    void judge(const HttpHead& answer);
    void refuse(const HttpHead& answer);
    void giveUp(const QString& trouble);

    Way m_way;
    bool m_isProven = false;
    QByteArray m_request;        ///< the CONNECT that waits for its answer
    std::optional<Login> m_ntlm; ///< the login to answer the proxy's challenge with
    bool m_speaksNtlm = false;   ///< the proxy does, and Qt was told Basic
    bool m_isAgain = false;      ///< asked over a connection that has refused before
    int m_ownRounds = 0;         ///< CONNECTs in which Qt spoke NTLM or Negotiate by itself
};

} // namespace hekim
