#include "gui/login/proxylogincontroller.h"

#include "widgets/dialogs/credentialsdialog.h"

#include <QMessageBox>

namespace hekim {

ProxyLoginController::ProxyLoginController(ProxyLogins& logins, Keychain& keychain, QWidget& window)
    : m_logins(logins), m_window(window), m_keychain(keychain)
{
    connect(&m_logins, &ProxyLogins::wanted, this, &ProxyLoginController::onWanted);
}

void ProxyLoginController::onWanted(const QString& proxy, const QString& realm)
{
    // Several requests may have been refused before one login came.
    if (m_dialog || m_logins.of(proxy))
        return;
    if (m_looked.contains(proxy)) {
        ask(proxy, realm);
        return;
    }
    m_looked.insert(proxy);
    m_keychain.read(proxy, this, [this, proxy, realm](const std::optional<Login>& login) {
        if (login && !m_logins.of(proxy))
            m_logins.set(proxy, *login);
        else
            ask(proxy, realm);
    });
}

void ProxyLoginController::ask(const QString& proxy, const QString& realm)
{
    if (m_dialog)
        return;
    auto* dialog = new CredentialsDialog(CredentialsDialog::For::Proxy, proxy, realm,
                                         m_logins.wasRefused(proxy), &m_window);
    m_dialog = dialog;
    connect(dialog, &CredentialsDialog::given, this,
            [this, proxy](const QString& user, const QString& password, bool keep) {
                const Login login{user, password};
                m_dialog.clear();
                if (keep) {
                    m_keychain.keep(proxy, login, this, [this](const Result<void>& kept) {
                        if (kept)
                            return;
                        auto* box =
                            new QMessageBox(QMessageBox::Warning, tr("Login of the network"),
                                            tr("This computer's keychain did not keep the login. It counts "
                                               "until the window closes."),
                                            QMessageBox::Ok, &m_window);
                        box->setAttribute(Qt::WA_DeleteOnClose);
                        box->open();
                    });
                }
                m_logins.set(proxy, login);
            });
    dialog->open();
}

} // namespace hekim
