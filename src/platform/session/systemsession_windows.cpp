#include "platform/session/systemsession.h"

#include <QAbstractNativeEventFilter>
#include <QCoreApplication>
#include <QTimer>

#include <windows.h>

#include <wtsapi32.h>

namespace hekim {

class SystemSession::Private : public QAbstractNativeEventFilter
{
public:
    explicit Private(SystemSession* session) : q(session) {}

    ~Private() override
    {
        if (!window)
            return;
        WTSUnRegisterSessionNotification(window);
        QCoreApplication::instance()->removeNativeEventFilter(this);
    }

    void listen(HWND listener)
    {
        if (window || !WTSRegisterSessionNotification(listener, NOTIFY_FOR_THIS_SESSION))
            return;
        window = listener;
        QCoreApplication::instance()->installNativeEventFilter(this);
    }

    bool nativeEventFilter(const QByteArray&, void* message, qintptr*) override
    {
        const MSG* told = static_cast<const MSG*>(message);
        if (told->hwnd != window)
            return false;
        const bool session = told->message == WM_WTSSESSION_CHANGE &&
                             (told->wParam == WTS_SESSION_LOCK || told->wParam == WTS_CONSOLE_DISCONNECT ||
                              told->wParam == WTS_REMOTE_DISCONNECT || told->wParam == WTS_SESSION_LOGOFF);
        const bool sleep = told->message == WM_POWERBROADCAST && told->wParam == PBT_APMSUSPEND;
        if (session || sleep)
            emit q->leaving();
        return false;
    }

private:
    SystemSession* q;
    HWND window = nullptr;
};

SystemSession::SystemSession(QObject* parent) : QObject(parent), d(std::make_unique<Private>(this)) {}

SystemSession::~SystemSession() = default;

void SystemSession::listen(WId window)
{
    d->listen(reinterpret_cast<HWND>(window));
}

void SystemSession::lock(QObject* context, std::function<void(bool)> done)
{
    const bool locked = LockWorkStation() != 0;
    QTimer::singleShot(0, context, [done = std::move(done), locked] { done(locked); });
}

} // namespace hekim
