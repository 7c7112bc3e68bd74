#include "gui/lockdesk.h"

#include "gui/lockpage.h"
#include "gui/messagebar.h"
#include "gui/veil.h"
#include "services/doctorsession.h"

#include <QApplication>
#include <QKeyEvent>
#include <QStackedWidget>

namespace hekim {

LockDesk::LockDesk(DoctorSession& session, QStackedWidget& pages, QWidget& window, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_pages(pages)
    , m_window(window)
    , m_page(new LockPage(&pages))
    , m_curtain(window, *m_page)
{
    veil::install();
    m_pages.addWidget(m_page);
    qApp->installEventFilter(this);
    connect(m_page, &LockPage::unlockAsked, this, &LockDesk::unlock);
}

QWidget& LockDesk::asker()
{
    return isLocked() ? *m_page : m_window;
}

void LockDesk::lock(Cause cause)
{
    if (isLocked() || m_session.state() != DoctorSession::State::LoggedIn)
        return;
    m_work = m_pages.currentWidget();
    m_page->notices().dismiss();
    m_page->setDoctor(*m_session.doctor());
    m_page->setWaiting(0);
    m_pages.setCurrentWidget(m_page); // takes the windows of pages and images along
    veil::draw(*m_work);
    m_curtain.draw();
    m_page->setFocus();
    m_window.repaint(); // at once: the computer may fall asleep next
    qInfo("lock: locked");
    emit locked(cause);
}

void LockDesk::unlock()
{
    if (!isLocked())
        return;
    QWidget* work = std::exchange(m_work, nullptr);
    veil::lift(*work);
    m_pages.setCurrentWidget(work);
    m_curtain.lift();
    qInfo("lock: unlocked");
    emit unlocked();
}

void LockDesk::end()
{
    if (!isLocked())
        return;
    m_work.clear(); // stays silent until it is deleted
    m_curtain.dismissDialogs();
    m_curtain.lift();
}

// The key works in every window of the program, in pages and over dialogs: a shortcut would not.
bool LockDesk::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && !isLocked()) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_L && key->modifiers() == Qt::ControlModifier &&
            m_session.state() == DoctorSession::State::LoggedIn) {
            lock(Cause::Doctor);
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace hekim
