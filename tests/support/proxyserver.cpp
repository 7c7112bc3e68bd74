#include "support/proxyserver.h"

#include <QMutex>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QtEndian>

#include <algorithm>

namespace hekim::test {

namespace {

/// The text that a security buffer of an NTLM message points at.
QString textAt(const QByteArray& message, qsizetype place)
{
    if (message.size() < place + 8)
        return {};
    const auto length = qFromLittleEndian<quint16>(message.constData() + place);
    const auto start = qFromLittleEndian<quint32>(message.constData() + place + 4);
    const QByteArray bytes = message.mid(start, length);
    QString text;
    for (qsizetype i = 0; i + 1 < bytes.size(); i += 2)
        text += QChar(qFromLittleEndian<quint16>(bytes.constData() + i));
    return text;
}

/// The proxy's challenge, with a domain's name as its target information.
QByteArray ntlmChallenge()
{
    const QByteArray information("\x02\0\x0c\0H\0A\0S\0T\0A\0N\0\0\0\0\0", 20);
    return QByteArray("NTLMSSP\0\x02\0\0\0", 12) + QByteArray("\0\0\0\0\x30\0\0\0", 8) +
           QByteArray("\x05\x02\x88\0", 4) + "12345678" + QByteArray(8, '\0') +
           QByteArray("\x14\0\x14\0\x30\0\0\0", 8) + information;
}

} // namespace

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
            if (!refusal.isEmpty()) {
                client->write(refused(refusal));
                return;
            }
            if (!ntlmUser.isEmpty() && !passesNtlm(client, authorization))
                return;
            if (!demanded.isEmpty() && authorization != demanded) {
                client->write(
                    "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic "
                    "realm=\"Hastane\"\r\nContent-Length: 5\r\nContent-Type: text/html\r\n\r\nlogin");
                if (closes)
                    client->disconnectFromHost();
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

    static QByteArray refused(const QByteArray& headers)
    {
        return "HTTP/1.1 407 Proxy Authentication Required\r\n" + headers +
               "Content-Type: text/html\r\nContent-Length: 5\r\n\r\nlogin";
    }

    bool passesNtlm(QTcpSocket* client, const QByteArray& authorization)
    {
        const QByteArray message = QByteArray::fromBase64(authorization.mid(5));
        const int type = message.startsWith("NTLMSSP") ? message.at(8) : 0;
        if (type == 3 && client->property("challenged").toBool() &&
            textAt(message, 28).compare(ntlmDomain, Qt::CaseInsensitive) == 0 &&
            textAt(message, 36).compare(ntlmUser, Qt::CaseInsensitive) == 0 && !textAt(message, 20).isEmpty())
            return true;
        client->setProperty("challenged", type == 1);
        if (type == 1) {
            client->write(refused("Proxy-Authenticate: NTLM " + ntlmChallenge().toBase64() + "\r\n"));
        } else if (ntlmCloses) {
            client->write(refused("Proxy-Authenticate: NTLM\r\nProxy-Connection: close\r\n"));
            client->disconnectFromHost();
        } else {
            client->write(refused("Proxy-Authenticate: NTLM\r\n"));
        }
        return false;
    }

    quint16 target;
    int port = 0;
    QTcpServer* server = nullptr;
    mutable QMutex mutex;
    QByteArray demanded;
    QByteArray refusal;
    QString ntlmDomain;
    QString ntlmUser;
    bool ntlmCloses = false;
    bool closes = false;
    QList<Request> requests;
    QThread thread;
};

ProxyServer::ProxyServer(int targetPort) : d(std::make_unique<Private>(targetPort)) {}

ProxyServer::~ProxyServer() = default;

void ProxyServer::demand(const QByteArray& user, const QByteArray& password, bool closes)
{
    const QMutexLocker lock(&d->mutex);
    d->closes = closes;
    d->demanded = "Basic " + (user + ':' + password).toBase64();
}

void ProxyServer::demandNtlm(const QString& domain, const QString& user, bool closes)
{
    const QMutexLocker lock(&d->mutex);
    d->ntlmDomain = domain;
    d->ntlmUser = user;
    d->ntlmCloses = closes;
}

void ProxyServer::refuseWith(const QByteArray& headers)
{
    const QMutexLocker lock(&d->mutex);
    d->refusal = headers;
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
