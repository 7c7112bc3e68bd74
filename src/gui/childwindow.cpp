#include "gui/childwindow.h"

#include "core/errortext.h"
#include "gui/environmentbanner.h"
#include "gui/messagebar.h"
#include "gui/pagenotices.h"
#include "gui/pagequestions.h"
#include "gui/patientbanner.h"
#include "gui/question.h"

#include <QAccessible>
#include <QCloseEvent>
#include <QLabel>
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

ChildWindow::ChildWindow(IsolatedPage& page, QWidget& pane)
    : QWidget(&pane, Qt::Window)
    , m_page(&page)
    , m_question(new MessageBar(this))
    , m_notice(new MessageBar(this))
    , m_failure(new QLabel(this))
    , m_states(new QStackedWidget(this))
{
    const std::optional<IdentityNumber> patient = page.rules().patient();
    setWindowTitle(titleFor(patient));
    resize(usualSize.boundedTo(pane.screen()->availableSize()));

    auto* environment = new EnvironmentBanner(this);
    environment->setEnvironment(page.rules().environment());
    m_failure->setWordWrap(true);
    m_failure->setTextFormat(Qt::PlainText);
    m_failure->setAlignment(Qt::AlignCenter);
    m_failure->setMargin(theme::gapLarge);
    m_failure->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(environment);
    if (patient)
        layout->addWidget(new PatientBanner(patient, this));
    layout->addWidget(m_question);
    layout->addWidget(m_notice);
    layout->addWidget(m_states, 1);
    m_states->addWidget(m_failure);

    new PageQuestions(page, *m_question);
    connect(&page, &IsolatedPage::notice, this, [this](IsolatedPage::Notice notice, const QString& subject) {
        m_notice->show(theme::State::Warning, noticeText(notice, subject));
    });
    connect(&page, &IsolatedPage::failed, this, &ChildWindow::fail);
    connect(&page, &IsolatedPage::lost, this,
            [this](const PageLoss& loss) { m_notice->show(theme::State::Error, sentenceFor(loss.error)); });
    connect(&page, &IsolatedPage::documentShown, this, &ChildWindow::showPage);
    connect(&page, &IsolatedPage::closeAsked, this,
            &ChildWindow::goAway); // the page has done what it came for
    connect(&page, &QObject::destroyed, this, &QObject::deleteLater);
    pane.installEventFilter(this);
    if (pane.isVisible()) {
        show();
        activateWindow();
    }
    if (page.hasDocument())
        showPage();
}

void ChildWindow::showPage()
{
    QWidget* view = m_page->view(m_states);
    if (m_states->indexOf(view) < 0) {
        m_states->addWidget(view);
        setFocusProxy(view);
        view->setFocus();
    }
    m_states->setCurrentWidget(view);
}

void ChildWindow::fail(const Error& error)
{
    m_failure->setText(sentenceFor(error) + u"\n\n"_s + tr("For IT: %1").arg(lineForIt(error)));
    m_states->setCurrentWidget(m_failure);
    QAccessibleEvent announcement(m_failure, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
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
