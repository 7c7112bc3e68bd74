#include "services/http/addressrace.h"

#include <QHostInfo>
#include <QNetworkProxy>
#include <QSslSocket>

#include <algorithm>
#include <utility>

namespace hekim {

namespace {

constexpr qsizetype mostAddresses = 8;

QList<QHostAddress> inTurns(QList<QHostAddress> addresses)
{
    if (addresses.isEmpty())
        return addresses;
    const auto first = addresses.constFirst().protocol();
    const auto second =
        std::stable_partition(addresses.begin(), addresses.end(),
                              [first](const QHostAddress& address) { return address.protocol() == first; });
    QList<QHostAddress> result;
    auto one = addresses.begin();
    auto other = second;
    while (one != second || other != addresses.end()) {
        if (one != second)
            result.append(*one++);
        if (other != addresses.end())
            result.append(*other++);
    }
    return result.mid(0, mostAddresses);
}

} // namespace

AddressRace::AddressRace(const QList<QHostAddress>& addresses, quint16 port, QObject* parent)
    : QObject(parent), m_waiting(inTurns(addresses)), m_port(port)
{
    m_next.setSingleShot(true);
    m_last.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &AddressRace::tryNext);
    connect(&m_last, &QTimer::timeout, this, &AddressRace::end);
}

void AddressRace::reach(
    const QString& host, quint16 port, QObject* context,
    const std::function<void(QSslSocket* socket, QAbstractSocket::SocketError error)>& done)
{
    const auto begin = [port, context, done](const QHostInfo& found) {
        if (found.addresses().isEmpty()) {
            done(nullptr, QAbstractSocket::HostNotFoundError);
            return;
        }
        auto* race = new AddressRace(found.addresses(), port, context);
        connect(race, &AddressRace::ended, context, [race, context, done] {
            race->deleteLater();
            QSslSocket* socket = race->takeWinner();
            if (socket)
                socket->setParent(context);
            done(socket, race->error());
        });
        race->start();
    };
    if (const QHostAddress number(host); !number.isNull()) {
        QHostInfo found;
        found.setAddresses({number});
        begin(found);
        return;
    }
    QHostInfo::lookupHost(host, context, begin);
}

void AddressRace::start()
{
    tryNext();
}

void AddressRace::tryNext()
{
    if (m_waiting.isEmpty() || m_ended)
        return;
    const qsizetype runner = m_runners.size();
    auto* socket = new QSslSocket(this);
    m_runners.append({m_waiting.takeFirst(), socket});
    socket->setProxy(QNetworkProxy::NoProxy);
    connect(socket, &QSslSocket::connected, this, [this, runner] { onConnected(runner); });
    connect(socket, &QSslSocket::errorOccurred, this,
            [this, runner](QAbstractSocket::SocketError error) { onFailed(runner, error); });
    if (!m_waiting.isEmpty())
        m_next.start(step);
    socket->connectToHost(m_runners.at(runner).address, m_port);
}

void AddressRace::onConnected(qsizetype runner)
{
    m_runners[runner].connected = true;
    QSslSocket* socket = m_runners.at(runner).socket;
    socket->disconnect(this);
    if (m_winner) {
        socket->abort();
    } else {
        m_winner = socket;
        if (m_rest.count() == 0) {
            end();
            return;
        }
        m_last.start(m_rest);
    }
    endIfAllSpoke();
}

void AddressRace::onFailed(qsizetype runner, QAbstractSocket::SocketError error)
{
    m_runners[runner].failed = true;
    m_runners[runner].hasNoWay = error == QAbstractSocket::NetworkError;
    m_runners.at(runner).socket->disconnect(this);
    m_error = error;
    m_next.start(0); // in a turn of its own: the socket is in the middle of telling this
    endIfAllSpoke();
}

void AddressRace::endIfAllSpoke()
{
    if (m_waiting.isEmpty() &&
        std::ranges::all_of(m_runners, [](const Runner& r) { return r.connected || r.failed; }))
        end();
}

void AddressRace::end()
{
    if (std::exchange(m_ended, true))
        return;
    m_next.stop();
    m_last.stop();
    for (const Runner& runner : std::as_const(m_runners)) {
        if (runner.socket != m_winner) {
            runner.socket->disconnect(this);
            runner.socket->deleteLater();
        }
    }
    // In a turn of its own: a socket is in the middle of telling this.
    QMetaObject::invokeMethod(this, &AddressRace::ended, Qt::QueuedConnection);
}

QSslSocket* AddressRace::takeWinner()
{
    if (m_winner)
        m_winner->setParent(nullptr);
    return std::exchange(m_winner, nullptr);
}

QList<QHostAddress> AddressRace::dead() const
{
    const auto reached = [this](QAbstractSocket::NetworkLayerProtocol family) {
        return std::ranges::any_of(
            m_runners, [family](const Runner& r) { return r.connected && r.address.protocol() == family; });
    };
    QList<QHostAddress> dead;
    for (const Runner& runner : m_runners) {
        if (!runner.connected && (!runner.hasNoWay || reached(runner.address.protocol())))
            dead.append(runner.address);
    }
    return dead;
}

} // namespace hekim
