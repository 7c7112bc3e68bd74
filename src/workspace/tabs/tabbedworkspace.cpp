#include "workspace/tabs/tabbedworkspace.h"

#include "audit/widgets/auditplace.h"
#include "browser/page/pagepool.h"
#include "core/navigation/navigationrules.h"
#include "services/erapor/doctorsession.h"
#include "services/erapor/eraporpages.h"
#include "widgets/dialogs/question.h"
#include "widgets/helptopic.h"
#include "widgets/messagebar.h"
#include "widgets/theme.h"
#include "workspace/hes/hestab.h"
#include "workspace/page/pagepane.h"
#include "workspace/page/pagezoom.h"
#include "workspace/reports/eraporsource.h"
#include "workspace/tabs/patienttab.h"
#include "workspace/tabs/tabdialogs.h"
#include "workspace/tabs/tablimiter.h"
#include "workspace/tabs/tabshortcuts.h"
#include "workspace/tabs/workspacebuttons.h"

#include <QAction>
#include <QApplication>
#include <QPointer>
#include <QTabBar>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace hekim {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// How long a new tab may wait for its page's request before it is shown all the same.
constexpr auto longestUnseen = 100ms;

} // namespace

TabbedWorkspace::TabbedWorkspace(const WorkParts& parts, PagePool& pages, QWidget* parent)
    : Workspace(parent)
    , m_parts(parts)
    , m_pages(pages)
    , m_notices(new MessageBar(this))
    , m_room(new TabLimiter(*m_notices, TabLimiter::longestWait, this))
    , m_formZoom(new PageZoom(this))
    , m_mineZoom(new PageZoom(this))
    , m_tabs(new QTabWidget(this))
    , m_buttons(new WorkspaceButtons(*this, parts.session.doctor()))
{
    new AuditPlace(*this, parts.audit, parts.session.doctor());
    m_tabs->setElideMode(Qt::ElideNone);
    m_tabs->setIconSize({16, 16});
    m_tabs->setCornerWidget(m_buttons);

    const QUrl erapor = m_parts.settings.endpoints().erapor;
    m_mine = new PagePane(
        m_pages, *m_mineZoom, NavigationRules(m_parts.settings, std::nullopt),
        std::make_unique<EraporSource>(
            m_parts.session, [erapor](const Token& token) { return doctorIndexPage(erapor, token); }),
        this);
    connect(m_mine, &PagePane::opened, this, [this] { audit(*this, AuditAction::OwnReportsRead); });
    new TabDialogs(*m_mine);
    m_mine->keepTools();
    setHelpTopic(*m_mine, HelpTopic::MyReports);
    m_tabs->addTab(m_mine, theme::icon(u"reports"_s), tr("My reports"));
    connect(m_mine, &PagePane::patientAsked, this, [this](const QString& number) {
        const auto patient = IdentityNumber::parseFor(m_parts.settings.environment(), number, u"patient"_s);
        if (!patient)
            return;
        const auto open = [this, patient = *patient] { openPatient(patient, {}); };
        if (m_tabs->currentWidget() == m_mine)
            open();
        else
            m_mine->notices().show(theme::State::Info,
                                   tr("This page asks for patient %1.").arg(patient->masked()),
                                   {{tr("Show"), open}});
    });
    // The doctor's reports are asked for when they are looked at: a launch for a patient costs one page
    // request only.
    connect(m_tabs, &QTabWidget::currentChanged, this, [this](int index) {
        if (index == 0 && !m_mine->wasLoaded())
            m_mine->load();
    });

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notices);
    layout->addWidget(m_tabs, 1);
    if (m_parts.settings.hesEnabled())
        addHes();
    new TabShortcuts(*m_tabs);

    auto* close = new QAction(this);
    close->setShortcut(QKeySequence::Close);
    connect(close, &QAction::triggered, this, [this] {
        if (auto* tab = qobject_cast<PatientTab*>(m_tabs->currentWidget()))
            closeTab(tab);
    });
    addAction(close);
}

