// Another user of the same computer, who tries to get at the channel.
//
// listen <socket>   waits there and prints "ready", then for each visitor what it said, in hexadecimal
// connect <socket>  sends what comes on standard input and prints what comes back, in hexadecimal

#include <QCoreApplication>
#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

void say(const QByteArray& line)
{
    std::puts(line.constData());
    std::fflush(stdout);
}

/// Says at the end of the connection all that came through it.
void listenTo(QLocalSocket* socket)
{
    const auto heard = std::make_shared<QByteArray>();
    QObject::connect(socket, &QLocalSocket::readyRead, socket, [=] { *heard += socket->readAll(); });
    QObject::connect(socket, &QLocalSocket::disconnected, socket, [=] {
        *heard += socket->readAll();
        say("heard:" + heard->toHex());
    });
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString address = arguments.value(2);
    QTimer::singleShot(60s, &application, &QCoreApplication::quit);

    QLocalServer server;
    QLocalSocket socket;
    QByteArray message;
    bool connected = false;
    if (arguments.value(1) == u"listen") {
        QObject::connect(&server, &QLocalServer::newConnection, &server,
                         [&] { listenTo(server.nextPendingConnection()); });
        server.setSocketOptions(QLocalServer::WorldAccessOption);
        if (!server.listen(address))
            return 1;
        say("ready");
    } else {
        QFile input;
        if (!input.open(stdin, QIODevice::ReadOnly))
            return 1;
        message = input.readAll();
        const auto hangUp = [&socket] { // by its end, or by an error of writing to what has ended
            say("heard:" + socket.readAll().toHex());
            socket.disconnect();
            QCoreApplication::quit();
        };
        QObject::connect(&socket, &QLocalSocket::connected, &socket, [&] {
            connected = true;
            say("connected");
            socket.write(message);
        });
        QObject::connect(&socket, &QLocalSocket::disconnected, &application, hangUp);
        QObject::connect(&socket, &QLocalSocket::errorOccurred, &application, [&connected, hangUp] {
            if (connected)
                hangUp();
            else
                QCoreApplication::exit(2);
        });
        QTimer::singleShot(0, &socket, [&] { socket.connectToServer(address); });
    }
    return QCoreApplication::exec();
}
