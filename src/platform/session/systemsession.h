#pragma once

#include <QObject>
#include <QtGui/qwindowdefs.h>

#include <functional>
#include <memory>

namespace hekim {

/// The user's session of the operating system, as far as a lock must know of it: logind and the desktop's
/// screen saver on Linux, the session's notifications on Windows.
class SystemSession : public QObject
{
    Q_OBJECT

public:
    explicit SystemSession(QObject* parent = nullptr);
    ~SystemSession() override;

    /// Begins to listen; where the system tells nothing there is nothing to hear. Windows tells its events to
    /// `window`.
    void listen(WId window);
    /// Locks the session. True: it is locked. False: it cannot be, or nothing locked it within three seconds.
    /// `done` is called once, later, unless `context` is gone by then or another call came after this one.
    void lock(QObject* context, std::function<void(bool locked)> done);

signals:
    /// The session was locked, the computer goes to sleep, or another user's session comes to the front.
    /// Sleep waits until the listeners are done.
    void leaving();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace hekim
