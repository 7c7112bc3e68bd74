#include "services/secrets/keyringlock.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QDBusServiceWatcher>
#include <QEventLoop>
#include <QUuid>

#include <algorithm>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 1000;

const QString secrets = u"org.freedesktop.secrets"_s;
const QString secretsPath = u"/org/freedesktop/secrets"_s;
const QString secretService = u"org.freedesktop.Secret.Service"_s;
const QString secretPrompt = u"org.freedesktop.Secret.Prompt"_s;
const QString noPath = u"/"_s;

/// All that QtKeychain can use.
const QStringList keyrings{secrets, u"org.kde.kwalletd6"_s, u"org.kde.kwalletd5"_s, u"org.kde.kwalletd"_s};

using Paths = QList<QDBusObjectPath>;

/// A connection of its own: the one that all share is made once, and its maker would wait for a bus that is
/// silent.
class Bus
{
public:
    Bus() : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, m_name)) {}
    ~Bus() { QDBusConnection::disconnectFromBus(m_name); }
    Q_DISABLE_COPY_MOVE(Bus)

    [[nodiscard]] bool isReached() const { return m_bus.isConnected(); }

    /// What the bus itself answers to this.
    [[nodiscard]] QDBusReply<QStringList> names(const QString& method) const
    {
        const QString bus = u"org.freedesktop.DBus"_s;
        return m_bus.call(QDBusMessage::createMethodCall(bus, u"/org/freedesktop/DBus"_s, bus, method),
                          QDBus::Block, patienceMs);
    }

    [[nodiscard]] QDBusMessage ask(const QString& path, const QString& interface, const QString& method,
                                   const QVariantList& arguments) const
    {
        QDBusMessage call = QDBusMessage::createMethodCall(secrets, path, interface, method);
        call.setAutoStartService(false); // a keyring that does not run locks nothing
        call.setArguments(arguments);
        return m_bus.call(call, QDBus::Block, patienceMs);
    }

    /// Lets the keyring ask the user, and waits until the question is answered, closed or gone.
    void prompt(const QString& path)
    {
        QEventLoop loop; // of this thread, which has no other
        QDBusServiceWatcher keyring(secrets, m_bus, QDBusServiceWatcher::WatchForUnregistration);
        QObject::connect(&keyring, &QDBusServiceWatcher::serviceUnregistered, &loop, &QEventLoop::quit);
        m_bus.connect(secrets, path, secretPrompt, u"Completed"_s, &loop, SLOT(quit()));
        if (ask(path, secretPrompt, u"Prompt"_s, {QString()}).type() == QDBusMessage::ReplyMessage)
            loop.exec();
    }

private:
    const QString m_name = QUuid::createUuid().toString();
    QDBusConnection m_bus;
};

bool isNotThere(const QDBusError& error)
{
    return error.type() == QDBusError::ServiceUnknown ||
           error.name() == "org.freedesktop.DBus.Error.NameHasNoOwner"_L1;
}

QDBusReply<QDBusObjectPath> placeOf(const Bus& bus)
{
    return bus.ask(secretsPath, secretService, u"ReadAlias"_s, {u"default"_s});
}

std::optional<KeyringState::Place> stateOf(const Bus& bus, const QDBusObjectPath& place)
{
    if (place.path() == noPath)
        return KeyringState::Place::None;
    const QDBusReply<QDBusVariant> locked =
        bus.ask(place.path(), u"org.freedesktop.DBus.Properties"_s, u"Get"_s,
                {u"org.freedesktop.Secret.Collection"_s, u"Locked"_s});
    if (!locked.isValid())
        return {};
    return locked.value().variant().toBool() ? KeyringState::Place::Locked : KeyringState::Place::Open;
}

/// The entry is known by QtKeychain's attributes, which are no secret and can be read while it is locked.
std::optional<KeyringState::Entry> entryOf(const Bus& bus, const QString& service, const QString& key)
{
    const QMap<QString, QString> attributes{{u"server"_s, service}, {u"user"_s, key}};
    const QVariantList found =
        bus.ask(secretsPath, secretService, u"SearchItems"_s, {QVariant::fromValue(attributes)}).arguments();
    if (found.size() != 2)
        return {};
    if (!qdbus_cast<Paths>(found.at(0)).isEmpty())
        return KeyringState::Entry::Open;
    return qdbus_cast<Paths>(found.at(1)).isEmpty() ? KeyringState::Entry::Absent
                                                    : KeyringState::Entry::Locked;
}

} // namespace

std::optional<KeyringState> keyringStateOf(const QString& service, const QString& key)
{
    qDBusRegisterMetaType<QMap<QString, QString>>();
    const Bus bus;
    const auto place = placeOf(bus);
    if (isNotThere(place.error()))
        return KeyringState();
    if (!place.isValid())
        return {};
    // In this order: where it is unlocked meanwhile, the entry is seen.
    const auto placeState = stateOf(bus, place);
    const auto entryState = entryOf(bus, service, key);
    if (!placeState || !entryState)
        return {};
    return KeyringState{*entryState, *placeState};
}

bool unlockKeyring()
{
    qDBusRegisterMetaType<Paths>();
    Bus bus;
    const auto place = placeOf(bus);
    if (!place.isValid())
        return false;
    const QVariantList begun =
        bus.ask(secretsPath, secretService, u"Unlock"_s, {QVariant::fromValue(Paths{place})}).arguments();
    if (begun.size() != 2)
        return false;
    const QString question = begun.at(1).value<QDBusObjectPath>().path();
    if (question != noPath)
        bus.prompt(question);
    return stateOf(bus, place) == KeyringState::Place::Open;
}

bool sessionHasNoKeyring()
{
    const Bus bus;
    if (!bus.isReached())
        return true; // a keyring is reached by it alone
    for (const QString& method : {u"ListNames"_s, u"ListActivatableNames"_s}) {
        const QDBusReply<QStringList> names = bus.names(method);
        const auto has = [&names](const QString& keyring) { return names.value().contains(keyring); };
        if (!names.isValid() || std::ranges::any_of(keyrings, has))
            return false;
    }
    return true;
}

} // namespace hekim
