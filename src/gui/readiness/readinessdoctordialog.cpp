#include "gui/readiness/readinessdoctordialog.h"

#include "widgets/fields/identityfield.h"
#include "widgets/plaintext.h"
#include "widgets/theme.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace hekim {

ReadinessDoctorDialog::ReadinessDoctorDialog(EnvironmentName environment, QWidget* parent)
    : QDialog(parent), m_number(new IdentityField(this)), m_name(new QLineEdit(this))
{
    setWindowTitle(tr("Add a health professional"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_number->setEnvironment(environment);
    m_number->setAccessibleName(tr("Professional's identity number"));
    m_name->setAccessibleName(tr("Professional's name"));
    constexpr int longestName = 80;
    constexpr int readable = 400;
    m_name->setMaxLength(longestName);
    auto* text =
        wrappingLabel(tr("The number serves to recognise the person and is stored nowhere; the record holds "
                         "the name as you type it."),
                      this);
    text->setMinimumWidth(readable);
    auto* hint = new QLabel(this);
    theme::setTextSize(*hint, theme::TextSize::Small);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* add = buttons->addButton(tr("Add"), QDialogButtonBox::AcceptRole);
    add->setDefault(true);

    auto* form = new QFormLayout(this);
    form->setContentsMargins(theme::gapSection, theme::gapLarge, theme::gapSection, theme::gapLarge);
    form->setSpacing(theme::gap);
    form->addRow(text);
    form->addRow(tr("&Identity number"), m_number);
    form->addRow(QString(), hint);
    form->addRow(tr("&Name"), m_name);
    form->addRow(buttons);

    const auto follow = [this, add, hint] {
        hint->setText(m_number->hint());
        add->setEnabled(m_number->number().has_value() && !m_name->text().trimmed().isEmpty());
    };
    follow();
    connect(m_number, &IdentityField::standingChanged, this, follow);
    connect(m_name, &QLineEdit::textChanged, this, follow);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit given(*m_number->number(), m_name->text().trimmed());
        accept();
    });
}

void ReadinessDoctorDialog::propose(const IdentityNumber& number)
{
    m_number->setText(number.digits());
    m_name->setFocus();
}

} // namespace hekim
