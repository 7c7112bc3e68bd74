#include "services/diagnostics/serviceway.h"

#include "core/settings/environment.h"
#include "platform/network/proxylogins.h"
#include "services/diagnostics/checkfaults.h"
#include "services/http/addressrace.h"
#include "services/http/httpclient.h"

#include <QAuthenticator>
#include <QHostInfo>
#include <QMetaEnum>
#include <QNetworkProxy>
#include <QSslSocket>

#include <utility>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

constexpr qsizetype mostAddresses = 4; // in a line of the report

QString nameOf(int socketError)
{
    return QString::fromLatin1(QMetaEnum::fromType<QAbstractSocket::SocketError>().valueToKey(socketError));
}

QString inWords(const QList<QHostAddress>& addresses)
{
    QStringList words;
    for (const QHostAddress& address : addresses)
        words += address.toString();
    return words.mid(0, mostAddresses).join(u", "_s);
}

StepReport failed(CheckFault fault, const QString& detail, const QString& about)
{
    return {{}, StepState::Failed, fault, 0, detail, about};
}

} // namespace

ServiceWay::ServiceWay(HttpClient& http, const QUrl& address, std::chrono::milliseconds patience,
                       QObject* parent)
    : QObject(parent), m_http(http), m_address(address), m_patience(patience)
{
}

ServiceWay::~ServiceWay() = default;

QNetworkProxy ServiceWay::proxy() const
{
    return m_http.proxies().proxiesFor(m_address).constFirst();
}

QString ServiceWay::proxyName() const
{
    const QNetworkProxy used = proxy();
    return used.type() == QNetworkProxy::NoProxy ? QString()
                                                 : ProxyLogins::keyOf(used.hostName(), used.port());
}

quint16 ServiceWay::port() const
{
    return static_cast<quint16>(m_address.port(m_address.scheme() == "http"_L1 ? 80 : 443));
}

void ServiceWay::lookUpName(const Done& done)
{
    // Through a proxy it is the proxy that finds the service.
    const bool direct = proxyName().isEmpty();
    const QString host = direct ? m_address.host() : proxy().hostName();
    if (const QHostAddress number(host); !number.isNull()) {
        m_addresses = {number};
        done({{}, StepState::NotNeeded});
        return;
    }
    QHostInfo::lookupHost(host, this, [this, done, direct, host](const QHostInfo& found) {
        m_addresses = found.addresses();
        if (found.error() != QHostInfo::NoError || m_addresses.isEmpty()) {
            done(failed(direct ? CheckFault::NameNotFound : CheckFault::ProxyNotFound,
                        u"no address for %1"_s.arg(host), proxyName()));
            return;
        }
        StepReport step{{}, StepState::Passed};
        step.detail = inWords(m_addresses);
        done(step);
    });
}

void ServiceWay::openConnection(const Done& done)
{
    const bool direct = proxyName().isEmpty();
    m_race = new AddressRace(m_addresses, direct ? port() : proxy().port(), this);
    m_race->judgeAll(m_patience / 3);
    connect(m_race, &AddressRace::ended, this, [this, direct, done] {
        AddressRace* race = std::exchange(m_race, nullptr);
        race->deleteLater();
        QSslSocket* socket = race->takeWinner();
        if (!socket) {
            done(failed(direct ? faultOf(race->error()) : CheckFault::ProxyUnreachable, nameOf(race->error()),
                        proxyName()));
            return;
        }
        socket->setParent(this);
        const StepReport step =
            reached(direct ? socket->peerAddress().toString() : u"through "_s + proxyName(), race->dead());
        if (direct) {
            m_socket = socket;
            done(step);
        } else {
            socket->deleteLater();
            passProxy(step, done);
        }
    });
    m_race->start();
}

void ServiceWay::stop()
{
    if (AddressRace* race = std::exchange(m_race, nullptr)) {
        race->disconnect(this);
        race->deleteLater();
    }
    if (QSslSocket* socket = takeSocket())
        socket->deleteLater();
}

StepReport ServiceWay::reached(const QString& detail, const QList<QHostAddress>& dead) const
{
    StepReport step{{}, StepState::Passed};
    step.detail = detail;
    const QString host = proxyName().isEmpty() ? m_address.host() : proxy().hostName();
    if (!dead.isEmpty() && !isLoopbackHost(host)) { // "localhost" has two, and servers listen on one
        step.state = StepState::Warned;
        step.fault = CheckFault::AddressDead;
        step.about = inWords(dead);
        step.detail += u"; no connection to "_s + step.about;
    }
    return step;
}

void ServiceWay::passProxy(const StepReport& reached, const Done& done)
{
    m_socket = new QSslSocket(this);
    m_socket->setProxy(m_http.gate().wayTo(proxy()));
    connect(m_socket, &QSslSocket::connected, this, [reached, done] { done(reached); });
    connect(m_socket, &QSslSocket::errorOccurred, this,
            [this, done](QAbstractSocket::SocketError error) { done(refusal(error)); });
    connect(m_socket, &QSslSocket::proxyAuthenticationRequired, this, &ServiceWay::answerProxy);
    m_socket->connectToHost(m_address.host(), port());
}

StepReport ServiceWay::refusal(int socketError) const
{
    const ProxyGate::Obstacle obstacle = m_http.gate().obstacleOf(proxyName());
    if (obstacle.methods)
        return failed(CheckFault::ProxyMethod, nameOf(socketError), obstacle.methods->join(u", "_s));
    if (!obstacle.trouble.isEmpty())
        return failed(CheckFault::ProxyUnreachable, obstacle.trouble, proxyName());
    return failed(faultOf(static_cast<QAbstractSocket::SocketError>(socketError)), nameOf(socketError),
                  proxyName());
}

void ServiceWay::answerProxy(const QNetworkProxy& asking, QAuthenticator* authenticator)
{
    // Rule W3: once, and only a login that was not refused. A proxy that asks again has refused it.
    ProxyLogins* logins = m_http.proxyLogins();
    const QString key = m_http.gate().keyOf(asking);
    const auto login = logins ? logins->of(key) : std::nullopt;
    if (!login)
        return;
    if (std::exchange(m_proxyWasAnswered, true)) {
        logins->refused(key);
        return;
    }
    const Login shown = forQt(*login);
    authenticator->setUser(shown.user);
    authenticator->setPassword(shown.password);
}

QSslSocket* ServiceWay::takeSocket()
{
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->setParent(nullptr);
    }
    return std::exchange(m_socket, nullptr);
}

} // namespace hekim
