#pragma once

#include "app/lock/inputmonitor.h"
#include "app/session/sessioncontroller.h"
#include "platform/session/systemsession.h"

#include <QObject>

namespace hekim {

/// Says when the session is to be locked: by the doctor's key, after a while without keys and mouse, and when
/// the operating system's session is left. Without a PIN it is the computer's own lock that keeps others out.
class LockController : public QObject
{
    Q_OBJECT

public:
    /// All outlive it.
    LockController(SessionController& session, InputMonitor& input, QObject* parent = nullptr);

    /// Windows tells its events to `window`.
    void listen(WId window) { m_system.listen(window); }
    void lock(LockCause cause);

signals:
    void systemLockFailed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    SessionController& m_session;
    SystemSession m_system;
};

} // namespace hekim
