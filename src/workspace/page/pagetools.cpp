#include "workspace/page/pagetools.h"

#include "browser/page/isolatedpage.h"
#include "browser/page/pagecontrols.h"
#include "widgets/dialogs/question.h"
#include "widgets/theme.h"
#include "workspace/page/findbar.h"
#include "workspace/page/pagehost.h"
#include "workspace/page/pagezoom.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLayout>
#include <QMenu>
#include <QToolButton>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {
constexpr int longestRow = 4;
}

PageTools::PageTools(PageHost& host, QWidget* parent)
    : QWidget(parent)
    , m_host(host)
    , m_zoom(host.zoom())
    , m_findBar(new FindBar(&host))
    , m_row(new QHBoxLayout(this))
    , m_menu(new QMenu(this))
    , m_more(new QToolButton(this))
    , m_zoomShown(new QToolButton(this))
{
    setAccessibleName(tr("Page tools"));
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    m_zoomShown->setFocusPolicy(Qt::StrongFocus);
    m_row->addWidget(m_zoomShown);
    m_more->setIcon(theme::icon(u"more"_s));
    m_more->setAccessibleName(tr("More page tools"));
    m_more->setToolTip(tr("More page tools"));
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_menu);
    m_row->addWidget(m_more);
    m_host.layout()->addWidget(m_findBar);

    using Keys = QList<QKeySequence>;
    m_back = addTool(
        u"back"_s, tr("Back"), Keys{Qt::ALT | Qt::Key_Left},
        [this] { leavePage(tr("Go back"), [this] { withControls(&PageControls::back); }); }, Place::Row);
    m_forward = addTool(
        u"forward"_s, tr("Forward"), Keys{Qt::ALT | Qt::Key_Right},
        [this] { leavePage(tr("Go forward"), [this] { withControls(&PageControls::forward); }); },
        Place::Row);
    m_reload = addTool(
        u"retry"_s, tr("Reload"), Keys{Qt::Key_F5, Qt::CTRL | Qt::Key_R},
        [this] { leavePage(tr("Load again"), [this] { reload(); }); }, Place::Row);
    m_find =
        addTool(u"search"_s, tr("Find in the page…"), Keys{Qt::CTRL | Qt::Key_F}, [this] { openFind(); });
    addTool(u"zoom-in"_s, tr("Larger"), Keys{Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal},
            [this] { m_zoom.step(1); });
    addTool(u"zoom-out"_s, tr("Smaller"), Keys{Qt::CTRL | Qt::Key_Minus}, [this] { m_zoom.step(-1); });
    m_actualSize = addTool({}, {}, Keys{Qt::CTRL | Qt::Key_0}, [this] { m_zoom.reset(); });
    m_browser =
        addTool(u"browser"_s, tr("Open in the system browser…"), {}, [this] { askToOpenInBrowser(); });

    connect(&m_zoom, &PageZoom::changed, this, &PageTools::showZoom);
    connect(m_zoomShown, &QToolButton::clicked, &m_zoom, &PageZoom::reset);
    connect(m_findBar, &FindBar::wanted, this, [this](const QString& text, bool backward) {
        if (m_host.page())
            m_host.page()->controls().find(text, backward);
    });
    connect(m_findBar, &FindBar::closed, this, [this] {
        if (m_host.page())
            m_host.page()->controls().find({});
        m_host.setFocus();
    });
    connect(&m_host, &PageHost::pageTaken, this, &PageTools::follow);
    connect(&m_host, &PageHost::stateChanged, this, &PageTools::refresh);
    m_wayOut = m_menu->insertSeparator(m_browser); // it stays last
    showZoom();
    refresh();
}

QAction* PageTools::addTool(const QString& icon, const QString& text, const QList<QKeySequence>& keys,
                            std::function<void()> run, Place place)
{
    auto* action = new QAction(icon.isEmpty() ? QIcon() : theme::icon(icon), text, this);
    action->setShortcuts(keys);
    connect(action, &QAction::triggered, this, std::move(run));
    addAction(action); // its keys work as long as these tools are on screen
    if (place == Place::Menu || m_inRow == longestRow) {
        m_menu->insertAction(m_wayOut, action);
        return action;
    }
    auto* button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolTip(
        keys.isEmpty() ? text : u"%1 (%2)"_s.arg(text, keys.first().toString(QKeySequence::NativeText)));
    m_row->insertWidget(m_inRow++, button);
    connect(action, &QAction::changed, button, [action, button] { button->setVisible(action->isVisible()); });
    return action;
}

void PageTools::setKeysActive(bool active)
{
    // This row itself never has the keyboard.
    const auto all = actions();
    for (QAction* action : all)
        action->setShortcutContext(active ? Qt::WindowShortcut : Qt::WidgetShortcut);
}

void PageTools::follow(IsolatedPage* page)
{
    PageControls& controls = page->controls();
    connect(&controls, &PageControls::changed, this, &PageTools::refresh);
    connect(&controls, &PageControls::found, m_findBar, &FindBar::showResult);
    connect(&controls, &PageControls::zoomStepAsked, &m_zoom, &PageZoom::step);
    connect(&m_zoom, &PageZoom::changed, &controls, &PageControls::setZoom);
    controls.setZoom(m_zoom.percent());
    refresh();
}

void PageTools::refresh()
{
    const bool shown = m_host.showsPage();
    PageControls* controls = shown ? &m_host.page()->controls() : nullptr;
    for (QAction* step :
         {m_back, m_forward}) // a page whose address is used up has nothing before or after it
        step->setVisible(!m_host.isGoodOnce());
    m_back->setEnabled(controls && controls->canGoBack());
    m_forward->setEnabled(controls && controls->canGoForward());
    m_reload->setEnabled(m_host.wasLoaded());
    m_find->setEnabled(shown);
    m_browser->setVisible(!m_host.browserWarning().isEmpty());
    m_browser->setEnabled(m_host.wasLoaded());
    if (!shown)
        m_findBar->hide();
}

void PageTools::showZoom()
{
    const QString percent = tr("%1%").arg(m_zoom.percent());
    m_actualSize->setText(tr("Actual size (now %1)").arg(percent));
    m_actualSize->setEnabled(m_zoom.percent() != 100);
    m_zoomShown->setText(percent);
    m_zoomShown->setAccessibleName(tr("Page size %1, back to actual size").arg(percent));
    m_zoomShown->setToolTip(m_zoomShown->accessibleName());
    m_zoomShown->setVisible(m_zoom.percent() != 100);
}

void PageTools::openFind()
{
    m_findBar->open();
}

void PageTools::leavePage(const QString& yesText, std::function<void()> then)
{
    if (m_host.isTouched())
        ask(&m_host, tr("What was written in this form since it was loaded will be lost."), yesText,
            std::move(then));
    else if (m_host.showsPage() && m_host.page()->controls().isFormAnswer())
        ask(&m_host, tr("This page answers a form that was sent. What it shows may not come again."), yesText,
            std::move(then));
    else
        then();
}

void PageTools::withControls(void (PageControls::*what)())
{
    if (m_host.showsPage())
        (m_host.page()->controls().*what)();
}

void PageTools::reload()
{
    // The answer to a form is not asked for again, since that would send the form again: the page starts
    // anew. So does one whose address is used up.
    if (m_host.showsPage() && !m_host.page()->controls().isFormAnswer() && !m_host.isGoodOnce())
        m_host.loadAgain();
    else
        m_host.load();
}

void PageTools::askToOpenInBrowser()
{
    ask(&m_host, m_host.browserWarning(), tr("Open in browser"), [this] { m_host.openInSystemBrowser(); });
}

} // namespace hekim
