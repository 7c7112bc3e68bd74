#include "workspace/hes/heslogindialog.h"

#include "widgets/plaintext.h"
#include "widgets/theme.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace hekim {

using namespace Qt::StringLiterals;

HesLoginDialog::HesLoginDialog(QWidget* parent)
    : QDialog(parent), m_user(new QLineEdit(this)), m_password(new QLineEdit(this))
{
    setWindowTitle(tr("Institution's HES login"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_password->setEchoMode(QLineEdit::Password);
    m_user->setAccessibleName(tr("HES user name of the institution"));
    m_password->setAccessibleName(tr("HES password of the institution"));
    auto* text = wrappingLabel(
        tr("The user name and password that the institution got for the HES query services. They "
           "are kept in memory until the window closes and are written nowhere."),
        this);
    text->setMinimumWidth(400);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* use = buttons->addButton(tr("Use for this session"), QDialogButtonBox::AcceptRole);
    use->setDefault(true);
    const auto follow = [this, use] {
        use->setEnabled(!m_user->text().isEmpty() && !m_password->text().isEmpty());
    };
    follow();
    connect(m_user, &QLineEdit::textChanged, use, follow);
    connect(m_password, &QLineEdit::textChanged, use, follow);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit given(m_user->text(), m_password->text());
        accept();
    });

    auto* form = new QFormLayout(this);
    form->setContentsMargins(theme::gapSection, theme::gapLarge, theme::gapSection, theme::gapLarge);
    form->setSpacing(theme::gap);
    form->addRow(text);
    form->addRow(tr("&User name"), m_user);
    form->addRow(tr("&Password"), m_password);
    form->addRow(buttons);
}

bool HesLoginDialog::helpsWith(const Error& error)
{
    return error.kind == ErrorKind::KeychainUnavailable || error.kind == ErrorKind::CredentialsRefused ||
           (error.kind == ErrorKind::NotConfigured && error.step == Step::Hes);
}

} // namespace hekim
