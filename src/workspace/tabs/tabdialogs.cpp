#include "workspace/tabs/tabdialogs.h"

#include <QApplication>
#include <QEvent>

namespace hekim {

TabDialogs::TabDialogs(QWidget& tab) : QObject(&tab), m_tab(tab)
{
    tab.installEventFilter(this);
    if (!tab.isVisible())
        hideAll();
}

bool TabDialogs::isTheTabs(const QWidget& widget) const
{
    return widget.isWindow() && widget.windowType() != Qt::Window && isPartOf(widget, m_tab);
}

void TabDialogs::hideAll()
{
    if (!m_hidden.begin())
        return;
    const QWidgetList widgets = QApplication::topLevelWidgets();
    for (QWidget* widget : widgets) {
        if (widget->isVisible() && isTheTabs(*widget))
            m_hidden.put(*widget);
    }
    qApp->installEventFilter(this);
}

void TabDialogs::showAgain()
{
    qApp->removeEventFilter(this);
    m_hidden.showAgain();
}

bool TabDialogs::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_tab) {
        // A minimised window tells of a hidden tab as well: its dialogs are the system's to hide.
        if (event->type() == QEvent::Hide && !m_tab.isVisible())
            hideAll();
        else if (event->type() == QEvent::Show)
            showAgain();
    } else if (event->type() == QEvent::Show && watched->isWidgetType()) {
        auto* widget = static_cast<QWidget*>(watched);
        if (isTheTabs(*widget) && !widget->testAttribute(Qt::WA_DontShowOnScreen))
            m_hidden.holdBack(*widget);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace hekim
