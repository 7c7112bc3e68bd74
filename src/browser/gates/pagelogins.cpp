#include "browser/gates/pagelogins.h"

#include "browser/gates/gatekeeper.h"
#include "core/settings/environment.h"
#include "platform/network/pagesway.h"

#include <QAuthenticator>
#include <QWebEnginePage>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

void fill(QAuthenticator& authenticator, const Login& login)
{
    authenticator.setUser(login.user);
    authenticator.setPassword(login.password);
}

} // namespace

PageLogins::PageLogins(QWebEnginePage& page, const Gatekeeper& gatekeeper, QObject* parent)
    : QObject(parent), m_page(page), m_gatekeeper(gatekeeper)
{
    connect(&page, &QWebEnginePage::authenticationRequired, this, &PageLogins::answerServer);
    connect(&page, &QWebEnginePage::proxyAuthenticationRequired, this, &PageLogins::answerProxy);
}

void PageLogins::give(const QString& origin, const Login& login)
{
    m_logins.insert(origin, login);
    m_answered.clear();
}

// An empty authenticator means "no" to the engine: the server's refusal is then the page's failure.
void PageLogins::answerServer(const QUrl& url, QAuthenticator* authenticator)
{
    const QString realm = authenticator->realm().left(80);
    *authenticator = QAuthenticator();
    const bool safe = url.scheme() == "https"_L1 || isLoopbackHost(url.host());
    const QUrl around = m_page.url().host().isEmpty() ? url : m_page.url();
    if (!safe || !m_gatekeeper.admitsRequest(url, around, around))
        return;
    const QString origin = originOf(url);
    const bool known = m_logins.contains(origin);
    if (known && !m_answered.contains(url)) {
        m_answered.insert(url);
        fill(*authenticator, m_logins.value(origin));
        return;
    }
    m_logins.remove(origin);
    QMetaObject::invokeMethod(
        this, [this, origin, realm, known] { emit asked(origin, realm, known); }, Qt::QueuedConnection);
}

// The engine names the window's own gate: which proxy asks, the gate knows.
void PageLogins::answerProxy(const QUrl& url, QAuthenticator* authenticator)
{
    const QString realm = authenticator->realm();
    *authenticator = QAuthenticator();
    if (!m_proxies || !m_way)
        return;
    const QString proxy = m_way->proxyTo(url.host());
    if (proxy.isEmpty())
        return;
    if (const auto login = m_proxies->of(proxy)) {
        auto& [sent, addresses] = m_proxyAnswers[proxy];
        if (sent != *login) {
            sent = *login;
            addresses.clear();
        }
        if (!addresses.contains(url)) {
            addresses.insert(url);
            fill(*authenticator, *login);
            return;
        }
        m_proxies->refused(proxy);
    }
    m_proxies->want(proxy, realm);
}

} // namespace hekim