void TabbedWorkspace::open(const LaunchRequest& request)
{
    const LandingPage landing = request.landing();
    const bool isPatients = landing != LandingPage::Mine && landing != LandingPage::Hes;
    if (isPatients && !hasTab(request.patient) &&
        !m_room->admits(request.patient, [this, request] { open(request); }))
        return;
    switch (landing) {
    case LandingPage::Mine:
        if (!isBeingTypedIn())
            showMine();
        break;
    case LandingPage::Hes:
        openHes(request.hes);
        break;
    case LandingPage::History:
        showPatient(request.patient, request.reason, PatientView::History);
        break;
    case LandingPage::Images:
        showPatient(request.patient, request.reason, PatientView::Images);
        break;
    case LandingPage::Create:
        showPatient(request.patient, request.reason,
                    request.page ? std::optional(PatientView::Report) : std::nullopt);
        break;
    }
    if (PatientTab* tab = request.patient ? tabOf(*request.patient) : nullptr)
        tab->offerStudies(request.accessions);
}

QToolButton& TabbedWorkspace::doctorButton()
{
    return m_buttons->doctor();
}

void TabbedWorkspace::addHes()
{
    m_hes = new HesTab(m_parts.http, m_parts.credentials, m_parts.settings, this);
    connect(m_hes, &HesTab::loginTaken, this, &TabbedWorkspace::hesLoginTaken);
    new TabDialogs(*m_hes);
    setHelpTopic(*m_hes, HelpTopic::Hes);
    m_tabs->addTab(m_hes, theme::icon(u"hes"_s), tr("HES"));
}

bool TabbedWorkspace::showsHes() const
{
    return m_hes && m_tabs->currentWidget() == m_hes;
}

void TabbedWorkspace::openHes(const std::optional<HesCode>& code)
{
    if (!m_hes) {
        m_notices->show(
            theme::State::Info,
            tr("The HBYS asked for a HES check, but HES checks are switched off here (hes/enabled). Ask "
               "your IT if you need them."));
        return;
    }
    const auto show = [this, code] {
        m_tabs->setCurrentWidget(m_hes);
        m_hes->setFocus();
        m_hes->setCode(code);
    };
    if (isBeingTypedIn())
        m_notices->show(theme::State::Info, tr("The HBYS asked for a HES check."), {{tr("Show"), show}});
    else
        show();
}

void TabbedWorkspace::openPatient(const std::optional<IdentityNumber>& patient, std::optional<Reason> reason)
{
    if (hasTab(patient) || m_room->admits(patient, [this, patient, reason] { openPatient(patient, reason); }))
        showPatient(patient, reason, {});
}

void TabbedWorkspace::showPatient(const std::optional<IdentityNumber>& patient, std::optional<Reason> reason,
                                  std::optional<PatientView> view)
{
    PatientTab* tab = patient ? tabOf(*patient) : nullptr;
    if (tab) {
        bring(tab, view);
        if (reason)
            tab->offerReason(*reason);
        return;
    }
    tab = new PatientTab(m_parts, m_pages, *m_formZoom, patient, reason, this);
    tab->hide();
    m_patients.append(tab);
    connect(tab, &PatientTab::touchedChanged, this, [this, tab](bool touched) { markTouched(tab, touched); });
    connect(tab, &PatientTab::patientAsked, this, [this](const QString& number) {
        if (const auto asked = IdentityNumber::parseFor(m_parts.settings.environment(), number, u"patient"_s))
            openPatient(*asked, {});
    });
    connect(tab, &PatientTab::mineAsked, this, [this, tab] {
        // Something may have been saved a moment ago: the list is asked for anew, unless the doctor works in
        // it.
        const auto show = [this] {
            m_tabs->setCurrentWidget(m_mine);
            if (!m_mine->isTouched())
                m_mine->load();
        };
        // A page that is out of sight takes the place of nothing (rule P2).
        if (m_tabs->currentWidget() == tab)
            show();
        else
            tab->notices().show(theme::State::Info, tr("This page asks for your own reports."),
                                {{tr("Show"), show}});
    });
    // The page's request goes out before anything is painted; a token that is slow to come is waited for in
    // sight.
    connect(tab, &PatientTab::underway, this, [this, tab] { addTab(tab); });
    QTimer::singleShot(longestUnseen, tab, [this, tab] { addTab(tab); });
    tab->showView(view.value_or(PatientView::Report));
}

