#include "gui/lock/windowhider.h"

#include "gui/lock/screenreader.h"

#include <QApplication>
#include <QDialog>
#include <QDrag>
#include <QEvent>
#include <QTimer>
#include <QToolTip>
#include <QWindow>

namespace hekim {

namespace {

/// Menus, lists of a field and tool tips: they are gone when one looks away.
bool isFleeting(const QWidget& widget)
{
    const Qt::WindowType type = widget.windowType();
    return type == Qt::Popup || type == Qt::ToolTip || type == Qt::SplashScreen;
}

/// Its windows are part of a widget too.
bool isPartOf(const QWidget& part, const QWidget& whole)
{
    for (const QWidget* widget = &part; widget; widget = widget->parentWidget()) {
        if (widget == &whole)
            return true;
    }
    return false;
}

} // namespace

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
    if (std::exchange(m_hiding, true))
        return;
    QDrag::cancel(); // no page's text is carried on in front of the lock, or into another program
    QToolTip::hideText();
    const QWidgetList widgets = QApplication::topLevelWidgets();
    for (QWidget* widget : widgets) {
        if (mayStay(widget))
            continue;
        if (widget->isVisible())
            put(*widget);
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

void WindowHider::put(QWidget& widget)
{
    if (!isFleeting(widget))
        m_hidden.emplace_back(&widget);
    widget.hide();
}

void WindowHider::showAgain()
{
    if (!std::exchange(m_hiding, false))
        return;
    qApp->removeEventFilter(this);
    for (const QPointer<QWidget>& widget : std::exchange(m_silenced, {})) {
        if (widget)
            screenreader::show(*widget);
    }
    for (const QPointer<QWidget>& widget : std::exchange(m_hidden, {})) {
        if (widget)
            widget->show();
    }
}

void WindowHider::abandon(const QWidget& work)
{
    for (const QPointer<QWidget>& widget : std::exchange(m_hidden, {})) {
        if (auto* dialog = qobject_cast<QDialog*>(widget.data()))
            dialog->reject();
        else if (widget && !isPartOf(*widget, work))
            m_hidden.push_back(widget);
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

// The event comes before the window does. It cannot be hidden in the middle of being shown: it is shown
// nowhere, and hidden in the next turn. Not by hide(): QColorDialog takes the attribute back there (6.4.2),
// so that it stays the modal window, which no user sees and which holds up the PIN.
void WindowHider::holdBack(QWidget& widget)
{
    screenreader::hide(widget);
    m_silenced.emplace_back(&widget);
    widget.setAttribute(Qt::WA_DontShowOnScreen);
    QTimer::singleShot(0, &widget, [self = QPointer(this), &widget] {
        const bool wasShown = widget.isVisible();
        widget.QWidget::setVisible(false);
        widget.setAttribute(Qt::WA_DontShowOnScreen, false);
        if (!wasShown || isFleeting(widget))
            return;
        if (self && self->m_hiding)
            self->m_hidden.emplace_back(&widget);
        else
            widget.show();
    });
}

} // namespace hekim
