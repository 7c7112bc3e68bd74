#include "browser/watch/gesturewatch.h"

#include <QChildEvent>
#include <QKeyEvent>

namespace hekim {

namespace {
constexpr qint64 recentMs = 5000;

bool isGesture(const QEvent& event)
{
    // Spontaneous: it came from the window system. What code of ours posts or sends is no gesture of the
    // user.
    if (!event.spontaneous())
        return false;
    switch (event.type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseButtonRelease: // a link follows the release, however long the button was held
    case QEvent::TouchBegin:
    case QEvent::TouchEnd:
    case QEvent::TabletPress:
    case QEvent::TabletRelease:
        return true;
    case QEvent::KeyPress: {
        // Modifiers alone and Escape do not mean "go on", in Chromium neither.
        const int key = static_cast<const QKeyEvent&>(event).key();
        return key != Qt::Key_Escape && key != Qt::Key_Shift && key != Qt::Key_Control &&
               key != Qt::Key_Alt && key != Qt::Key_AltGr && key != Qt::Key_Meta && key != Qt::Key_CapsLock;
    }
    default:
        return false;
    }
}
} // namespace

void GestureWatch::watch(QWidget* widget)
{
    m_view = widget;
    widget->installEventFilter(this);
    const auto children = widget->findChildren<QWidget*>();
    for (QWidget* child : children)
        child->installEventFilter(this);
}

bool GestureWatch::isRecent() const
{
    return m_last.isValid() && m_last.elapsed() < recentMs;
}

void GestureWatch::useUp()
{
    m_last.invalidate();
}

void GestureWatch::takeOver(GestureWatch& opener)
{
    m_last = opener.m_last;
    m_view = opener.m_view;
    opener.useUp();
}

bool GestureWatch::isInSight() const
{
    return m_view && m_view->isVisible();
}

bool GestureWatch::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ChildAdded) {
        // A child that is still being constructed is known by isWidgetType() only; its own children announce
        // themselves.
        QObject* child = static_cast<QChildEvent*>(event)->child();
        if (child->isWidgetType()) {
            child->installEventFilter(this);
            const auto grandchildren = child->findChildren<QWidget*>();
            for (QWidget* grandchild : grandchildren)
                grandchild->installEventFilter(this);
        }
    } else if (isGesture(*event)) {
        m_last.start();
        emit happened();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace hekim
