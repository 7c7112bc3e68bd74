#include "services/proxy/proxytunnel.h"

#include "services/http/addressrace.h"
#include "services/proxy/ntlm.h"

#include <QSslSocket>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

/// Both need two or three; what follows is Qt's loop.
constexpr int mostOwnRounds = 3;
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

QByteArray withAuthorization(const QByteArray& request, const QByteArray& authorization)
{
    return HttpHead::withoutHeader("Proxy-Authorization", request).chopped(2) +
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
    : Tunnel(client, way.proof, parent), m_way(std::move(way))
{
}

void ProxyTunnel::clientSpoke()
{
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
    m_request = HttpHead::withoutHeader(wordHeader, m_request);
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
        leaveServer(); // the login belongs to a connection, which has seen another one or none
    m_isAgain = m_server != nullptr;
    if (m_isAgain)
        ask(m_request);
    else
        reach();
}

void ProxyTunnel::reach()
{
    AddressRace::reach(
        m_way.proxy, m_way.port, this, [this](QTcpSocket* proxy, QAbstractSocket::SocketError error) {
            if (!proxy) {
                giveUp(proxyTrouble(error));
                return;
            }
            take(proxy);
            ask(m_ntlm ? withAuthorization(m_request, "NTLM " + ntlm::negotiation().toBase64()) : m_request);
        });
}

void ProxyTunnel::ask(const QByteArray& request)
{
    m_fromServer.clear();
    m_server->write(request);
}

void ProxyTunnel::serverSpoke(bool hasGone)
{
    const qsizetype length = HttpHead::lengthIn(m_fromServer);
    if (m_request.isEmpty()) {
        if (hasGone) // between two requests: the next one gets a connection of its own
            leaveServer();
    } else if (length > 0) {
        const HttpHead answer(m_fromServer.left(length));
        if (answer.status() != 407) {
            emit answered(answer, false);
            open(m_fromServer);
        } else if (hasGone || HttpHead::isWholeAnswer(m_fromServer)) {
            judge(answer);
        }
    } else if (hasGone && m_fromServer.isEmpty() && std::exchange(m_isAgain, false)) {
        leaveServer(); // it ends each connection with its refusal, and does not say so
        reach();
    } else if (hasGone && m_fromServer.isEmpty()) {
        giveUp(u"the proxy closed the connection without an answer"_s);
    } else if (hasGone || m_fromServer.size() > HttpHead::maxBytes) {
        open(m_fromServer); // no HTTP: Qt says so
    }
}

void ProxyTunnel::judge(const HttpHead& answer)
{
    const QList<HttpHead::Offer> offers = answer.offers();
    const auto ntlm =
        std::ranges::find_if(offers, [](const HttpHead::Offer& offer) { return offer.is("ntlm"_L1); });
    m_speaksNtlm = ntlm != offers.end();
    const auto login = std::exchange(m_ntlm, {});
    if (login && m_speaksNtlm && m_server->state() == QAbstractSocket::ConnectedState) {
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
    m_fromServer.clear();
    if (answer.endsConnection() || m_server->state() != QAbstractSocket::ConnectedState)
        leaveServer();
    m_client->write(refusalWith(offers));
}

void ProxyTunnel::giveUp(const QString& trouble)
{
    emit unreachable(trouble);
    leaveServer();
    // Not a mere end: Qt 6.4.2 would wait for more, as long as the request may take.
    m_client->write("HTTP/1.1 502 Bad Gateway\r\nProxy-Connection: close\r\nContent-Length: 0\r\n\r\n");
    endClient();
}

} // namespace hekim
