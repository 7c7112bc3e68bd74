#pragma once

#include <QAbstractSocket>
#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <chrono>

class QTcpServer;
class QTcpSocket;

namespace hekim {

/// A client's connection to this program and the one that is made for it. What is said before the two are
/// joined is the heir's. Neither side makes it keep what the other does not take: it reads no further then.
class Tunnel : public QObject
{
    Q_OBJECT

public:
    ~Tunnel() override;
    void start() { clientSpoke(); }
    /// Of the server that the clients come to: after a connection that it could not take (no file descriptor
    /// is left, say) Qt takes none any more until it is told to.
    static void keepAccepting(QTcpServer& server);
    [[nodiscard]] bool isOpen() const { return m_isOpen; }

protected:
    static constexpr std::chrono::seconds longestHandshake{60}; ///< the clients' own deadlines are shorter

    /// Owns `client`; deletes itself when that has gone. `patience` for its first words.
    Tunnel(QTcpSocket* client, std::chrono::milliseconds patience, QObject* parent);

    virtual void clientSpoke() = 0;             ///< before it is open: there may be something to read
    virtual void serverSpoke(bool hasGone) = 0; ///< before it is open: m_fromServer has grown, or that is all
    virtual void isLate();                      ///< the deadline has passed

    void take(QTcpSocket* server);
    /// From here on the bytes are the two sides' own.
    void open(const QByteArray& start);
    /// When it has read what waits for it, but not for ever.
    void endClient();
    void leaveServer();
    /// Why a proxy was not reached, for IT.
    static QString proxyTrouble(QAbstractSocket::SocketError error);
    static QString nameOf(QAbstractSocket::SocketError error);

    QTcpSocket* const m_client;
    QTcpSocket* m_server = nullptr;
    QByteArray m_fromClient;
    QByteArray m_fromServer;
    QTimer m_deadline; ///< for all that comes before the tunnel stands, and for its end

private:
    void readClient();
    void readServer();

    bool m_isOpen = false;
};

} // namespace hekim
