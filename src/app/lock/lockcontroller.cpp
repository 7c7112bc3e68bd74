#include "app/lock/lockcontroller.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace hekim {

LockController::LockController(SessionController& session, InputMonitor& input, QObject* parent)
    : QObject(parent), m_session(session)
{
    connect(&input, &InputMonitor::idle, this, [this] { lock(LockCause::Idle); });
    connect(&m_system, &SystemSession::leaving, this, [this] { lock(LockCause::System); });
    QCoreApplication::instance()->installEventFilter(this);
}

void LockController::lock(LockCause cause)
{
    const bool wasOpen = m_session.state() == SessionController::State::Working;
    m_session.lock(cause);
    if (!wasOpen || m_session.pin().isGuarded() || cause == LockCause::System)
        return;
    m_system.lock(this, [this](bool done) {
        if (!done && m_session.state() == SessionController::State::Locked)
            emit systemLockFailed();
    });
}

// The key works in every window of the program, in pages and over dialogs: a shortcut would not.
bool LockController::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && m_session.state() == SessionController::State::Working) {
        const auto* key = static_cast<const QKeyEvent*>(event);
        if (key->key() == Qt::Key_L && key->modifiers() == Qt::ControlModifier) {
            lock(LockCause::Doctor);
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace hekim
