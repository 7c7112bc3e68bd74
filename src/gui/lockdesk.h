#pragma once

#include "gui/curtain.h"
#include "gui/idlewatch.h"
#include "platform/systemsession.h"
#include "services/callhandle.h"

#include <QObject>
#include <QPointer>

class QStackedWidget;

namespace hekim {

class DoctorSession;
class LockPage;
class PinDesk;
class Settings;

/// Locks the window over a doctor's work and opens it again (rule P6): the work is hidden as it stands, from
/// eyes and from assistive technology, and nothing of it ends. By the doctor, after a while without keys and
/// mouse, and when the operating system's session is left.
class LockDesk : public QObject
{
    Q_OBJECT

public:
    enum class Cause { Doctor, Idle, System };

    /// `pages` holds the pages of `window`, the lock page among them while it is wanted. All outlive the
    /// desk.
    LockDesk(const Settings& settings, DoctorSession& session, PinDesk& pins, QStackedWidget& pages,
             QWidget& window, QObject* parent = nullptr);

    [[nodiscard]] bool isLocked() const { return m_work != nullptr; }
    [[nodiscard]] LockPage& page() { return *m_page; }
    /// Where a question may be asked: on the lock page while it is there.
    [[nodiscard]] QWidget& asker();

    /// Only while somebody is logged in; never asks.
    void lock(Cause cause);
    /// The session behind the lock is to end: dialogs that wait behind it are cancelled.
    void dismissDialogs() { m_curtain.dismissDialogs(); }
    /// The session behind the lock has ended: the login page is next.
    void end();

signals:
    void locked(hekim::LockDesk::Cause cause);
    void unlocked();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void lockSystem();
    void tryToUnlock(const QString& pin);
    /// The doctor may go on: all is as it was.
    void unlock();

    DoctorSession& m_session;
    PinDesk& m_pins;
    QStackedWidget& m_pages;
    QWidget& m_window;
    LockPage* m_page;
    Curtain m_curtain;
    IdleWatch m_idle;
    SystemSession m_system;
    CallHandle m_check;       ///< of a PIN
    QPointer<QWidget> m_work; ///< what is hidden while locked
};

} // namespace hekim
