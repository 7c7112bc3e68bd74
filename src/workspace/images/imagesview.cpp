#include "workspace/images/imagesview.h"

#include "audit/widgets/auditplace.h"
#include "browser/page/pagecontrols.h"
#include "core/error/errortext.h"
#include "core/launch/accession.h"
#include "services/radiology/patientimages.h"
#include "widgets/helptopic.h"
#include "widgets/plaintext.h"
#include "widgets/theme.h"
#include "workspace/images/imagesource.h"
#include "workspace/page/pagepane.h"
#include "workspace/page/pagetools.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr int accessionWidth = 130;
constexpr int smallestAccession = 80;
constexpr int studiesWidth = 64; // the field beside it says which one is open
constexpr int studiesListWidth = 200;

} // namespace

ImagesView::ImagesView(std::unique_ptr<PatientImages> images, PagePool& pages, PageZoom& zoom,
                       const NavigationRules& rules, QWidget* parent)
    : QWidget(parent)
    , m_images(std::move(images))
    , m_row(new QWidget(this))
    , m_accession(new QLineEdit(m_row))
    , m_open(new QToolButton(m_row))
    , m_studies(new QComboBox(m_row))
    , m_fault(wrappingLabel(this))
    , m_empty(wrappingLabel(this))
    , m_states(new QStackedWidget(this))
    , m_pane(new PagePane(pages, zoom, rules, std::make_unique<ImageSource>(*m_images, QString()), this))
    , m_leave(new QPushButton(tr("Leave full screen"), m_row))
{
    setHelpTopic(*this, HelpTopic::Images);
    setHelpTopic(*m_row, HelpTopic::Images); // it stands in the banner
    makeRow();
    for (QLabel* label : {m_fault, m_empty})
        label->setMargin(theme::gap);
    m_fault->hide();
    m_empty->setAlignment(Qt::AlignCenter);
    theme::setTextSize(*m_empty, theme::TextSize::Large);
    m_states->addWidget(m_empty);
    m_states->addWidget(m_pane);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_fault);
    column->addWidget(m_states, 1);
    setFocusProxy(m_accession);

    connect(m_leave, &QPushButton::clicked, this, [this] {
        if (IsolatedPage* page = m_pane->page())
            page->controls().leaveFullScreen();
    });
    connect(m_pane, &PagePane::pageTaken, this, [this](IsolatedPage* page) {
        showFullScreen(false);
        if (page)
            connect(&page->controls(), &PageControls::fullScreenChanged, this, &ImagesView::showFullScreen);
    });
    connect(m_pane, &PagePane::stateChanged, this, [this] {
        if (!m_pane->showsPage())
            showFullScreen(false);
    });
    connect(m_pane, &PagePane::mineAsked, this, &ImagesView::mineAsked);

    const QString missing = m_images->missingAddresses();
    if (missing.isEmpty()) {
        m_empty->setText(
            tr("Type the accession number of a study beside the patient's number above. A study that the "
               "hospital system names opens by itself."));
        return;
    }
    m_accession->setEnabled(false);
    m_open->setEnabled(false);
    m_empty->setText(
        sentenceFor({.kind = ErrorKind::NotPublished, .step = Step::PostOtac, .detail = missing}));
}

ImagesView::~ImagesView()
{
    delete m_pane; // its source asks m_images
}

void ImagesView::makeRow()
{
    auto* row = new QHBoxLayout(m_row);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::gapSmall);
    m_accession->setAccessibleName(tr("Accession number"));
    m_accession->setPlaceholderText(tr("Accession number"));
    m_accession->setMinimumWidth(smallestAccession);
    m_accession->setMaximumWidth(accessionWidth);
    m_open->setIcon(theme::icon(u"forward"_s));
    m_open->setAccessibleName(tr("Open image"));
    m_open->setToolTip(tr("Open image"));
    m_open->setFocusPolicy(Qt::StrongFocus);
    m_studies->setAccessibleName(tr("Studies"));
    m_studies->setToolTip(tr("Studies of this patient"));
    m_studies->setFixedWidth(studiesWidth);
    m_studies->view()->setMinimumWidth(studiesListWidth);
    m_studies->hide();
    m_leave->setToolTip(tr("Leave full screen (%1)").arg(QKeySequence(Qt::Key_Escape).toString()));
    m_leave->hide();
    row->addWidget(m_accession);
    row->addWidget(m_open);
    row->addWidget(m_studies);
    row->addWidget(m_leave);
    row->addWidget(&m_pane->tools());
    connect(m_accession, &QLineEdit::returnPressed, this, &ImagesView::openTyped);
    connect(m_open, &QToolButton::clicked, this, &ImagesView::openTyped);
    connect(m_studies, &QComboBox::activated, this,
            [this](int index) { open(m_studies->itemData(index).toString()); });
}

void ImagesView::addControl(QWidget& control)
{
    m_row->layout()->addWidget(&control);
}

void ImagesView::offer(const QStringList& accessions)
{
    QString first;
    for (const QString& accession : accessions) {
        if (m_studies->findData(accession) >= 0)
            continue;
        m_studies->addItem(accession, accession);
        if (first.isEmpty())
            first = accession;
    }
    m_studies->setVisible(m_studies->count() > 1);
    if (!first.isEmpty() && m_images->missingAddresses().isEmpty())
        open(first);
}

void ImagesView::openTyped()
{
    const Result<QString> accession = parseAccession(m_accession->text());
    m_fault->setVisible(!accession);
    if (!accession) {
        m_fault->setText(sentenceFor(accession.error()));
        m_accession->setAccessibleDescription(m_fault->text());
        m_accession->setFocus();
        return;
    }
    m_accession->setAccessibleDescription({});
    if (m_studies->findData(*accession) < 0)
        m_studies->addItem(*accession, *accession);
    m_studies->setVisible(m_studies->count() > 1);
    open(*accession);
}

void ImagesView::open(const QString& accession)
{
    m_fault->hide();
    m_accession->setText(accession);
    m_studies->setCurrentIndex(m_studies->findData(accession));
    m_shown = accession;
    setFocusProxy(m_pane);
    m_states->setCurrentWidget(m_pane);
    m_pane->load(std::make_unique<ImageSource>(
        *m_images, accession, [this] { m_opening = auditedDeed(*this, AuditAction::ImagesOpened); },
        [this](const Result<QUrl>& address) {
            m_opening.end(address.has_value(), address ? QString() : auditDetailOf(address.error()));
        }));
}

int ImagesView::savingFiles() const
{
    return m_pane->savingFiles();
}

// The patient's banner stays (rule P1), and in it the way out.
void ImagesView::showFullScreen(bool full)
{
    m_leave->setVisible(full);
}

} // namespace hekim
