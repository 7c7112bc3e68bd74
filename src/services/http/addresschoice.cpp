#include "services/http/addresschoice.h"

#include "core/settings/environment.h"
#include "services/http/addressrace.h"

#include <QDateTime>
#include <QHostInfo>
#include <QPointer>
#include <QSslSocket>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

constexpr std::chrono::milliseconds goodFor = std::chrono::minutes(10);

quint16 portOf(const QUrl& url)
{
    return static_cast<quint16>(url.port(url.scheme() == "https"_L1 ? 443 : 80));
}

QString placeOf(const QUrl& url)
{
    return url.host() + u':' + QString::number(portOf(url));
}

/// One look; it belongs to the choice and ends with its answer or its deadline.
class Look : public QObject
{
public:
    Look(quint16 port, std::function<void(const QHostAddress&)> done, QObject* parent)
        : QObject(parent), m_port(port), m_done(std::move(done))
    {
        m_deadline.setSingleShot(true);
        connect(&m_deadline, &QTimer::timeout, this, [this] { end({}); });
    }

    void start(const QString& host, std::chrono::milliseconds deadline)
    {
        m_deadline.start(deadline);
        QHostInfo::lookupHost(host, this, [this](const QHostInfo& found) { race(found.addresses()); });
    }

private:
    void race(const QList<QHostAddress>& addresses)
    {
        if (addresses.size() < 2) {
            end({});
            return;
        }
        auto* race = new AddressRace(addresses, m_port, this);
        connect(race, &AddressRace::ended, this, [this, race, first = addresses.constFirst()] {
            QHostAddress won;
            if (QSslSocket* socket = race->takeWinner()) {
                won = socket->peerAddress();
                socket->deleteLater();
            }
            end(won == first ? QHostAddress() : won);
        });
        race->start();
    }

    void end(const QHostAddress& address)
    {
        if (const auto done = std::exchange(m_done, {})) {
            deleteLater();
            done(address);
        }
    }

    quint16 m_port;
    std::function<void(const QHostAddress&)> m_done;
    QTimer m_deadline;
};

} // namespace

bool AddressChoice::isKnown(const QUrl& url) const
{
    if (isLoopbackHost(url.host()) || !QHostAddress(url.host()).isNull())
        return true;
    const auto found = m_found.constFind(placeOf(url));
    return found != m_found.cend() && found->until > QDateTime::currentMSecsSinceEpoch();
}

void AddressChoice::find(const QUrl& url, std::chrono::milliseconds deadline, QObject* context,
                         const std::function<void()>& done)
{
    if (isKnown(url)) {
        QTimer::singleShot(0, context, done);
        return;
    }
    const auto take = [this, place = placeOf(url), context = QPointer<QObject>(context),
                       done](const QHostAddress& address) {
        m_found.insert(place, {address, QDateTime::currentMSecsSinceEpoch() + goodFor.count()});
        if (context)
            done();
    };
    (new Look(portOf(url), take, this))->start(url.host(), deadline);
}

QHostAddress AddressChoice::addressFor(const QUrl& url) const
{
    return m_found.value(placeOf(url)).address;
}

void AddressChoice::forget(const QUrl& url)
{
    m_found.remove(placeOf(url));
}

} // namespace hekim
