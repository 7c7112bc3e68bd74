#include "platform/network/proxylogins.h"

namespace hekim {

QString ProxyLogins::keyOf(const QString& host, int port)
{
    return host.toLower() + u':' + QString::number(port);
}

void ProxyLogins::set(const QString& proxy, const Login& login)
{
    m_entries.insert(proxy, {login, false});
    emit given(proxy);
}

void ProxyLogins::want(const QString& proxy, const QString& realm)
{
    constexpr qsizetype longestRealm = 80; // the proxy must not fill the dialog
    QMetaObject::invokeMethod(
        this, [this, proxy, realm = realm.left(longestRealm)] { emit wanted(proxy, realm); },
        Qt::QueuedConnection);
}

std::optional<Login> ProxyLogins::of(const QString& proxy) const
{
    const auto found = m_entries.constFind(proxy);
    if (found == m_entries.cend() || found->refused)
        return std::nullopt;
    return found->login;
}

void ProxyLogins::refused(const QString& proxy)
{
    if (const auto found = m_entries.find(proxy); found != m_entries.end())
        found->refused = true;
}

bool ProxyLogins::wasRefused(const QString& proxy) const
{
    return m_entries.value(proxy).refused;
}

} // namespace hekim
