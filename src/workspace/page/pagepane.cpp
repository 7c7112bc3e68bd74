#include "workspace/page/pagepane.h"

#include "ui_pagepane.h"

#include "browser/page/pagecontrols.h"
#include "browser/page/pagepool.h"
#include "core/error/errortext.h"
#include "platform/network/proxylogins.h"
#include "widgets/announce.h"
#include "widgets/messagebar.h"
#include "widgets/theme.h"
#include "workspace/page/loginquestions.h"
#include "workspace/page/pagefiles.h"
#include "workspace/page/pagenotices.h"
#include "workspace/page/pagequestions.h"
#include "workspace/page/pagerecovery.h"
#include "workspace/page/pagetools.h"
#include "workspace/page/programstart.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QTimer>

namespace hekim {

using namespace Qt::StringLiterals;

PagePane::PagePane(PagePool& pages, PageZoom& zoom, NavigationRules rules, std::unique_ptr<PageSource> source,
                   QWidget* parent)
    : PageHost(parent)
    , m_pages(pages)
    , m_zoom(zoom)
    , m_ui(std::make_unique<Ui::PagePane>())
    , m_question(new MessageBar(this))
    , m_recovery(nullptr)
    , m_rules(std::move(rules))
    , m_source(std::move(source))
{
    m_ui->setupUi(this);
    m_ui->column->insertWidget(0, m_question);
    theme::setTextSize(*m_ui->failureForIt, theme::TextSize::Small);
    theme::setTextSize(*m_ui->loadingText, theme::TextSize::Large);
    m_ui->failureIcon->setPixmap(theme::iconOf(theme::State::Error).pixmap(24, 24));
    QSizePolicy keepsItsPlace = m_ui->pageProgress->sizePolicy();
    keepsItsPlace.setRetainSizeWhenHidden(true);
    m_ui->pageProgress->setSizePolicy(keepsItsPlace);
    m_ui->pageProgress->hide();
    connect(m_ui->states, &QStackedWidget::currentChanged, this, &PagePane::stateChanged);
    m_tools = new PageTools(*this, this);
    m_files = new PageFiles(*this, *m_ui->column, *m_ui->states);
    m_recovery = new PageRecovery(*this, *m_ui->notice, PageRecovery::LastResort::OpenAgain, this);
    if (ProxyLogins* logins = m_pages.proxyLogins())
        connect(logins, &ProxyLogins::given, this, [this] {
            if (m_ui->states->currentWidget() == m_ui->failureState && m_failedByProxy)
                load();
        });
    connect(m_recovery, &PageRecovery::pageGone, this, &PagePane::showLoss);
    // In a later turn: the engine tells of a loss in the middle of its own work, and opening anew can take
    // the page away.
    connect(m_recovery, &PageRecovery::reopenAsked, this, &PagePane::reopen, Qt::QueuedConnection);
    connect(m_recovery, &PageRecovery::replaceAsked, this, &PagePane::replacePage);
    connect(m_ui->backToForm, &QPushButton::clicked, this, [this] {
        m_recovery->returnToForm();
        m_ui->states->setCurrentWidget(m_ui->loadingState);
        showPage();
    });
    connect(m_ui->retry, &QPushButton::clicked, this, [this] {
        m_recovery->reopenAfterQuestion(m_hasWork, [this] {
            m_source->retried();
            reopen(m_sessionEnded);
        });
    });
}

// The page takes its view out of the stack while it goes; a listener must find no page any more.
PagePane::~PagePane()
{
    m_page.reset();
}

void PagePane::takePage()
{
    m_page = m_pages.take();
    new PageQuestions(*m_page, *m_question, *this);
    connect(m_page.get(), &IsolatedPage::loadingChanged, m_ui->pageProgress, &QWidget::setVisible);
    connect(&m_page->controls(), &PageControls::progress, m_ui->pageProgress, &QProgressBar::setValue);
    connect(m_page.get(), &IsolatedPage::loaded, this, [this] { m_renewalTried = false; });
    connect(m_page.get(), &IsolatedPage::failed, this, &PagePane::pageFailed);
    connect(m_page.get(), &IsolatedPage::touchedChanged, this, &PagePane::touchedChanged);
    connect(&m_page->gatekeeper(), &Gatekeeper::notice, this, &PagePane::tell);
    // Making and showing a view blocks for some 50 to 100 ms: in a later turn, when the request is on its
    // way.
    connect(
        m_page.get(), &IsolatedPage::underway, this,
        [this] {
            showPage();
            emit underway();
        },
        Qt::QueuedConnection);
    connect(&m_page->gatekeeper(), &Gatekeeper::patientAsked, this, &PagePane::patientAsked);
    connect(&m_page->gatekeeper(), &Gatekeeper::doctorIndexAsked, this, &PagePane::mineAsked);
    m_logins = new LoginQuestions(*m_page, *this, *m_recovery);
    m_recovery->follow(*m_page);
    emit pageTaken(m_page.get());
}

bool PagePane::showsPage() const
{
    const QWidget* current = m_ui->states->currentWidget();
    return m_page && !m_files->showsDocument() && current != m_ui->loadingState &&
           current != m_ui->failureState;
}

void PagePane::keepTools()
{
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(theme::gapLarge, 2, theme::gap, 2);
    layout->addStretch();
    layout->addWidget(m_tools);
    static_cast<QVBoxLayout*>(QWidget::layout())->insertWidget(0, row);
}

void PagePane::openInSystemBrowser()
{
    m_browserCall = m_source->obtain(this, [this](const Result<QUrl>& address) {
        if (!address)
            m_ui->notice->show(theme::State::Error, sentenceFor(address.error()));
        else if (startInSight(*this, *address))
            emit opened();
        else
            m_ui->notice->show(
                theme::State::Warning,
                tr("The window was locked before the page could open in your browser, so it did "
                   "not. Choose it again if you still want it."));
    });
}

MessageBar& PagePane::notices()
{
    return *m_ui->notice;
}

void PagePane::load(std::unique_ptr<PageSource> source)
{
    m_source = std::move(source);
    load();
}

void PagePane::load()
{
    m_loadAsked = true;
    m_canReturn = false;
    m_hasWork = false;
    m_sessionEnded = false;
    if (m_logins)
        m_logins->forget();
    m_addressCall.cancel();
    m_ui->loadingText->setText(m_source->waitingText());
    m_ui->states->setCurrentWidget(m_ui->loadingState);
    if (m_page && m_source->isGoodOnce())
        letGoOfPage(); // with its history: nothing leads back to the address that was used
    m_addressCall = m_source->obtain(this, [this](const Result<QUrl>& address) {
        if (address)
            openAt(*address);
        else
            showFailure(address.error());
    });
}

void PagePane::loadAgain()
{
    emit opened();
    m_page->controls().reload();
}

void PagePane::openAt(const QUrl& address)
{
    if (!m_page)
        takePage();
    m_files->closeDocument();
    emit opened();
    m_page->open(m_rules, address);
}

void PagePane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_page && m_ui->states->currentWidget() == m_ui->loadingState)
        QTimer::singleShot(0, this, &PagePane::showPage);
}

