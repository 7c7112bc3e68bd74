#pragma once

#include "support/waiting.h"

#include <QNetworkProxy>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

namespace hekim::test {

/// Writes down what comes, and sends it back or stays silent.
class Target
{
public:
    explicit Target(bool echoes = true)
    {
        QObject::connect(&server, &QTcpServer::newConnection, &server, [this, echoes] {
            last = server.nextPendingConnection();
            QObject::connect(last, &QTcpSocket::readyRead, last, [this, echoes, socket = last.data()] {
                const QByteArray read = socket->readAll();
                got += read;
                if (echoes)
                    socket->write(read);
            });
        });
        if (!server.listen(QHostAddress::LocalHost))
            qFatal("the target cannot listen");
    }
    [[nodiscard]] QByteArray place() const { return "127.0.0.1:" + QByteArray::number(server.serverPort()); }

    QTcpServer server;
    QPointer<QTcpSocket> last;
    QByteArray got;
};

inline QByteArray request(const QByteArray& place, const QByteArray& headers = {})
{
    return "CONNECT " + place + " HTTP/1.1\r\nHost: " + place + "\r\n" + headers + "\r\n";
}

/// As the engine's.
class Client
{
public:
    explicit Client(quint16 port, const QByteArray& bytes = {})
    {
        socket.setProxy(QNetworkProxy::NoProxy);
        socket.connectToHost(QHostAddress::LocalHost, port);
        socket.write(bytes);
    }
    /// The next answer's status, without its body.
    int status()
    {
        QByteArray answer;
        const auto isWhole = [&] {
            answer += socket.readAll();
            const qsizetype length = answer.indexOf("\r\n\r\n");
            return length > 0 && (!answer.contains("Content-Length: 5") || answer.size() >= length + 9);
        };
        return until([&] { return isWhole() || hasEnded(); }) ? answer.mid(9, 3).toInt() : 0;
    }
    bool hasEnded() const { return socket.state() == QAbstractSocket::UnconnectedState; }

    QTcpSocket socket;
};

} // namespace hekim::test
