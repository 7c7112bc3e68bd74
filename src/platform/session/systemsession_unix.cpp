#include "platform/session/systemsession.h"

#include <QDBusConnection>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusUnixFileDescriptor>
#include <QPointer>
#include <QTimer>

#include <chrono>

namespace hekim {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto longestLocking = 3s;

const QString login = u"org.freedesktop.login1"_s;
const QString loginPath = u"/org/freedesktop/login1"_s;
const QString loginManager = u"org.freedesktop.login1.Manager"_s;
const QString loginSession = u"org.freedesktop.login1.Session"_s;
const QString properties = u"org.freedesktop.DBus.Properties"_s;

/// A desktop's screen saver; its interface is named as its service.
struct ScreenSaver
{
    QString service;
    QString path;
};

QList<ScreenSaver> screenSavers()
{
    return {{u"org.freedesktop.ScreenSaver"_s, u"/org/freedesktop/ScreenSaver"_s},
            {u"org.gnome.ScreenSaver"_s, u"/org/gnome/ScreenSaver"_s},
            {u"org.cinnamon.ScreenSaver"_s, u"/org/cinnamon/ScreenSaver"_s},
            {u"org.mate.ScreenSaver"_s, u"/org/mate/ScreenSaver"_s},
            {u"org.xfce.ScreenSaver"_s, u"/org/xfce/ScreenSaver"_s}};
}

/// Nothing is started by asking: who does not run does not lock.
QDBusMessage callTo(const QString& service, const QString& path, const QString& interface,
                    const QString& method)
{
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, interface, method);
    call.setAutoStartService(false);
    return call;
}

} // namespace

class SystemSession::Private : public QObject
{
    Q_OBJECT

public:
    explicit Private(SystemSession* owner) : q(owner)
    {
        deadline.setSingleShot(true);
        connect(&deadline, &QTimer::timeout, this, [this] { lockingEnded(false); });
    }

    void listen()
    {
        QDBusConnection system = QDBusConnection::systemBus();
        if (system.isConnected()) {
            system.connect(login, loginPath, loginManager, u"PrepareForSleep"_s, this,
                           SLOT(prepareForSleep(bool)));
            delaySleep();
            findSession();
        }
        QDBusConnection own = QDBusConnection::sessionBus();
        if (!own.isConnected())
            return;
        const auto savers = screenSavers();
        for (const ScreenSaver& saver : savers) // KDE speaks from more than one path
            own.connect(saver.service, {}, saver.service, u"ActiveChanged"_s, this,
                        SLOT(screenSaverChanged(bool)));
    }

    void lock(QObject* context, std::function<void(bool)> then)
    {
        asker = context;
        done = std::move(then);
        pending = 0;
        ++round;
        deadline.start(longestLocking);
        QDBusConnection system = QDBusConnection::systemBus();
        if (system.isConnected() && !session.path().isEmpty())
            ask(system, callTo(login, session.path(), loginSession, u"Lock"_s));
        QDBusConnection own = QDBusConnection::sessionBus();
        if (own.isConnected()) {
            const auto savers = screenSavers();
            for (const ScreenSaver& saver : savers)
                ask(own, callTo(saver.service, saver.path, saver.service, u"Lock"_s));
        }
        if (pending == 0)
            deadline.start(0);
    }

private slots:
    void prepareForSleep(bool begins)
    {
        if (!begins) {
            delaySleep();
            return;
        }
        emit q->leaving();
        awake = {}; // the computer may sleep now
    }

    void screenSaverChanged(bool active)
    {
        if (active)
            left();
    }

    void sessionLocked() { left(); }

    void sessionChanged(const QString&, const QVariantMap& changed, const QStringList&)
    {
        if (changed.value(u"LockedHint"_s).toBool())
            left();
        else if (!changed.value(u"Active"_s, true).toBool())
            emit q->leaving(); // another user's session is in front
    }

private:
    // Asking is not locking: logind only passes the wish on, and there might be no listener. What counts
    // is what happens.
    void ask(QDBusConnection& bus, const QDBusMessage& call)
    {
        ++pending;
        auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, asked = round] {
            watcher->deleteLater();
            if (asked == round && watcher->isError() && --pending == 0)
                lockingEnded(false);
        });
    }

    void left()
    {
        lockingEnded(true);
        emit q->leaving();
    }

    void lockingEnded(bool locked)
    {
        deadline.stop();
        const auto then = std::exchange(done, {});
        if (then && asker)
            then(locked);
    }

    // The real path: signals come from it, while "auto" is for calls only.
    void findSession()
    {
        QDBusMessage call = callTo(login, loginPath, loginManager, u"GetSession"_s);
        call << u"auto"_s;
        auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::systemBus().asyncCall(call), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
            watcher->deleteLater();
            const QDBusPendingReply<QDBusObjectPath> reply = *watcher;
            if (reply.isError())
                return;
            session = reply.value();
            QDBusConnection system = QDBusConnection::systemBus();
            system.connect(login, session.path(), loginSession, u"Lock"_s, this, SLOT(sessionLocked()));
            system.connect(login, session.path(), properties, u"PropertiesChanged"_s, this,
                           SLOT(sessionChanged(QString, QVariantMap, QStringList)));
        });
    }

    void delaySleep()
    {
        QDBusMessage call = callTo(login, loginPath, loginManager, u"Inhibit"_s);
        call << u"sleep"_s << u"Hekim Asistanı"_s << u"Hides the patient before the computer sleeps"_s
             << u"delay"_s;
        auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::systemBus().asyncCall(call), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
            watcher->deleteLater();
            const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *watcher;
            if (!reply.isError())
                awake = reply.value();
        });
    }

    SystemSession* q;
    QDBusObjectPath session;
    QDBusUnixFileDescriptor awake; ///< sleep waits while this is open
    QTimer deadline;
    int pending = 0; ///< calls of this round that have not failed
    int round = 0;
    QPointer<QObject> asker;
    std::function<void(bool)> done;
};

SystemSession::SystemSession(QObject* parent) : QObject(parent), d(std::make_unique<Private>(this)) {}

SystemSession::~SystemSession() = default;

void SystemSession::listen(WId)
{
    d->listen();
}

void SystemSession::lock(QObject* context, std::function<void(bool)> done)
{
    d->lock(context, std::move(done));
}

} // namespace hekim

#include "systemsession_unix.moc"