void TabbedWorkspace::bring(PatientTab* tab, std::optional<PatientView> view)
{
    const bool isInFront = m_tabs->currentWidget() == tab;
    const auto show = [this, tab = QPointer<PatientTab>(tab), view] {
        if (!tab)
            return;
        if (view)
            tab->showView(*view);
        m_tabs->setCurrentWidget(tab);
        tab->setFocus();
    };
    if (!isBeingTypedIn()) {
        show();
        return;
    }
    if (isInFront && (!view || tab->shows(*view)))
        return;
    qobject_cast<PatientTab*>(m_tabs->currentWidget())
        ->notices()
        .show(theme::State::Info,
              view ? tr("The HBYS asks for “%1” of patient %2.").arg(displayName(*view), tab->title())
                   : tr("The HBYS asks for patient %1, who is open in another tab.").arg(tab->title()),
              {{tr("Show"), show}});
}

void TabbedWorkspace::addTab(PatientTab* tab)
{
    if (m_tabs->indexOf(tab) >= 0)
        return;
    const bool keepKeyboard = isBeingTypedIn();
    auto* former = qobject_cast<PatientTab*>(m_tabs->currentWidget());
    const int index = m_tabs->addTab(tab, theme::icon(u"patient"_s), tab->title());
    auto* close = new QToolButton(this);
    close->setIcon(theme::icon(u"close"_s));
    close->setIconSize({12, 12});
    close->setToolTip(tr("Close the tab"));
    close->setAccessibleName(tr("Close the tab of %1").arg(tab->title()));
    connect(close, &QToolButton::clicked, tab, [this, tab] { closeTab(tab); });
    m_tabs->tabBar()->setTabButton(index, QTabBar::RightSide, close);
    if (keepKeyboard && former) {
        former->notices().show(theme::State::Info,
                               tr("The HBYS opened patient %1 in a new tab.").arg(tab->title()),
                               {{tr("Show"), [this, tab] { m_tabs->setCurrentWidget(tab); }}});
        return;
    }
    m_tabs->setCurrentIndex(index);
    tab->setFocus();
}

void TabbedWorkspace::showMine()
{
    m_tabs->setCurrentWidget(m_mine);
    if (!m_mine->wasLoaded())
        m_mine->load();
}

PatientTab* TabbedWorkspace::tabOf(const IdentityNumber& patient) const
{
    for (PatientTab* tab : m_patients)
        if (tab->patient() == patient)
            return tab;
    return nullptr;
}

bool TabbedWorkspace::hasTab(const std::optional<IdentityNumber>& patient) const
{
    return patient && tabOf(*patient);
}

int TabbedWorkspace::touchedForms() const
{
    return static_cast<int>(std::ranges::count_if(m_patients, &PatientTab::isTouched)) +
           (m_mine->isTouched() ? 1 : 0);
}

int TabbedWorkspace::savingFiles() const
{
    int files = m_mine->savingFiles();
    for (const PatientTab* tab : m_patients)
        files += tab->savingFiles();
    return files;
}

bool TabbedWorkspace::isBeingTypedIn() const
{
    const auto* tab = qobject_cast<const PatientTab*>(m_tabs->currentWidget());
    if (!tab || !tab->isTouched())
        return false;
    // A window that the tab's page opened is the tab's too.
    const QWidget* active = QApplication::activeWindow();
    while (active && active != tab && active != window())
        active = active->parentWidget();
    return active != nullptr;
}

void TabbedWorkspace::closeTab(PatientTab* tab)
{
    if (!tab->isTouched() && tab->savingFiles() == 0) {
        removeTab(tab);
        return;
    }
    m_tabs->setCurrentWidget(tab); // its question is asked over it alone (rule P1)
    const QString loss =
        tab->isTouched()
            ? tr("What was written in the form of patient %1 since it was loaded will be lost.")
                  .arg(tab->title())
            : tr("%n file(s) are still being saved. They will be lost.", nullptr, tab->savingFiles());
    ask(tab, loss, tr("Close the tab"), [this, tab] { removeTab(tab); });
}

void TabbedWorkspace::removeTab(PatientTab* tab)
{
    m_patients.removeOne(tab);
    m_tabs->removeTab(m_tabs->indexOf(tab));
    tab->deleteLater();
    emit patientClosed();
}

void TabbedWorkspace::markTouched(PatientTab* tab, bool touched)
{
    const int index = m_tabs->indexOf(tab);
    if (index < 0)
        return;
    m_tabs->setTabToolTip(index, touched ? tr("This form holds something that was typed in.") : QString());
}

} // namespace hekim