void PagePane::showPage()
{
    if (!isVisible())
        return;
    if (m_ui->states->currentWidget() == m_ui->failureState)
        return;
    QWidget* view = m_page->view(m_ui->states);
    if (m_ui->states->indexOf(view) < 0) {
        m_ui->states->addWidget(view);
        view->addActions(m_tools->pageActions());
        setFocusProxy(view);
    }
    m_ui->states->setCurrentWidget(view);
    if (mayTakeKeyboard())
        view->setFocus();
}

// Beside another pane a page does not take the keyboard out of that one by itself (rule P2).
bool PagePane::mayTakeKeyboard() const
{
    for (const QWidget* owner = QApplication::focusWidget(); owner; owner = owner->parentWidget()) {
        if (owner != this && qobject_cast<const PagePane*>(owner))
            return !owner->isVisible();
    }
    return window()->isActiveWindow();
}

void PagePane::pageFailed(const Error& error)
{
    if (error.kind == ErrorKind::Unauthorized && !m_renewalTried && !m_logins->isLoginMissing()) {
        // In a later turn, as with PageRecovery::reopenAsked().
        QMetaObject::invokeMethod(
            this, [this] { reopen(true); }, Qt::QueuedConnection);
        return;
    }
    showLoss({error, false, false, isTouched(), false});
}

void PagePane::reopen(bool renew)
{
    if (renew) {
        m_renewalTried = true;
        m_source->refused();
    }
    load();
}

// A page that does not answer cannot be loaded anew: its process is stuck. Another one takes its place, and
// the stuck one is ended with its page.
void PagePane::replacePage()
{
    m_ui->states->setCurrentWidget(m_ui->loadingState);
    letGoOfPage();
    load();
}

void PagePane::letGoOfPage()
{
    m_ui->states->removeWidget(m_page->view(m_ui->states));
    setFocusProxy(nullptr);
    m_page.reset();
}

void PagePane::showLoss(const PageLoss& loss)
{
    m_canReturn = loss.canReturn && loss.hadWork;
    m_hasWork = m_canReturn || (loss.onReturn && loss.hadWork);
    m_sessionEnded = loss.error.kind == ErrorKind::Unauthorized;
    showFailure(loss.error, PageRecovery::sentenceOfLoss(loss));
}

void PagePane::showFailure(const Error& error, const QString& more)
{
    if (error.kind == ErrorKind::Cancelled)
        return;
    m_ui->failureText->setText(more.isEmpty() ? sentenceFor(error) : sentenceFor(error) + u"\n\n"_s + more);
    m_ui->backToForm->setVisible(m_canReturn);
    m_ui->retry->setText(error.kind == ErrorKind::PageCrashed ? tr("Open again") : tr("Try again"));
    m_failedByProxy = error.kind == ErrorKind::Proxy;
    m_ui->failureForIt->setText(tr("For IT: %1").arg(lineForIt(error)));
    m_ui->states->setCurrentWidget(m_ui->failureState);
    emit underway();
    m_renewalTried = false;
    if (isVisible() && mayTakeKeyboard())
        (m_canReturn ? m_ui->backToForm : m_ui->retry)->setFocus();
    announce(*m_ui->failureText);
}

void PagePane::tell(Gatekeeper::Notice notice, const QString& hostOrScheme)
{
    m_ui->notice->show(theme::State::Warning, noticeText(notice, hostOrScheme));
}

} // namespace hekim
