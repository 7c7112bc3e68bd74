#include "workspace/page/childwindow.h"

#include "browser/gates/gatekeeper.h"
#include "browser/page/loadfailure.h"
#include "browser/page/pagecontrols.h"
#include "core/error/errortext.h"
#include "widgets/announce.h"
#include "widgets/dialogs/question.h"
#include "widgets/environmentbanner.h"
#include "widgets/messagebar.h"
#include "workspace/page/loginquestions.h"
#include "workspace/page/pagefiles.h"
#include "workspace/page/pagenotices.h"
#include "workspace/page/pagequestions.h"
#include "workspace/page/pagerecovery.h"
#include "workspace/page/pagetools.h"
#include "workspace/tabs/patientbanner.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize usualSize(900, 680);

QString titleFor(const std::optional<IdentityNumber>& patient)
{
    const QString name = u"Hekim Asistanı"_s;
    return patient ? u"%1 — %2"_s.arg(patient->masked(), name) : name;
}

} // namespace

ChildWindow::ChildWindow(IsolatedPage& page, PageHost& pane)
    : PageHost(&pane, Qt::Window)
    , m_page(&page)
    , m_zoom(pane.zoom())
    , m_question(new MessageBar(this))
    , m_notice(new MessageBar(this))
    , m_states(new QStackedWidget(this))
    , m_column(new QVBoxLayout)
    , m_failure(new QLabel(this))
    , m_backToForm(new QPushButton(tr("Back to the form"), this))
    , m_again(new QPushButton(tr("Open again"), this))
    , m_close(new QPushButton(tr("Close the window"), this))
{
    setWindowTitle(titleFor(page.gatekeeper().rules().patient()));
    resize(usualSize.boundedTo(pane.screen()->availableSize()));
    layOut();

    new PageQuestions(page, *m_question, *this);
    new LoginQuestions(page, *this, *m_recovery);
    connect(&page.gatekeeper(), &Gatekeeper::notice, this,
            [this](Gatekeeper::Notice notice, const QString& subject) {
                m_notice->show(theme::State::Warning, noticeText(notice, subject));
            });
    connect(&page, &IsolatedPage::failed, this, [this](const Error& error) { fail(error); });
    connect(m_recovery, &PageRecovery::pageGone, this,
            [this](const PageLoss& loss) { fail(loss.error, loss); });
    connect(m_recovery, &PageRecovery::reopenAsked, this, [this](bool renew) {
        if (renew) // a window has no token of its own: the page that opened it gets the new one
            fail(pageError(ErrorKind::Unauthorized, QUrl(m_page->gatekeeper().rules().eraporOrigin()),
                           Step::Page));
        else
            load();
    });
    connect(m_recovery, &PageRecovery::replaceAsked, this, &QWidget::close);
    connect(m_backToForm, &QPushButton::clicked, this, [this] {
        m_recovery->returnToForm();
        showPage();
    });
    connect(m_again, &QPushButton::clicked, this, &ChildWindow::load);
    connect(m_close, &QPushButton::clicked, this, &QWidget::close);
    connect(&page, &IsolatedPage::documentShown, this, &ChildWindow::showPage);
    connect(&page, &IsolatedPage::closeAsked, this,
            &ChildWindow::goAway); // the page has done what it came for
    connect(&page, &QObject::destroyed, this, &QObject::deleteLater);
    m_recovery->follow(page);
    emit pageTaken(&page);
    pane.installEventFilter(this);
    if (pane.isVisible()) {
        show();
        activateWindow();
    }
    if (page.hasDocument())
        showPage();
}

void ChildWindow::layOut()
{
    const NavigationRules& rules = m_page->gatekeeper().rules();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* environment = new EnvironmentBanner(this);
    environment->setEnvironment(rules.environment(), rules.reachesLive());
    layout->addWidget(environment);
    PatientBanner* banner = rules.patient() ? new PatientBanner(rules.patient(), this) : nullptr;
    if (banner)
        layout->addWidget(banner);
    layout->addLayout(m_column, 1);
    m_column->addWidget(m_question);
    m_column->addWidget(m_notice);
    m_column->addWidget(m_states, 1);
    m_states->addWidget(makeFailure());
    connect(m_states, &QStackedWidget::currentChanged, this, &PageHost::stateChanged);

    m_tools = new PageTools(*this, this); // puts its search below all
    if (banner)
        banner->addTools(*m_tools);
    else
        m_column->insertWidget(0, m_tools, 0, Qt::AlignRight);
    m_files = new PageFiles(*this, *m_column, *m_states);
    m_recovery = new PageRecovery(*this, *m_notice, PageRecovery::LastResort::CloseWindow, this);
}

QWidget* ChildWindow::makeFailure()
{
    m_failure->setWordWrap(true);
    m_failure->setTextFormat(Qt::PlainText);
    m_failure->setAlignment(Qt::AlignCenter);
    m_failure->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* state = new QWidget(this);
    auto* column = new QVBoxLayout(state);
    column->setContentsMargins(theme::gapLarge, theme::gapLarge, theme::gapLarge, theme::gapLarge);
    column->setSpacing(theme::gapLarge);
    column->addStretch();
    column->addWidget(m_failure);
    auto* row = new QHBoxLayout;
    row->addStretch();
    for (QPushButton* button : {m_backToForm, m_again, m_close})
        row->addWidget(button);
    row->addStretch();
    column->addLayout(row);
    column->addStretch();
    return state;
}

bool ChildWindow::showsPage() const
{
    return m_page && m_page->hasDocument() && m_states->currentIndex() > 0 && !m_files->showsDocument();
}

bool ChildWindow::wasLoaded() const
{
    return m_page && !m_page->controls().isFormAnswer();
}

void ChildWindow::loadAgain()
{
    if (m_page)
        m_page->controls().reload();
}

void ChildWindow::showPage()
{
    QWidget* view = m_page->view(m_states);
    if (m_states->indexOf(view) < 0) {
        m_states->addWidget(view);
        view->addActions(m_tools->pageActions());
        setFocusProxy(view);
        view->setFocus();
    }
    m_states->setCurrentWidget(view);
    emit stateChanged();
}

void ChildWindow::fail(const Error& error, const PageLoss& loss)
{
    const QString more = PageRecovery::sentenceOfLoss(loss);
    QStringList lines{sentenceFor(error), more, tr("For IT: %1").arg(lineForIt(error))};
    lines.removeAll(QString());
    m_failure->setText(lines.join(u"\n\n"_s));
    const bool canReturn = loss.canReturn && loss.hadWork;
    m_backToForm->setVisible(canReturn);
    m_again->setVisible(error.kind == ErrorKind::PageCrashed && wasLoaded());
    m_states->setCurrentIndex(0);
    if (isActiveWindow())
        (canReturn ? m_backToForm : m_close)->setFocus();
    announce(*m_failure);
}

void ChildWindow::closeEvent(QCloseEvent* event)
{
    event->ignore();
    if (m_page && m_page->touched())
        ask(this, tr("What was written in this window since it was loaded will be lost."),
            tr("Close the window"), [this] { goAway(); });
    else
        goAway();
}

void ChildWindow::goAway()
{
    parentWidget()->removeEventFilter(this);
    hide();
    if (m_page)
        m_page->retire();
}

bool ChildWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Show)
        show();
    else if (watched == parentWidget() && event->type() == QEvent::Hide)
        hide();
    return QWidget::eventFilter(watched, event);
}

} // namespace hekim
