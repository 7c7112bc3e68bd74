#include "support/syslogsink.h"

#include "support/testcertificates.h"

#include <QFile>
#include <QHostAddress>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

#include <algorithm>
#include <memory>

namespace hekim::test {

SyslogSink::SyslogSink(const TestCertificate& certificate, quint16 port, QSsl::SslProtocol protocol)
{
    QFile key(certificate.keyFile);
    if (!key.open(QIODevice::ReadOnly))
        qFatal("no key");
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(QSslCertificate::fromPath(certificate.certificateFile));
    configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setProtocol(protocol);
    m_server.setSslConfiguration(configuration);
    connect(&m_server, &QSslServer::startedEncryptionHandshake, this, [this](QSslSocket* socket) {
        m_sockets.append(socket);
        if (m_manner == Manner::ReadsNothing)
            socket->setReadBufferSize(1);
    });
    connect(&m_server, &QSslServer::pendingConnectionAvailable, this, [this] {
        while (auto* socket = qobject_cast<QSslSocket*>(m_server.nextPendingConnection())) {
            ++m_count;
            if (m_manner == Manner::Takes)
                take(socket);
        }
    });
    if (!m_server.listen(QHostAddress::LocalHost, port))
        qFatal("the port is taken");
}

SyslogSink::~SyslogSink()
{
    stop();
}

void SyslogSink::stop()
{
    m_server.close();
    cut();
}

void SyslogSink::cut()
{
    for (const auto& socket : std::exchange(m_sockets, {})) {
        if (socket) {
            socket->disconnect();
            socket->abort();
            socket->deleteLater();
        }
    }
}

QByteArrayList SyslogSink::texts() const
{
    QByteArrayList texts;
    for (const SyslogMessage& message : m_messages)
        texts.append(message.text);
    return texts;
}

void SyslogSink::take(QSslSocket* socket)
{
    const auto rest = std::make_shared<QByteArray>();
    const auto read = [this, socket, rest] {
        const QByteArray came = socket->readAll();
        m_bytes += came;
        *rest += came;
        while (true) {
            const qsizetype blank = rest->indexOf(' ');
            bool isNumber = false;
            const qsizetype size = rest->left(std::max<qsizetype>(blank, 0)).toLongLong(&isNumber);
            if (blank < 0 || (isNumber && rest->size() < blank + 1 + size))
                return;
            if (!isNumber || size <= 0) {
                m_malformed = true;
                return;
            }
            const QByteArray message = rest->mid(blank + 1, size);
            rest->remove(0, blank + 1 + size);
            // "<PRI>1 TIME HOST APP PROCID MSGID - MSG"
            const QByteArrayList words = message.split(' ');
            const QByteArray header = words.first(std::min<qsizetype>(6, words.size())).join(' ');
            m_malformed |= words.size() < 8 || words.at(6) != "-";
            m_messages.append({header, message.mid(header.size() + 3)});
        }
    };
    connect(socket, &QSslSocket::readyRead, this, read);
    read();
}

} // namespace hekim::test
