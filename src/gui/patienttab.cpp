#include "gui/patienttab.h"

#include "core/settings.h"
#include "gui/messagebar.h"
#include "gui/pagetools.h"
#include "gui/patientbanner.h"
#include "gui/question.h"
#include "gui/reportpane.h"
#include "services/eraporpages.h"

#include <QVBoxLayout>

namespace hekim {

namespace {

ReportPane::Address formAddress(const QUrl& erapor, const std::optional<IdentityNumber>& patient,
                                std::optional<Reason> reason)
{
    return [erapor, patient, reason](const Token& token) {
        return createReportPage(erapor, token, patient, reason);
    };
}

} // namespace

PatientTab::PatientTab(const Settings& settings, DoctorSession& session, WarmPages& pages, PageZoom& zoom,
                       const std::optional<IdentityNumber>& patient, std::optional<Reason> reason,
                       QWidget* parent)
    : QWidget(parent)
    , m_erapor(settings.endpoints().erapor)
    , m_patient(patient)
    , m_reason(reason)
    , m_banner(new PatientBanner(patient, this))
    , m_report(new ReportPane(session, pages, zoom, NavigationRules(settings, patient),
                              formAddress(m_erapor, patient, reason), this))
{
    m_banner->setReason(reason);
    m_report->setAccessibleName(tr("Report"));
    m_banner->addTools(m_report->tools());
    setFocusProxy(m_report);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_report, 1);
    connect(m_report, &ReportPane::underway, this, &PatientTab::underway);
    connect(m_report, &ReportPane::touchedChanged, this, &PatientTab::touchedChanged);
    connect(m_report, &ReportPane::patientAsked, this, &PatientTab::patientAsked);
    connect(m_report, &ReportPane::mineAsked, this, &PatientTab::mineAsked);
}

void PatientTab::load()
{
    m_report->load();
}

QString PatientTab::title() const
{
    return m_patient ? m_patient->masked() : tr("Empty form");
}

bool PatientTab::isTouched() const
{
    return m_report->isTouched();
}

int PatientTab::savingFiles() const
{
    return m_report->savingFiles();
}

MessageBar& PatientTab::notices()
{
    return m_report->notices();
}

void PatientTab::offerReason(Reason reason)
{
    if (m_reason == reason)
        return;
    notices().show(
        theme::State::Info,
        tr("The HBYS now asks for the reason “%1”. The form stays as it is.").arg(displayName(reason)),
        {{tr("Open again with this reason"), [this, reason] {
              if (isTouched())
                  ask(this, tr("What was written in this form since it was loaded will be lost."),
                      tr("Open again"), [this, reason] { reopenFor(reason); });
              else
                  reopenFor(reason);
          }}});
}

void PatientTab::reopenFor(Reason reason)
{
    m_reason = reason;
    m_banner->setReason(reason);
    m_report->load(formAddress(m_erapor, m_patient, reason));
}

} // namespace hekim
