#include "gui/window/newpatientdialog.h"

#include "ui_newpatientdialog.h"

#include "widgets/helptopic.h"
#include "widgets/theme.h"

namespace hekim {

NewPatientDialog::NewPatientDialog(EnvironmentName environment, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::NewPatientDialog>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setHelpTopic(*this, HelpTopic::NewPatient);
    theme::setTextSize(*m_ui->hint, theme::TextSize::Small);
    m_ui->number->setEnvironment(environment);
    m_ui->reason->addItem(tr("Not chosen yet"));
    for (const Reason reason : allReasons())
        m_ui->reason->addItem(displayName(reason), static_cast<int>(reason));

    const auto showHint = [this] { m_ui->hint->setText(m_ui->number->hint()); };
    connect(m_ui->number, &IdentityField::standingChanged, this, showHint);
    connect(m_ui->open, &QPushButton::clicked, this, &NewPatientDialog::choose);
    connect(m_ui->empty, &QPushButton::clicked, this, &NewPatientDialog::chooseEmptyForm);
    connect(m_ui->cancel, &QPushButton::clicked, this, &QDialog::reject);
}

NewPatientDialog::~NewPatientDialog() = default;

std::optional<Reason> NewPatientDialog::reason() const
{
    const QVariant chosenReason = m_ui->reason->currentData();
    return chosenReason.isValid() ? std::optional(static_cast<Reason>(chosenReason.toInt())) : std::nullopt;
}

void NewPatientDialog::choose()
{
    const auto patient = m_ui->number->number();
    if (!patient) {
        if (m_ui->number->text().isEmpty())
            m_ui->hint->setText(tr("Type the patient's number, or open an empty form."));
        m_ui->number->setFocus();
        return;
    }
    emit chosen(patient, reason());
    accept();
}

void NewPatientDialog::chooseEmptyForm()
{
    emit chosen(std::nullopt, reason());
    accept();
}

} // namespace hekim
