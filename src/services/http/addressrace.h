#pragma once

#include <QAbstractSocket>
#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

class QSslSocket;

namespace hekim {

/// Connects to the addresses of one host side by side (RFC 8305): one after the other a little later, or as
/// soon as the one before failed, and the first that connects wins. An address that swallows packets costs
/// that little while, not the patience of the operating system.
class AddressRace : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds step{250};

    /// The addresses in the order of the name service; tried by families in turns.
    AddressRace(const QList<QHostAddress>& addresses, quint16 port, QObject* parent);

    /// Looks the host up and races to its addresses. `done` once, in a later turn unless `context` has gone,
    /// with the connection as a child of that, or null and why (HostNotFoundError: it has no address).
    static void
    reach(const QString& host, quint16 port, QObject* context,
          const std::function<void(QSslSocket* socket, QAbstractSocket::SocketError error)>& done);

    /// Also tries the addresses that are not needed any more, and waits this long for them (for the
    /// connection check).
    void judgeAll(std::chrono::milliseconds rest) { m_rest = rest; }
    /// Ends by itself when an address connects or all have failed. One that swallows packets does not fail:
    /// the caller has a deadline.
    void start();

    /// The connection that won, the caller's from now on; null when all have failed.
    [[nodiscard]] QSslSocket* takeWinner();
    /// Those that were tried and gave no connection. One of a family that this computer has no way for is
    /// none of them: it costs nothing.
    [[nodiscard]] QList<QHostAddress> dead() const;
    /// Of the last that failed.
    [[nodiscard]] QAbstractSocket::SocketError error() const { return m_error; }

signals:
    void ended();

private:
    struct Runner
    {
        QHostAddress address;
        QSslSocket* socket = nullptr;
        bool connected = false;
        bool failed = false;
        bool hasNoWay = false;
    };

    void tryNext();
    void onConnected(qsizetype runner);
    void onFailed(qsizetype runner, QAbstractSocket::SocketError error);
    void endIfAllSpoke();
    void end();

    QList<QHostAddress> m_waiting;
    quint16 m_port;
    QList<Runner> m_runners;
    QSslSocket* m_winner = nullptr;
    QAbstractSocket::SocketError m_error = QAbstractSocket::UnknownSocketError;
    std::chrono::milliseconds m_rest{0};
    QTimer m_next;
    QTimer m_last;
    bool m_ended = false;
};

} // namespace hekim
