#include "audit/syslogconnection.h"

#include "core/redaction.h"
#include "platform/socketpatience.h"
#include "services/httpfailure.h"

#include <QMetaEnum>
#include <QNetworkProxy>
#include <QRandomGenerator>
#include <QSslConfiguration>
#include <QSslSocket>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hekim {

namespace {

/// In the program's own memory; what is beyond it waits in the trail's files.
constexpr qint64 mostWaitingBytes = qint64{64} * 1024;

QString nameOf(QAbstractSocket::SocketError error)
{
    return QString::fromLatin1(QMetaEnum::fromType<QAbstractSocket::SocketError>().valueToKey(error));
}

} // namespace

SyslogConnection::SyslogConnection(SyslogServer server, Patience patience, QObject* parent)
    : QObject(parent)
    , m_server(std::move(server))
    , m_patience(patience)
    , m_connecting(this)
    , m_taking(this)
    , m_settling(this)
    , m_retry(this)
{
    m_clock.start();
    for (QTimer* timer : {&m_connecting, &m_taking, &m_settling, &m_retry})
        timer->setSingleShot(true);
    connect(&m_connecting, &QTimer::timeout, this, [this] { fail(u"no connection in time"_s); });
    connect(&m_taking, &QTimer::timeout, this, [this] { fail(u"the server takes nothing"_s); });
    connect(&m_settling, &QTimer::timeout, this, &SyslogConnection::settle);
    connect(&m_retry, &QTimer::timeout, this, &SyslogConnection::open);
}

SyslogConnection::~SyslogConnection()
{
    close();
}

bool SyslogConnection::isOpen() const
{
    return m_socket && m_socket->isEncrypted() && m_socket->state() == QAbstractSocket::ConnectedState;
}

qint64 SyslogConnection::waitingBytes() const
{
    return m_socket->bytesToWrite() + m_socket->encryptedBytesToWrite();
}

bool SyslogConnection::hasRoom() const
{
    return isOpen() && waitingBytes() < mostWaitingBytes;
}

void SyslogConnection::open()
{
    if (m_socket || m_retry.isActive())
        return;
    m_tlsErrors.clear();
    m_socket = new QSslSocket(this);
    m_socket->setProxy(QNetworkProxy::NoProxy);
    QSslConfiguration configuration = m_socket->sslConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    m_socket->setSslConfiguration(configuration);
    connect(m_socket, &QSslSocket::encrypted, this, &SyslogConnection::connected);
    connect(m_socket, &QSslSocket::sslErrors, this,
            [this](const QList<QSslError>& errors) { m_tlsErrors += errors; });
    connect(m_socket, &QSslSocket::encryptedBytesWritten, this, &SyslogConnection::written);
    connect(m_socket, &QSslSocket::readyRead, m_socket, [socket = m_socket] { socket->readAll(); });
    // In a turn of its own: the socket may be in the middle of telling this.
    connect(
        m_socket, &QSslSocket::errorOccurred, this,
        [this, socket = m_socket] {
            if (socket == m_socket)
                ended();
        },
        Qt::QueuedConnection);
    m_connecting.start(m_patience.connecting);
    m_socket->connectToHostEncrypted(m_server.host, m_server.port);
}

void SyslogConnection::connected()
{
    m_connecting.stop();
    giveUpUnconfirmed(m_socket->socketDescriptor(), m_patience.taking);
    m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    emit roomMade();
}

void SyslogConnection::send(qint64 number, const QByteArray& frame)
{
    m_socket->write(frame);
    m_sent = number;
    if (!m_taking.isActive())
        m_taking.start(m_patience.taking);
}

void SyslogConnection::flush()
{
    if (isOpen())
        m_socket->flush();
}

void SyslogConnection::written()
{
    if (!isOpen())
        return;
    if (waitingBytes() > 0) {
        m_taking.start(m_patience.taking);
    } else {
        m_taking.stop();
        if (m_sent > 0 && (m_handed.isEmpty() || m_handed.constLast().number != m_sent))
            m_handed.append({m_sent, m_clock.elapsed() + m_patience.settling.count()});
        if (!m_handed.isEmpty() && !m_settling.isActive())
            m_settling.start(m_patience.settling);
    }
    if (hasRoom())
        emit roomMade();
}

void SyslogConnection::settle()
{
    const qint64 now = m_clock.elapsed();
    qint64 number = 0;
    while (!m_handed.isEmpty() && m_handed.constFirst().settlesAt <= now)
        number = m_handed.takeFirst().number;
    if (!m_handed.isEmpty()) // not one by one: each is written down
        m_settling.start(std::chrono::milliseconds(m_handed.constFirst().settlesAt - now) +
                         std::min<std::chrono::milliseconds>(m_patience.settling, 1s));
    if (number == 0)
        return;
    if (m_sent == number)
        m_sent = 0;
    m_wait = 0ms;
    if (std::exchange(m_told, false))
        qInfo("audit: %s takes the copy again", qUtf8Printable(m_server.toString()));
    emit settled(number);
}

void SyslogConnection::ended()
{
    // A server may end a connection over which nothing goes; the next line makes another.
    if (m_socket->error() == QAbstractSocket::RemoteHostClosedError && !m_connecting.isActive() &&
        m_sent == 0)
        close();
    else if (!m_tlsErrors.isEmpty())
        fail(httpFailure(QNetworkReply::SslHandshakeFailedError, m_tlsErrors, {}, m_server.host).detail);
    else
        fail(nameOf(m_socket->error()));
}

void SyslogConnection::fail(const QString& reason)
{
    close();
    // Not all workstations at the same moment, where the server was away.
    m_wait = std::clamp(2 * m_wait, m_patience.firstWait, m_patience.longestWait);
    m_retry.start(m_wait + m_wait * QRandomGenerator::global()->bounded(25) / 100);
    if (!std::exchange(m_told, true))
        qWarning("audit: no copy goes to %s: %s", qUtf8Printable(m_server.toString()),
                 qUtf8Printable(redacted(reason)));
    emit lost();
}

void SyslogConnection::close()
{
    for (QTimer* timer : {&m_connecting, &m_taking, &m_settling})
        timer->stop();
    m_handed.clear();
    m_sent = 0;
    if (QSslSocket* socket = std::exchange(m_socket, nullptr)) {
        socket->disconnect();
        if (socket->isEncrypted()) { // says good-bye, where the operating system takes it at once
            socket->disconnectFromHost();
            socket->flush();
        }
        socket->abort();
        socket->deleteLater();
    }
}

} // namespace hekim
