#pragma once

#include "core/syslogserver.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QSslError>
#include <QTimer>

#include <chrono>

class QSslSocket;

namespace hekim {

/// One TLS connection to a syslog server (RFC 5425), made again where it breaks. The operating system's store
/// judges the server's certificate and nothing overrides it: before that nothing is sent (rule S4). Straight
/// to the server, which is the institution's own: no proxy.
///
/// Syslog knows no receipt. What was handed to the operating system counts as taken when the connection has
/// outlived `settling`, within which the system itself would have ended it, had nothing arrived.
class SyslogConnection : public QObject
{
    Q_OBJECT

public:
    struct Patience
    {
        std::chrono::milliseconds connecting{20'000}; ///< to the end of the handshake
        std::chrono::milliseconds taking{20'000};     ///< for a server that takes nothing
        std::chrono::milliseconds settling{30'000};   ///< more than `taking`
        std::chrono::milliseconds firstWait{1'000};   ///< before trying again; doubled each time
        std::chrono::milliseconds longestWait{300'000};
    };

    SyslogConnection(SyslogServer server, Patience patience, QObject* parent = nullptr);
    ~SyslogConnection() override;

    /// Connects, unless it does already or waits after a failure.
    void open();
    [[nodiscard]] bool isOpen() const;
    /// Whether more may be given to send() now.
    [[nodiscard]] bool hasRoom() const;
    /// Only while it isOpen(). `number` is 1 and up.
    void send(qint64 number, const QByteArray& frame);
    /// Hands over as much as the operating system takes at once.
    void flush();

signals:
    void roomMade();             ///< it is open and hasRoom()
    void settled(qint64 number); ///< everything up to here counts as taken
    void lost();                 ///< it has ended: what is not settled is to be sent again

private:
    void connected();
    void written();
    void settle();
    void ended();
    void fail(const QString& reason);
    void close();
    [[nodiscard]] qint64 waitingBytes() const;

    struct Handed
    {
        qint64 number;
        qint64 settlesAt; ///< of m_clock, ms
    };

    SyslogServer m_server;
    Patience m_patience;
    QSslSocket* m_socket = nullptr;
    QList<QSslError> m_tlsErrors;
    qint64 m_sent = 0; ///< number of the last line given to the socket; 0: nothing unsettled
    QList<Handed> m_handed;
    QElapsedTimer m_clock;
    QTimer m_connecting;
    QTimer m_taking;
    QTimer m_settling;
    QTimer m_retry;
    std::chrono::milliseconds m_wait{0};
    bool m_told = false; ///< the outage, in the log
};

} // namespace hekim
