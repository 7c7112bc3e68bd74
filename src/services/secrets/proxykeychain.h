#pragma once

#include "platform/network/proxylogins.h"
#include "services/secrets/keychain.h"

namespace hekim {

/// The logins of proxies that the user wanted kept: keychain entries `hekim-asistani/proxy/<host:port>`.
class ProxyKeychain : public QObject
{
    Q_OBJECT

public:
    /// `keychain` must outlive this object.
    explicit ProxyKeychain(Keychain& keychain, QObject* parent = nullptr);

    CallHandle read(const QString& proxy, QObject* context, std::function<void(std::optional<Login>)> done);
    /// Whether it could be kept.
    void keep(const QString& proxy, const Login& login, QObject* context,
              std::function<void(Result<void>)> done);

private:
    Keychain& m_keychain;
};

} // namespace hekim
