#include "services/proxy/tunnel.h"

#include <QMetaEnum>
#include <QTcpServer>
#include <QTcpSocket>

#include <utility>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {
constexpr qint64 mostUnread = qint64{256} * 1024; ///< of one side, before the other has taken it
} // namespace

void Tunnel::keepAccepting(QTcpServer& server)
{
    connect(&server, &QTcpServer::acceptError, &server, [&server] {
        QTimer::singleShot(std::chrono::milliseconds(250), &server, [&server] { server.resumeAccepting(); });
    });
}

Tunnel::Tunnel(QTcpSocket* client, std::chrono::milliseconds patience, QObject* parent)
    : QObject(parent), m_client(client)
{
    client->setParent(this);
    client->setReadBufferSize(mostUnread);
    client->setSocketOption(QAbstractSocket::LowDelayOption, 1); // as both sides have set it on theirs
    connect(client, &QTcpSocket::readyRead, this, &Tunnel::readClient);
    connect(client, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    connect(client, &QTcpSocket::bytesWritten, this, [this] {
        if (m_isOpen)
            readServer();
    });
    connect(&m_deadline, &QTimer::timeout, this, [this] { isLate(); });
    m_deadline.setSingleShot(true);
    m_deadline.start(patience);
}

Tunnel::~Tunnel()
{
    m_client->disconnect(this);
    leaveServer();
}

void Tunnel::isLate()
{
    m_client->abort();
}

void Tunnel::take(QTcpSocket* server)
{
    m_server = server;
    m_server->setParent(this);
    m_server->setReadBufferSize(mostUnread);
    m_server->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_server->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    connect(m_server, &QTcpSocket::readyRead, this, &Tunnel::readServer);
    connect(m_server, &QTcpSocket::disconnected, this, &Tunnel::readServer);
    connect(m_server, &QTcpSocket::bytesWritten, this, [this] {
        if (m_isOpen)
            readClient();
    });
}

void Tunnel::readClient()
{
    if (!m_isOpen)
        clientSpoke();
    // As far as the other side takes it.
    else if (m_server && m_server->state() == QAbstractSocket::ConnectedState &&
             m_server->bytesToWrite() <= mostUnread)
        m_server->write(m_client->readAll());
}

void Tunnel::readServer()
{
    if (!m_server || (m_isOpen && m_client->bytesToWrite() > mostUnread))
        return;
    const QByteArray read = m_server->readAll();
    const bool hasGone = m_server->state() == QAbstractSocket::UnconnectedState;
    if (!m_isOpen) {
        m_fromServer += read;
        serverSpoke(hasGone);
        return;
    }
    m_client->write(read);
    if (hasGone)
        endClient();
}

void Tunnel::open(const QByteArray& start)
{
    m_isOpen = true;
    m_deadline.stop();
    m_client->write(start);
    if (m_server->state() == QAbstractSocket::UnconnectedState) {
        endClient();
        return;
    }
    if (!m_fromClient.isEmpty())
        m_server->write(std::exchange(m_fromClient, {}));
    readClient();
}

void Tunnel::endClient()
{
    m_deadline.start(longestHandshake);
    m_client->disconnectFromHost();
}

void Tunnel::leaveServer()
{
    if (QTcpSocket* server = std::exchange(m_server, nullptr)) {
        server->disconnect(this);
        server->abort();
        server->deleteLater();
    }
}

QString Tunnel::proxyTrouble(QAbstractSocket::SocketError error)
{
    return error == QAbstractSocket::HostNotFoundError ? u"the proxy's name was not found"_s
                                                       : u"the proxy: "_s + nameOf(error);
}

QString Tunnel::nameOf(QAbstractSocket::SocketError error)
{
    return QString::fromLatin1(QMetaEnum::fromType<QAbstractSocket::SocketError>().valueToKey(error));
}

} // namespace hekim
