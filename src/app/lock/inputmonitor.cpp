#include "app/lock/inputmonitor.h"

#include <QCoreApplication>
#include <QEvent>

namespace hekim {

namespace {

bool isInput(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TabletPress:
    case QEvent::TabletMove:
    case QEvent::InputMethod:
        return true;
    default:
        return false;
    }
}

bool isUse(QEvent::Type type)
{
    return type == QEvent::KeyPress || type == QEvent::MouseButtonPress || type == QEvent::Wheel;
}

} // namespace

InputMonitor::InputMonitor(std::chrono::milliseconds idleLimit, QObject* parent)
    : QObject(parent), m_limit(idleLimit)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &InputMonitor::look);
    m_sinceInput.start();
    m_timer.start(m_limit);
    QCoreApplication::instance()->installEventFilter(this);
}

// The timer is not set anew with every move of the mouse.
void InputMonitor::look()
{
    const std::chrono::milliseconds passed(m_sinceInput.elapsed());
    if (passed < m_limit) {
        m_timer.start(m_limit - passed);
        return;
    }
    m_sinceInput.start();
    m_timer.start(m_limit);
    emit idle();
}

bool InputMonitor::eventFilter(QObject* watched, QEvent* event)
{
    if (isInput(event->type()) && event->spontaneous()) {
        m_sinceInput.start();
        if (isUse(event->type()))
            emit used();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace hekim
