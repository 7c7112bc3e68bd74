#include "workspace/tabs/patienttab.h"

#include "audit/widgets/auditplace.h"
#include "core/settings/settings.h"
#include "services/erapor/doctorsession.h"
#include "services/erapor/eraporpages.h"
#include "services/radiology/patientimages.h"
#include "services/radiology/teleradiology.h"
#include "widgets/dialogs/question.h"
#include "widgets/helptopic.h"
#include "widgets/messagebar.h"
#include "workspace/images/imagesview.h"
#include "workspace/images/imageswindow.h"
#include "workspace/page/pagepane.h"
#include "workspace/page/pagetools.h"
#include "workspace/reports/eraporsource.h"
#include "workspace/reports/pastreportsview.h"
#include "workspace/tabs/patientbanner.h"
#include "workspace/tabs/patientviews.h"
#include "workspace/tabs/sidebyside.h"
#include "workspace/tabs/tabdialogs.h"

#include <QAction>
#include <QApplication>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<PageSource> formOf(const WorkParts& parts, const std::optional<IdentityNumber>& patient,
                                   std::optional<Reason> reason)
{
    const QUrl erapor = parts.settings.endpoints().erapor;
    return std::make_unique<EraporSource>(parts.session, [erapor, patient, reason](const Token& token) {
        return createReportPage(erapor, token, patient, reason);
    });
}

} // namespace

PatientTab::PatientTab(const WorkParts& parts, PagePool& pages, PageZoom& zoom,
                       const std::optional<IdentityNumber>& patient, std::optional<Reason> reason,
                       QWidget* parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_pages(pages)
    , m_zoom(zoom)
    , m_patient(patient)
    , m_reason(reason)
    , m_banner(new PatientBanner(patient, this))
    , m_notices(new MessageBar(this))
    , m_views(new PatientViews(this))
{
    new AuditPlace(*this, parts.audit, parts.session.doctor(), patient);
    new TabDialogs(*this);
    setHelpTopic(*this, HelpTopic::Report);
    m_banner->setReason(reason);
    m_banner->setViews(m_views->switcher());
    m_views->setPart(PatientViews::Part::Report, [this](QWidget* place) { return makeReport(place); });
    connect(m_views, &PatientViews::currentChanged, this, &PatientTab::showTools);
    if (patient) {
        m_views->setPart(PatientViews::Part::History, [this](QWidget* place) { return makeHistory(place); });
        prepareImages();
    } else // an empty form has nothing beside it
        m_views->switcher().hide();
    setFocusProxy(m_views);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_notices);
    layout->addWidget(m_views, 1);
}

// The images go first, while their controls still stand in a banner, and the window while all that hears of
// it is whole.
PatientTab::~PatientTab()
{
    disconnect(qApp, nullptr, this, nullptr);
    delete m_images;
    delete m_window;
}

QWidget* PatientTab::makeReport(QWidget* parent)
{
    m_report = new PagePane(m_pages, m_zoom, NavigationRules(m_parts.settings, m_patient),
                            formOf(m_parts, m_patient, m_reason), parent);
    m_banner->addTools(m_report->tools());
    if (m_images && !m_window)
        m_banner->addTools(m_images->controls()); // to the right, as the images are
    connect(m_report, &PagePane::opened, this, [this] { audit(*this, AuditAction::FormOpened); });
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

QWidget* PatientTab::makeImages(QWidget* parent)
{
    m_images = new ImagesView(std::move(m_access), m_pages, m_zoom,
                              NavigationRules::forImages(m_parts.settings, *m_patient), parent);
    m_banner->addTools(m_images->controls());
    for (QAction* action : {m_swap, m_move}) {
        auto* button = new QToolButton(m_images);
        button->setDefaultAction(action);
        button->setFocusPolicy(Qt::StrongFocus);
        m_images->addControl(*button);
        const auto follow = [action, button] {
            button->setVisible(action->isVisible());
            button->setAccessibleName(action->text());
            button->setToolTip(
                u"%1 (%2)"_s.arg(action->text(), action->shortcut().toString(QKeySequence::NativeText)));
        };
        connect(action, &QAction::changed, button, follow);
        follow();
    }
    m_images->addAction(m_move); // its key works in the images' own window too
    connect(m_images, &ImagesView::mineAsked, this, &PatientTab::mineAsked);
    return m_images;
}

// The doctor's name goes into the image token: taken while the doctor is there (guide 002).
void PatientTab::prepareImages()
{
    m_access = m_parts.radiology.imagesOf(*m_patient);
    if (!m_access)
        return;
    m_views->setPart(PatientViews::Part::Images, [this](QWidget* place) { return makeImages(place); });
    m_sideBySide = new SideBySide(m_views->splitter(), m_parts.ui);
    m_swap = new QAction(theme::icon(u"swap"_s), tr("Swap report and images"), this);
    m_swap->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_X);
    m_swap->setVisible(false);
    addAction(m_swap);
    connect(m_swap, &QAction::triggered, this, [this] { m_sideBySide->swap(); });
    m_move = new QAction(theme::icon(u"window"_s), tr("Images in a window of their own"), this);
    m_move->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_M);
    m_move->setEnabled(false);
    addAction(m_move);
    connect(m_move, &QAction::triggered, this, &PatientTab::moveImages);
    connect(m_views, &PatientViews::lentAsked, this, [this](PatientView view) {
        if (view == PatientView::SideBySide)
            moveImagesBack(view);
        else
            m_window->bring();
    });
    connect(qApp, &QApplication::focusChanged, this, &PatientTab::followFocus);
}

