#pragma once

#include "platform/network/proxylogins.h"
#include "services/secrets/proxykeychain.h"

#include <QObject>
#include <QPointer>
#include <QSet>

class QDialog;

namespace hekim {

/// Finds the login that a proxy wants: in the keychain first, then by asking, one dialog at a time. A refused
/// one is asked for again as often as the user tries, and never sent by itself (rule W3).
class ProxyLoginController : public QObject
{
    Q_OBJECT

public:
    /// All outlive the controller; dialogs belong to `window`.
    ProxyLoginController(ProxyLogins& logins, Keychain& keychain, QWidget& window);

private:
    void onWanted(const QString& proxy, const QString& realm);
    void ask(const QString& proxy, const QString& realm);

    ProxyLogins& m_logins;
    QWidget& m_window;
    ProxyKeychain m_keychain;
    QSet<QString> m_looked; ///< proxies whose keychain entry was asked for
    QPointer<QDialog> m_dialog;
};

} // namespace hekim
