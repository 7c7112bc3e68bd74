#include "widgets/windows/hiddenwindows.h"

#include <QDialog>
#include <QTimer>

#include <utility>

namespace hekim {

namespace {

/// Menus, lists of a field and tool tips: they are gone when one looks away.
bool isFleeting(const QWidget& widget)
{
    const Qt::WindowType type = widget.windowType();
    return type == Qt::Popup || type == Qt::ToolTip || type == Qt::SplashScreen;
}

} // namespace

void HiddenWindows::put(QWidget& window)
{
    if (!isFleeting(window))
        keep(window);
    window.hide();
}

// The event comes before the window does. It cannot be hidden in the middle of being shown: it is shown
// nowhere, and hidden in the next turn. Not by hide(): QColorDialog takes the attribute back there (6.4.2),
// so that it stays the modal window, which no user sees and which holds up what is in sight.
void HiddenWindows::holdBack(QWidget& window)
{
    window.setAttribute(Qt::WA_DontShowOnScreen);
    QTimer::singleShot(0, &window, [self = QPointer(this), &window] {
        const bool wasShown = window.isVisible();
        window.QWidget::setVisible(false);
        window.setAttribute(Qt::WA_DontShowOnScreen, false);
        if (!wasShown || isFleeting(window))
            return;
        if (self && self->m_hiding)
            self->keep(window);
        else
            window.show();
    });
}

void HiddenWindows::keep(QWidget& window)
{
    m_windows.emplace_back(&window);
    if (auto* dialog = qobject_cast<QDialog*>(&window))
        connect(dialog, &QDialog::finished, this, [this, dialog] { std::erase(m_windows, dialog); });
}

std::vector<QPointer<QWidget>> HiddenWindows::takeAll()
{
    for (const QPointer<QWidget>& window : m_windows) {
        if (window)
            window->disconnect(this);
    }
    return std::exchange(m_windows, {});
}

bool HiddenWindows::showAgain()
{
    if (!std::exchange(m_hiding, false))
        return false;
    for (const QPointer<QWidget>& window : takeAll()) {
        if (window)
            window->show();
    }
    return true;
}

bool isPartOf(const QWidget& part, const QWidget& whole)
{
    for (const QWidget* widget = &part; widget; widget = widget->parentWidget()) {
        if (widget == &whole)
            return true;
    }
    return false;
}

} // namespace hekim
