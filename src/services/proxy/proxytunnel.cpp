#include "services/proxy/proxytunnel.h"

#include "services/http/addressrace.h"
#include "services/proxy/ntlm.h"

#include <QHostAddress>
#include <QMetaEnum>
#include <QSslSocket>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

/// Both need two or three; what follows is Qt's loop.
constexpr int mostOwnRounds = 3;
constexpr std::chrono::seconds longestHandshake(60); ///< the client's own deadlines are shorter
constexpr qint64 mostUnread = 256 * 1024;            ///< of one side, before the other has taken it
/// Qt logs in with the Windows session there.
#ifdef Q_OS_WIN
constexpr bool systemSpeaksNtlm = true;
#else
constexpr bool systemSpeaksNtlm = false;
#endif

bool isQtsOwn(const HttpHead::Offer& offer)
{
    return offer.is("negotiate"_L1) || (systemSpeaksNtlm && offer.is("ntlm"_L1));
}

/// What Qt is offered in the place of what the proxy offers.
QList<HttpHead::Offer> offersForQt(const QList<HttpHead::Offer>& offers, bool ownRoundsLeft)
{
    QList<HttpHead::Offer> result;
    for (const HttpHead::Offer& offer : offers) {
        if (offer.is("ntlm"_L1) && !(systemSpeaksNtlm && ownRoundsLeft))
            result.prepend({u"Basic"_s, {}}); // before a Basic of the proxy's own: Qt takes the first
        else if (ownRoundsLeft || !isQtsOwn(offer))
            result.append(offer);
    }
    return result;
}

QByteArray refusalWith(const QList<HttpHead::Offer>& offers)
{
    QByteArray head = "HTTP/1.1 407 Proxy Authentication Required\r\n";
    for (const HttpHead::Offer& offer : offers)
        head += "Proxy-Authenticate: " + (offer.method.toLatin1() + ' ' + offer.parameter).trimmed() + "\r\n";
    return head + "Proxy-Connection: keep-alive\r\nContent-Length: 0\r\n\r\n";
}

QByteArray withoutHeader(const QByteArray& header, const QByteArray& request)
{
    QByteArray changed;
    for (const QByteArray& line : request.trimmed().split('\n')) {
        if (!line.toLower().startsWith(header.toLower() + ':'))
            changed += line.trimmed() + "\r\n";
    }
    return changed + "\r\n";
}

QByteArray withAuthorization(const QByteArray& request, const QByteArray& authorization)
{
    return withoutHeader("Proxy-Authorization", request).chopped(2) +
           "Proxy-Authorization: " + authorization + "\r\n\r\n";
}

std::optional<Login> basicLogin(const QByteArray& authorization)
{
    if (!authorization.toLower().startsWith("basic "))
        return {};
    const QString login = QString::fromUtf8(QByteArray::fromBase64(authorization.mid(6)));
    const qsizetype colon = login.indexOf(u':');
    return Login{login.left(colon), login.mid(colon + 1)};
}

} // namespace

