#include "workspace/tabs/patientbanner.h"

#include "ui_patientbanner.h"

#include "platform/session/passingcopy.h"
#include "widgets/theme.h"

#include <QToolTip>

namespace hekim {

using namespace Qt::StringLiterals;

PatientBanner::PatientBanner(const std::optional<IdentityNumber>& patient, QWidget* parent)
    : QFrame(parent), m_ui(std::make_unique<Ui::PatientBanner>()), m_patient(patient)
{
    m_ui->setupUi(this);
    m_ui->icon->setPixmap(theme::icon(u"patient"_s).pixmap(20, 20));
    m_ui->copy->setIcon(theme::icon(u"copy"_s));
    theme::setTextSize(*m_ui->caption, theme::TextSize::Small);
    theme::setTextSize(*m_ui->kind, theme::TextSize::Small);
    theme::setTextSize(*m_ui->reason, theme::TextSize::Small);
    setReason({});

    if (!m_patient) {
        m_ui->caption->setText(tr("Empty form: the patient's number is typed in the form itself"));
        m_ui->number->hide();
        m_ui->copy->hide();
        m_ui->kind->hide();
        return;
    }
    theme::setTextSize(*m_ui->number, theme::TextSize::Large);
    m_ui->number->setText(m_patient->grouped());
    m_ui->number->setAccessibleName(m_patient->grouped());
    if (!m_patient->checksumHolds())
        m_ui->kind->setText(tr("The check digits of this number do not match"));
    else if (m_patient->kind() == IdentityNumber::Kind::Ykn)
        m_ui->kind->setText(tr("Foreigner number"));
    connect(m_ui->copy, &QToolButton::clicked, this, &PatientBanner::copyNumber);
}

PatientBanner::~PatientBanner() = default;

void PatientBanner::setViews(QWidget& switcher)
{
    m_ui->row->insertWidget(m_ui->row->indexOf(m_ui->kind) + 1, &switcher);
}

void PatientBanner::addTools(QWidget& tools)
{
    m_ui->row->addWidget(&tools);
}

void PatientBanner::setReason(std::optional<Reason> reason)
{
    m_ui->reason->setText(reason ? tr("Reason: %1").arg(displayName(*reason)) : QString());
    m_ui->reason->setToolTip(m_ui->reason->text());
}

void PatientBanner::copyNumber()
{
    copyInPassing(m_patient->digits());
    QToolTip::showText(m_ui->copy->mapToGlobal(m_ui->copy->rect().bottomLeft()), tr("The number was copied."),
                       m_ui->copy);
}

} // namespace hekim
