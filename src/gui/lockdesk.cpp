#include "gui/lockdesk.h"

#include "core/settings.h"
#include "gui/lockpage.h"
#include "gui/messagebar.h"
#include "gui/pindesk.h"
#include "gui/veil.h"
#include "services/doctorsession.h"

#include <QApplication>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QTimer>

#include <chrono>

namespace hekim {

using namespace std::chrono_literals;

namespace {

/// The buses are asked when the login page stands and takes keys.
constexpr auto listeningStart = 1s;

} // namespace

LockDesk::LockDesk(const Settings& settings, DoctorSession& session, PinDesk& pins, QStackedWidget& pages,
                   QWidget& window, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_pins(pins)
    , m_pages(pages)
    , m_window(window)
    , m_page(new LockPage(&pages))
    , m_curtain(window, *m_page)
    , m_idle(settings.idleLock())
{
    veil::install();
    m_pages.addWidget(m_page);
    qApp->installEventFilter(this);
    connect(&m_idle, &IdleWatch::idle, this, [this] { lock(Cause::Idle); });
    connect(&m_system, &SystemSession::leaving, this, [this] { lock(Cause::System); });
    QTimer::singleShot(listeningStart, this, [this] { m_system.listen(m_window.winId()); });
    connect(m_page, &LockPage::unlockAsked, this, &LockDesk::tryToUnlock);
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
    m_page->setBusy(false);
    m_page->setGuarded(m_pins.guards());
    m_pages.setCurrentWidget(m_page); // takes the windows of pages and images along
    veil::draw(*m_work);
    m_curtain.draw();
    m_page->setFocus();
    m_window.repaint(); // at once: the computer may fall asleep next
    qInfo("lock: locked");
    emit locked(cause);
    if (cause != Cause::System && !m_pins.guards())
        lockSystem();
}

// Without a PIN it is the computer's own lock that keeps others out.
void LockDesk::lockSystem()
{
    m_system.lock(this, [this](bool done) {
        if (!done && isLocked())
            m_page->notices().show(
                theme::State::Warning,
                tr("This computer's own lock did not start. Whoever comes here can go on with “Unlock”; "
                   "before you leave, end the session with “Another doctor”."));
    });
}

void LockDesk::tryToUnlock(const QString& pin)
{
    if (!m_pins.guards()) {
        unlock();
        return;
    }
    m_page->setBusy(true);
    m_check = m_pins.check(pin, this, [this](const QString& refusal) {
        m_page->setBusy(false);
        if (refusal.isEmpty())
            unlock();
        else
            m_page->setRefusal(refusal);
    });
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
    m_check.cancel();
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
