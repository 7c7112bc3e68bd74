#include "support/proxyserver.h"

#include <QMutex>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <algorithm>

namespace hekim::test {

class ProxyServer::Private : public QObject
{
public:
    explicit Private(int targetPort) : target(quint16(targetPort))
    {
        moveToThread(&thread);
        thread.start();
        QMetaObject::invokeMethod(
            this,
            [this] {
                server = new QTcpServer(this);
                connect(server, &QTcpServer::newConnection, this, [this] {
                    while (QTcpSocket* client = server->nextPendingConnection())
                        connect(client, &QTcpSocket::readyRead, this, [this, client] { read(client); });
                });
                if (!server->listen(QHostAddress::LocalHost))
                    qFatal("the proxy cannot listen");
                port = server->serverPort();
            },
            Qt::BlockingQueuedConnection);
    }

    ~Private() override
    {
        QMetaObject::invokeMethod(
            this, [this] { delete server; }, Qt::BlockingQueuedConnection);
        thread.quit();
        thread.wait();
    }

    // One request a connection, except that a refused one may be followed by another.
    void read(QTcpSocket* client)
    {
        if (client->property("open").toBool())
            return;
        QByteArray head = client->property("head").toByteArray() + client->readAll();
        client->setProperty("head", head);
        const qsizetype end = head.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        client->setProperty("head", QByteArray());
        const QByteArray line = head.left(head.indexOf("\r\n"));
        QByteArray authorization;
        for (const QByteArray& header : head.left(end).split('\n')) {
            if (header.toLower().startsWith("proxy-authorization:"))
                authorization = header.mid(20).trimmed();
        }
        {
            const QMutexLocker lock(&mutex);
            requests.append({line, authorization});
            if (!demanded.isEmpty() && authorization != demanded) {
                client->write(
                    "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic "
                    "realm=\"Hastane\"\r\nContent-Length: 5\r\nContent-Type: text/html\r\n\r\nlogin");
                return;
            }
        }
        client->setProperty("open", true);
        auto* upstream = new QTcpSocket(client);
        connect(upstream, &QTcpSocket::readyRead, client,
                [client, upstream] { client->write(upstream->readAll()); });
        connect(upstream, &QTcpSocket::disconnected, client, [client] { client->disconnectFromHost(); });
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        upstream->connectToHost(QHostAddress::LocalHost, target);
        if (!upstream->waitForConnected(5000)) {
            client->write("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
            client->disconnectFromHost();
            return;
        }
        if (line.startsWith("CONNECT ")) {
            client->write("HTTP/1.1 200 Connection established\r\n\r\n");
        } else {
            // "GET http://host/path" becomes "GET /path", and the connection ends with the answer.
            const qsizetype start = head.indexOf(' ') + 1;
            const qsizetype path = head.indexOf('/', head.indexOf("//") + 2);
            head.remove(start, path - start);
            for (const char* keep : {"Proxy-Connection: Keep-Alive\r\n", "Connection: Keep-Alive\r\n",
                                     "Proxy-Connection: keep-alive\r\n", "Connection: keep-alive\r\n"})
                head.replace(keep, "");
            head.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
            upstream->write(head);
        }
        connect(client, &QTcpSocket::readyRead, upstream,
                [client, upstream] { upstream->write(client->readAll()); });
    }

    quint16 target;
    int port = 0;
    QTcpServer* server = nullptr;
    mutable QMutex mutex;
    QByteArray demanded;
    QList<Request> requests;
    QThread thread;
};

ProxyServer::ProxyServer(int targetPort) : d(std::make_unique<Private>(targetPort)) {}

ProxyServer::~ProxyServer() = default;

void ProxyServer::demand(const QByteArray& user, const QByteArray& password)
{
    const QMutexLocker lock(&d->mutex);
    d->demanded = "Basic " + (user + ':' + password).toBase64();
}

int ProxyServer::port() const
{
    return d->port;
}

QString ProxyServer::address() const
{
    return QStringLiteral("127.0.0.1:%1").arg(d->port);
}

QList<ProxyServer::Request> ProxyServer::requests() const
{
    const QMutexLocker lock(&d->mutex);
    return d->requests;
}

int ProxyServer::logins() const
{
    const QList<Request> all = requests();
    return int(std::ranges::count_if(all, [](const Request& r) { return !r.authorization.isEmpty(); }));
}

} // namespace hekim::test