void PatientTab::moveImages()
{
    if (!m_window)
        moveImagesOut();
    else // what is being written stays in sight
        moveImagesBack(isTouched() ? PatientView::SideBySide : m_movedFrom);
}

void PatientTab::moveImagesOut()
{
    m_movedFrom = m_views->current();
    m_views->lendImages();
    m_window = new ImagesWindow(*m_images, *m_patient, m_parts.settings, m_parts.ui, *this);
    connect(m_window, &ImagesWindow::closeAsked, this, &PatientTab::moveImages);
    m_move->setText(tr("Images back into the tab"));
    showTools();
    m_views->setFocus();
}

void PatientTab::moveImagesBack(PatientView view)
{
    m_window->hide();
    m_banner->addTools(m_images->controls());
    m_views->takeImagesBack();
    std::exchange(m_window, nullptr)->deleteLater();
    m_move->setText(tr("Images in a window of their own"));
    m_views->showView(view);
    showTools();
    m_views->setFocus();
}

// Beside each other both panes have tools with the same keys: they belong to the one that has the keyboard.
void PatientTab::followFocus()
{
    if (!m_report || !m_images)
        return;
    const bool both = m_views->current() == PatientView::SideBySide;
    const bool inImages = m_images->isAncestorOf(QApplication::focusWidget());
    m_report->tools().setKeysActive(!both || !inImages);
    m_images->pane().tools().setKeysActive(!both || inImages);
}

void PatientTab::offerStudies(const QStringList& accessions)
{
    m_offered += accessions;
    m_offered.removeDuplicates();
    openOffered();
}

void PatientTab::openOffered()
{
    if (m_images && (m_window || m_views->shows(PatientViews::Part::Images)))
        m_images->offer(std::exchange(m_offered, {}));
}

void PatientTab::showView(PatientView view)
{
    const bool hadReport = m_report != nullptr;
    if (!shows(view))
        m_views->showView(view);
    if (hadReport || !m_report)
        QTimer::singleShot(0, this, &PatientTab::underway);
}

bool PatientTab::shows(PatientView view) const
{
    const PatientView current = m_views->current();
    if (view == PatientView::Images && m_window)
        return true; // they are in sight already, and no keyboard is taken
    if (view == PatientView::Images && current == PatientView::SideBySide)
        return true; // a launch for images leaves the form beside them
    return current == view && (view != PatientView::Report || m_report);
}

// The keys of a pane's tools work as long as they are on screen: those of a view that is out of sight are
// too.
void PatientTab::showTools()
{
    if (m_report)
        m_report->tools().setVisible(m_views->shows(PatientViews::Part::Report));
    const bool images = m_images && (m_window || m_views->shows(PatientViews::Part::Images));
    if (m_images)
        m_images->controls().setVisible(images);
    if (m_move)
        m_move->setEnabled(images);
    const bool both = m_views->current() == PatientView::SideBySide;
    if (m_swap)
        m_swap->setVisible(both);
    if (both)
        m_sideBySide->restore();
    followFocus();
    openOffered();
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
    return (m_report ? m_report->savingFiles() : 0) + (m_images ? m_images->savingFiles() : 0);
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
    m_report->load(formOf(m_parts, m_patient, reason));
    m_views->showView(PatientView::Report);
}

} // namespace hekim
