#include "gui/login/secretdialog.h"

#include "services/secrets/credentialentry.h"
#include "widgets/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace hekim {

SecretDialog::SecretDialog(QWidget* parent) : QDialog(parent), m_password(new QLineEdit(this))
{
    setWindowTitle(tr("Institution's password"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setAccessibleName(tr("USS password of the institution"));
    auto* text = new QLabel(
        tr("This computer's keychain does not give the institution's e-Rapor (USS) password. Type it to "
           "work now; it is kept in memory until the window closes and is written nowhere."),
        this);
    text->setWordWrap(true);
    text->setMinimumWidth(400);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* use = buttons->addButton(tr("Use for this session"), QDialogButtonBox::AcceptRole);
    use->setDefault(true);
    use->setEnabled(false);
    connect(m_password, &QLineEdit::textChanged, use,
            [use](const QString& typed) { use->setEnabled(!typed.isEmpty()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit given(m_password->text());
        accept();
    });

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::gapSection, theme::gapLarge, theme::gapSection, theme::gapLarge);
    layout->setSpacing(theme::gap);
    layout->addWidget(text);
    layout->addWidget(m_password);
    layout->addWidget(buttons);
}

bool SecretDialog::helpsWith(const Error& error)
{
    return error.kind == ErrorKind::KeychainUnavailable ||
           (error.kind == ErrorKind::NotConfigured && error.subject == toString(SecretName::UssPassword));
}

} // namespace hekim
