#pragma once

#include "platform/network/proxylogins.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QUrl>

class QAuthenticator;
class QWebEnginePage;

namespace hekim {

class Gatekeeper;
class PagesWay;

/// Answers a page's servers and proxies that want a user name and a password. The engine asks in the middle
/// of its own work: what is known is given, everything else is refused there and asked for afterwards (rule
/// W2). A login goes to the very origin or proxy it was typed for, over TLS or on this machine only (rule
/// S3), and once (rule W3).
class PageLogins : public QObject
{
    Q_OBJECT

public:
    PageLogins(QWebEnginePage& page, const Gatekeeper& gatekeeper, QObject* parent = nullptr);

    void setProxyLogins(ProxyLogins* logins) { m_proxies = logins; }
    void setWay(const PagesWay* way) { m_way = way; }
    /// For this page only, and as long as it lives.
    void give(const QString& origin, const Login& login);

signals:
    /// `refused`: a login was given before, and it was not the right one.
    void asked(const QString& origin, const QString& realm, bool refused);

private:
    void answerServer(const QUrl& url, QAuthenticator* authenticator);
    void answerProxy(const QUrl& url, QAuthenticator* authenticator);

    QWebEnginePage& m_page;
    const Gatekeeper& m_gatekeeper;
    ProxyLogins* m_proxies = nullptr;
    const PagesWay* m_way = nullptr;
    QHash<QString, Login> m_logins;
    QSet<QUrl> m_answered; ///< addresses that have got the login in force
    QHash<QString, std::pair<Login, QSet<QUrl>>> m_proxyAnswers; ///< the same for each proxy
};

} // namespace hekim
