#include "gui/lock/windowhider.h"

#include "gui/lock/screenreader.h"

#include <QApplication>
#include <QDialog>
#include <QDrag>
#include <QEvent>
#include <QToolTip>
#include <QWindow>

#include <utility>

namespace hekim {

WindowHider::WindowHider(QWidget& window, QWidget& allowed, QObject* parent)
    : QObject(parent), m_window(window), m_allowed(allowed)
{
}

WindowHider::~WindowHider()
{
    qApp->removeEventFilter(this);
}

bool WindowHider::mayStay(const QWidget* widget) const
{
    return widget == &m_window || (widget && isPartOf(*widget, m_allowed));
}

void WindowHider::hideAll()
{
    if (!m_hidden.begin())
        return;
    QDrag::cancel(); // no page's text is carried on in front of the lock, or into another program
    QToolTip::hideText();
    const QWidgetList widgets = QApplication::topLevelWidgets();
    for (QWidget* widget : widgets) {
        if (mayStay(widget))
            continue;
        if (widget->isVisible())
            m_hidden.put(*widget);
        screenreader::hide(*widget);
        m_silenced.emplace_back(widget);
    }
    // Windows without a widget are the engine's own lists and menus.
    const QWindowList windows = QGuiApplication::topLevelWindows();
    for (QWindow* window : windows) {
        if (!window->inherits("QWidgetWindow") && window->isVisible())
            window->hide();
    }
    qApp->installEventFilter(this);
}

void WindowHider::endHiding()
{
    qApp->removeEventFilter(this);
    for (const QPointer<QWidget>& widget : std::exchange(m_silenced, {})) {
        if (widget)
            screenreader::show(*widget);
    }
}

void WindowHider::showAgain()
{
    endHiding();
    m_hidden.showAgain();
}

void WindowHider::abandon(const QWidget& work)
{
    for (const QPointer<QWidget>& widget : m_hidden.takeAll()) {
        if (auto* dialog = qobject_cast<QDialog*>(widget.data()))
            dialog->reject();
        else if (widget && !isPartOf(*widget, work))
            m_hidden.keep(*widget);
    }
    showAgain();
}

bool WindowHider::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show && watched->isWidgetType()) {
        auto* widget = static_cast<QWidget*>(watched);
        if (widget->isWindow() && !mayStay(widget) && !widget->testAttribute(Qt::WA_DontShowOnScreen))
            holdBack(*widget);
    }
    return QObject::eventFilter(watched, event);
}

void WindowHider::holdBack(QWidget& widget)
{
    screenreader::hide(widget);
    m_silenced.emplace_back(&widget);
    m_hidden.holdBack(widget);
}

} // namespace hekim
