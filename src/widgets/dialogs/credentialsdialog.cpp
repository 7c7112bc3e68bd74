#include "widgets/dialogs/credentialsdialog.h"

#include "widgets/plaintext.h"
#include "widgets/theme.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace hekim {

CredentialsDialog::CredentialsDialog(For what, const QString& place, const QString& realm, bool refused,
                                     QWidget* parent)
    : QDialog(parent)
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_keep(new QCheckBox(tr("Keep in this computer's keychain"), this))
{
    const bool proxy = what == For::Proxy;
    setWindowTitle(proxy ? tr("Login of the network") : tr("Login of the page"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_password->setEchoMode(QLineEdit::Password);
    m_keep->setVisible(proxy);

    QString words =
        proxy ? tr("The hospital's proxy %1 lets nobody through without a login. Your IT knows which one.")
              : tr("%1 asks for a user name and a password of its own.");
    words = words.arg(place);
    if (!realm.isEmpty())
        words += u'\n' + tr("It calls itself “%1”.").arg(realm);
    else if (proxy) // NTLM and Negotiate name no realm, and are a domain's
        words += u'\n' + tr("In a Windows domain write the user name as DOMAIN\\user.");
    if (refused)
        words = tr("What was typed was refused.") + u' ' + words;
    auto* text = wrappingLabel(words, this);
    text->setMinimumWidth(400);

    auto* form = new QFormLayout;
    form->addRow(tr("&User name"), m_user);
    form->addRow(tr("&Password"), m_password);
    m_user->setAccessibleName(tr("User name"));
    m_password->setAccessibleName(tr("Password"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* use = buttons->addButton(tr("Log in"), QDialogButtonBox::AcceptRole);
    use->setDefault(true);
    use->setEnabled(false);
    connect(m_user, &QLineEdit::textChanged, use,
            [use](const QString& typed) { use->setEnabled(!typed.isEmpty()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit given(m_user->text(), m_password->text(), m_keep->isChecked());
        accept();
    });

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::gapSection, theme::gapLarge, theme::gapSection, theme::gapLarge);
    layout->setSpacing(theme::gap);
    layout->addWidget(text);
    layout->addLayout(form);
    layout->addWidget(m_keep);
    layout->addWidget(buttons);
}

} // namespace hekim
