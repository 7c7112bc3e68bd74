#include "gui/patienttab.h"

#include "core/settings.h"
#include "gui/eraporsource.h"
#include "gui/messagebar.h"
#include "gui/pagepane.h"
#include "gui/pagetools.h"
#include "gui/pastreportsview.h"
#include "gui/patientbanner.h"
#include "gui/patientviews.h"
#include "gui/question.h"
#include "services/eraporpages.h"

#include <QTimer>
#include <QVBoxLayout>

namespace hekim {

namespace {

std::unique_ptr<PageSource> formOf(DoctorSession& session, const QUrl& erapor,
                                   const std::optional<IdentityNumber>& patient, std::optional<Reason> reason)
{
    return std::make_unique<EraporSource>(session, [erapor, patient, reason](const Token& token) {
        return createReportPage(erapor, token, patient, reason);
    });
}

} // namespace

PatientTab::PatientTab(const WorkParts& parts, PageZoom& zoom, const std::optional<IdentityNumber>& patient,
                       std::optional<Reason> reason, QWidget* parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_zoom(zoom)
    , m_patient(patient)
    , m_reason(reason)
    , m_banner(new PatientBanner(patient, this))
    , m_notices(new MessageBar(this))
    , m_views(new PatientViews(this))
{
    m_banner->setReason(reason);
    m_banner->setViews(m_views->switcher());
    m_views->setPart(PatientViews::Part::Report, [this](QWidget* place) { return makeReport(place); });
    connect(m_views, &PatientViews::currentChanged, this, &PatientTab::showTools);
    if (patient)
        m_views->setPart(PatientViews::Part::History, [this](QWidget* place) { return makeHistory(place); });
    else // an empty form has nothing beside it
        m_views->switcher().hide();
    setFocusProxy(m_views);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_notices);
    layout->addWidget(m_views, 1);
}

QWidget* PatientTab::makeReport(QWidget* parent)
{
    m_report = new PagePane(m_parts.pages, m_zoom, NavigationRules(m_parts.settings, m_patient),
                            formOf(m_parts.session, m_parts.settings.endpoints().erapor, m_patient, m_reason),
                            parent);
    m_banner->addTools(m_report->tools());
    connect(m_report, &PagePane::underway, this, &PatientTab::underway);
    connect(m_report, &PagePane::touchedChanged, this, &PatientTab::touchedChanged);
    connect(m_report, &PagePane::patientAsked, this, &PatientTab::patientAsked);
    connect(m_report, &PagePane::mineAsked, this, &PatientTab::mineAsked);
    m_report->load();
    return m_report;
}

QWidget* PatientTab::makeHistory(QWidget* parent)
{
    auto* history =
        new PastReportsView(m_parts.pastReports, m_parts.settings.endpoints().erapor, *m_patient, parent);
    connect(history, &PastReportsView::reportAsked, m_views, [this] {
        m_views->showView(PatientView::Report);
        m_views->setFocus();
    });
    return history;
}

void PatientTab::showView(PatientView view)
{
    const bool hadReport = m_report != nullptr;
    m_views->showView(view);
    if (hadReport || !m_report)
        QTimer::singleShot(0, this, &PatientTab::underway);
}

bool PatientTab::shows(PatientView view) const
{
    return m_views->current() == view;
}

// The keys of a pane's tools work as long as they are on screen: those of a view that is out of sight are
// too.
void PatientTab::showTools()
{
    if (m_report)
        m_report->tools().setVisible(m_views->shows(PatientViews::Part::Report));
}

QString PatientTab::title() const
{
    return m_patient ? m_patient->masked() : tr("Empty form");
}

bool PatientTab::isTouched() const
{
    return m_report && m_report->isTouched();
}

int PatientTab::savingFiles() const
{
    return m_report ? m_report->savingFiles() : 0;
}

MessageBar& PatientTab::notices()
{
    return *m_notices;
}

void PatientTab::offerReason(Reason reason)
{
    if (m_reason == reason)
        return;
    if (!m_report) { // there is no form yet that could lose anything
        m_reason = reason;
        m_banner->setReason(reason);
        return;
    }
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
    m_report->load(formOf(m_parts.session, m_parts.settings.endpoints().erapor, m_patient, reason));
    m_views->showView(PatientView::Report);
}

} // namespace hekim