ProxyTunnel::ProxyTunnel(QTcpSocket* client, Way way, QObject* parent)
    : QObject(parent), m_client(client), m_way(std::move(way))
{
    client->setParent(this);
    client->setReadBufferSize(mostUnread);
    connect(client, &QTcpSocket::readyRead, this, &ProxyTunnel::readClient);
    connect(client, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    connect(client, &QTcpSocket::bytesWritten, this, [this] {
        if (m_isOpen)
            readProxy();
    });
    connect(&m_deadline, &QTimer::timeout, client, &QTcpSocket::abort);
    m_deadline.setSingleShot(true);
    m_deadline.start(m_way.proof);
}

void ProxyTunnel::start()
{
    readClient();
}

ProxyTunnel::~ProxyTunnel()
{
    m_client->disconnect(this);
    leaveProxy();
}

void ProxyTunnel::readClient()
{
    if (m_isOpen) {
        passOn();
        return;
    }
    m_fromClient += m_client->readAll();
    const qsizetype length = HttpHead::lengthIn(m_fromClient);
    if (m_fromClient.size() > HttpHead::maxBytes) {
        m_client->abort();
        return;
    }
    if (length == 0 || !m_request.isEmpty())
        return;
    m_request = m_fromClient.left(length);
    m_fromClient.remove(0, length);
    if (HttpHead(m_request).value(wordHeader) != m_way.word) {
        m_client->write("HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        endClient();
        return;
    }
    m_request = withoutHeader(wordHeader, m_request);
    if (!std::exchange(m_isProven, true)) {
        m_deadline.start(longestHandshake);
        emit proven();
    }

    const QByteArray authorization = HttpHead(m_request).value(QByteArrayLiteral("Proxy-Authorization"));
    const QByteArray method = authorization.left(authorization.indexOf(' ')).toLower();
    if (method == "ntlm" || method == "negotiate")
        ++m_ownRounds;
    m_ntlm = m_speaksNtlm ? basicLogin(authorization) : std::nullopt;
    if (m_ntlm)
        leaveProxy(); // the login belongs to a connection, which has seen another one or none
    m_isAgain = m_proxy != nullptr;
    if (m_isAgain)
        ask(m_request);
    else
        reach();
}

void ProxyTunnel::reach()
{
    if (const QHostAddress number(m_way.proxy); !number.isNull()) {
        QHostInfo found;
        found.setAddresses({number});
        race(found);
        return;
    }
    QHostInfo::lookupHost(m_way.proxy, this, &ProxyTunnel::race);
}

void ProxyTunnel::race(const QHostInfo& found)
{
    if (found.addresses().isEmpty()) {
        giveUp(u"the proxy's name was not found"_s);
        return;
    }
    auto* race = new AddressRace(found.addresses(), m_way.port, this);
    connect(race, &AddressRace::ended, this, [this, race] {
        race->deleteLater();
        m_proxy = race->takeWinner();
        if (!m_proxy) {
            giveUp(u"the proxy: "_s +
                   QString::fromLatin1(
                       QMetaEnum::fromType<QAbstractSocket::SocketError>().valueToKey(race->error())));
            return;
        }
        m_proxy->setParent(this);
        m_proxy->setReadBufferSize(mostUnread);
        connect(m_proxy, &QTcpSocket::readyRead, this, &ProxyTunnel::readProxy);
        connect(m_proxy, &QTcpSocket::disconnected, this, &ProxyTunnel::readProxy);
        connect(m_proxy, &QTcpSocket::bytesWritten, this, [this] {
            if (m_isOpen)
                passOn();
        });
        ask(m_ntlm ? withAuthorization(m_request, "NTLM " + ntlm::negotiation().toBase64()) : m_request);
    });
    race->start();
}

void ProxyTunnel::ask(const QByteArray& request)
{
    m_fromProxy.clear();
    m_proxy->write(request);
}

void ProxyTunnel::readProxy()
{
    if (!m_proxy || (m_isOpen && m_client->bytesToWrite() > mostUnread))
        return;
    const QByteArray read = m_proxy->readAll();
    const bool hasGone = m_proxy->state() == QAbstractSocket::UnconnectedState;
    if (m_isOpen) {
        m_client->write(read);
        if (hasGone)
            endClient();
        return;
    }
    m_fromProxy += read;
    const qsizetype length = HttpHead::lengthIn(m_fromProxy);
    if (m_request.isEmpty()) {
        if (hasGone) // between two requests: the next one gets a connection of its own
            leaveProxy();
    } else if (length > 0) {
        const HttpHead answer(m_fromProxy.left(length));
        if (answer.status() != 407) {
            emit answered(answer, false);
            open(m_fromProxy);
        } else if (hasGone || hasWholeBody(answer)) {
            judge(answer);
        }
    } else if (hasGone && m_fromProxy.isEmpty() && std::exchange(m_isAgain, false)) {
        leaveProxy(); // it ends each connection with its refusal, and does not say so
        reach();
    } else if (hasGone && m_fromProxy.isEmpty()) {
        giveUp(u"the proxy closed the connection without an answer"_s);
    } else if (hasGone || m_fromProxy.size() > HttpHead::maxBytes) {
        open(m_fromProxy); // no HTTP: Qt says so
    }
}

bool ProxyTunnel::hasWholeBody(const HttpHead& answer) const
{
    const QByteArray body = m_fromProxy.mid(HttpHead::lengthIn(m_fromProxy));
    if (m_fromProxy.size() > 2 * HttpHead::maxBytes)
        return true;
    if (answer.value(QByteArrayLiteral("Transfer-Encoding")).toLower() == "chunked")
        return body.endsWith("0\r\n\r\n");
    return body.size() >= answer.value(QByteArrayLiteral("Content-Length")).toLongLong();
}

void ProxyTunnel::judge(const HttpHead& answer)
{
    const QList<HttpHead::Offer> offers = answer.offers();
    const auto ntlm =
        std::ranges::find_if(offers, [](const HttpHead::Offer& offer) { return offer.is("ntlm"_L1); });
    m_speaksNtlm = ntlm != offers.end();
    const auto login = std::exchange(m_ntlm, {});
    if (login && m_speaksNtlm && m_proxy->state() == QAbstractSocket::ConnectedState) {
        const auto message = ntlm::answer(QByteArray::fromBase64(ntlm->parameter), *login, ntlm::newChance());
        if (message) {
            ask(withAuthorization(m_request, "NTLM " + message->toBase64()));
            return;
        }
    }
    refuse(answer);
}

void ProxyTunnel::refuse(const HttpHead& answer)
{
    const QList<HttpHead::Offer> offers = offersForQt(answer.offers(), m_ownRounds < mostOwnRounds);
    emit answered(answer, std::ranges::any_of(offers, [](const HttpHead::Offer& offer) {
                      return offer.is("basic"_L1) || offer.is("digest"_L1) ||
                             (systemSpeaksNtlm && isQtsOwn(offer));
                  }));
    m_request.clear();
    m_fromProxy.clear();
    const bool closes = answer.value(QByteArrayLiteral("Proxy-Connection")).toLower() == "close" ||
                        answer.value(QByteArrayLiteral("Connection")).toLower() == "close" ||
                        answer.firstLine().startsWith("HTTP/1.0") ||
                        m_proxy->state() != QAbstractSocket::ConnectedState;
    if (closes)
        leaveProxy();
    m_client->write(refusalWith(offers));
}

/// From here on the bytes are the tunnel's, or Qt's to judge.
void ProxyTunnel::open(const QByteArray& start)
{
    m_isOpen = true;
    m_deadline.stop();
    m_client->write(start);
    if (m_proxy->state() == QAbstractSocket::UnconnectedState) {
        endClient();
        return;
    }
    if (!m_fromClient.isEmpty())
        m_proxy->write(std::exchange(m_fromClient, {}));
    passOn();
}

/// What the client has sent, as far as the proxy takes it.
void ProxyTunnel::passOn()
{
    if (m_proxy->state() == QAbstractSocket::ConnectedState && m_proxy->bytesToWrite() <= mostUnread)
        m_proxy->write(m_client->readAll());
}

/// When it has read what waits for it, but not for ever.
void ProxyTunnel::endClient()
{
    m_deadline.start(longestHandshake);
    m_client->disconnectFromHost();
}

void ProxyTunnel::leaveProxy()
{
    if (QTcpSocket* proxy = std::exchange(m_proxy, nullptr)) {
        proxy->disconnect(this);
        proxy->abort();
        proxy->deleteLater();
    }
}

void ProxyTunnel::giveUp(const QString& trouble)
{
    emit unreachable(trouble);
    leaveProxy();
    // Not a mere end: Qt 6.4.2 would wait for more, as long as the request may take.
    m_client->write("HTTP/1.1 502 Bad Gateway\r\nProxy-Connection: close\r\nContent-Length: 0\r\n\r\n");
    endClient();
}

} // namespace hekim
