#pragma once

#include <QByteArray>
#include <QList>
#include <QPointer>
#include <QSslServer>
#include <QSslSocket>

namespace hekim::test {

struct TestCertificate;

/// A message as it came, taken apart by RFC 5425's lengths and RFC 5424's header.
struct SyslogMessage
{
    QByteArray header; ///< up to the structured data, which is "-"
    QByteArray text;
};

/// A syslog server over TLS on loopback, in the event loop of the test.
class SyslogSink : public QObject
{
    Q_OBJECT

public:
    enum class Manner { Takes, ReadsNothing };

    explicit SyslogSink(const TestCertificate& certificate, quint16 port = 0,
                        QSsl::SslProtocol protocol = QSsl::TlsV1_2OrLater);
    ~SyslogSink() override;

    void setManner(Manner manner) { m_manner = manner; }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    /// No connection any more, and the port refuses.
    void stop();
    /// Ends the connections at hand without reading what they still hold.
    void cut();

    [[nodiscard]] QByteArray bytes() const { return m_bytes; } ///< of all connections, in their order
    [[nodiscard]] int connections() const { return m_count; }  ///< whose handshake came to its end
    [[nodiscard]] QList<SyslogMessage> messages() const { return m_messages; }
    [[nodiscard]] QByteArrayList texts() const;
    [[nodiscard]] bool isMalformed() const { return m_malformed; }

private:
    void take(QSslSocket* socket);

    QSslServer m_server;
    Manner m_manner = Manner::Takes;
    QList<QPointer<QSslSocket>> m_sockets;
    QByteArray m_bytes;
    QList<SyslogMessage> m_messages;
    int m_count = 0;
    bool m_malformed = false;
};

} // namespace hekim::test
