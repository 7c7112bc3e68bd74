#include "support/hidingkeyring.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusVariant>
#include <QTimer>

#include <algorithm>

namespace hekim::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString root = u"/org/freedesktop/secrets"_s;
const QString place = root + u"/collection/database"_s;
const QString interfaces = u"org.freedesktop.Secret."_s;
const QString noPath = u"/"_s;

using Attributes = QMap<QString, QString>;
using Paths = QList<QDBusObjectPath>;

struct Secret
{
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString type;
};
using Secrets = QMap<QDBusObjectPath, Secret>;

QDBusArgument& operator<<(QDBusArgument& out, const Secret& secret)
{
    out.beginStructure();
    out << secret.session << secret.parameters << secret.value << secret.type;
    out.endStructure();
    return out;
}

const QDBusArgument& operator>>(const QDBusArgument& in, Secret& secret)
{
    in.beginStructure();
    in >> secret.session >> secret.parameters >> secret.value >> secret.type;
    in.endStructure();
    return in;
}

} // namespace

/// All paths of the service. What is not said here of a call is not looked at by libsecret.
class HidingKeyring::Object : public QDBusVirtualObject
{
public:
    explicit Object(HidingKeyring& keyring) : m_keyring(keyring) {}

    [[nodiscard]] QString introspect(const QString&) const override { return {}; }

    bool handleMessage(const QDBusMessage& call, const QDBusConnection& bus) override
    {
        const QString method = call.member();
        const bool isSearch = method == "SearchItems"_L1;
        // QtKeychain looks for each type in turn.
        const QString type =
            isSearch ? qdbus_cast<Attributes>(call.arguments().at(0)).value(u"type"_s) : QString();
        const bool isAboutState = method == "ReadAlias"_L1 || (isSearch && type.isEmpty());
        if (isAboutState && m_keyring.m_manner != Manner::Answers) {
            if (m_keyring.m_manner == Manner::Refuses)
                bus.send(call.createErrorReply(QDBusError::Failed, u"not now"_s));
            return true;
        }
        if (isAboutState && isSearch && ++m_keyring.m_looks == m_keyring.m_late) {
            const QDBusMessage reply = call.createReply(answerTo(call));
            QTimer::singleShot(500ms, this, [reply, bus] { bus.send(reply); });
            return true;
        }
        if (method == "OpenSession"_L1 && call.arguments().value(0) != u"plain"_s)
            bus.send(call.createErrorReply(QDBusError::NotSupported, u"plain only"_s));
        else if (method == "CreateItem"_L1 && m_keyring.m_locked)
            bus.send(call.createErrorReply(interfaces + u"Error.IsLocked"_s, u"it is locked"_s));
        else
            bus.send(call.createReply(answerTo(call)));
        if (method == "Prompt"_L1)
            askUser(call.path(), bus);
        if (type == "base64"_L1 && m_keyring.m_unlocksAfterSearch.exchange(false))
            m_keyring.m_locked = false;
        return true;
    }

private:
    struct Item
    {
        Attributes attributes;
        Secret secret;
    };

    QVariantList answerTo(const QDBusMessage& call)
    {
        const QString method = call.member();
        const QVariantList given = call.arguments();
        const QVariant nothing = QVariant::fromValue(QDBusObjectPath(noPath));
        if (method == "OpenSession"_L1) {
            const QDBusVariant none((QString()));
            return {QVariant::fromValue(none), QVariant::fromValue(QDBusObjectPath(root + u"/session"_s))};
        }
        if (method == "ReadAlias"_L1)
            return {QVariant::fromValue(QDBusObjectPath(m_keyring.m_hasPlace ? place : noPath))};
        if (method == "Get"_L1)
            return {QVariant::fromValue(QDBusVariant(bool(m_keyring.m_locked)))};
        if (method == "GetAll"_L1)
            return {QVariantMap()};
        if (method == "SearchItems"_L1)
            return {QVariant::fromValue(found(qdbus_cast<Attributes>(given.at(0)))),
                    QVariant::fromValue(Paths())};
        if (method == "GetSecrets"_L1) {
            Secrets secrets;
            for (const QDBusObjectPath& path : qdbus_cast<Paths>(given.at(0)))
                secrets.insert(path, m_items.value(path.path()).secret);
            return {QVariant::fromValue(secrets)};
        }
        if (method == "Unlock"_L1) {
            const QString prompt = m_keyring.m_locked ? root + u"/prompt/%1"_s.arg(++m_prompts) : noPath;
            return {QVariant::fromValue(m_keyring.m_locked ? Paths() : qdbus_cast<Paths>(given.at(0))),
                    QVariant::fromValue(QDBusObjectPath(prompt))};
        }
        if (method == "CreateItem"_L1)
            return {QVariant::fromValue(
                        create(qdbus_cast<QVariantMap>(given.at(0)), qdbus_cast<Secret>(given.at(1)))),
                    nothing};
        return {};
    }

    /// As in KeePassXC: a locked database has no entries that could be found.
    [[nodiscard]] Paths found(const Attributes& wanted) const
    {
        Paths paths;
        for (auto item = m_items.begin(); item != m_items.end() && !m_keyring.m_locked; ++item) {
            const Attributes& has = item->attributes;
            if (std::ranges::all_of(wanted.asKeyValueRange(), [&](const auto& attribute) {
                    return has.value(attribute.first) == attribute.second;
                }))
                paths.append(QDBusObjectPath(item.key()));
        }
        return paths;
    }

    /// In the place of one with the same attributes.
    QDBusObjectPath create(const QVariantMap& properties, const Secret& secret)
    {
        ++m_keyring.m_writes;
        const auto attributes = qdbus_cast<Attributes>(properties.value(interfaces + u"Item.Attributes"_s));
        const Paths same = found(attributes);
        const QString path = same.isEmpty() ? place + u"/%1"_s.arg(m_items.size()) : same.first().path();
        m_items.insert(path, {attributes, secret});
        return QDBusObjectPath(path);
    }

    void askUser(const QString& path, const QDBusConnection& bus) const
    {
        ++m_keyring.m_questions;
        const bool unlocks = m_keyring.m_user == User::Unlocks;
        if (unlocks)
            m_keyring.m_locked = false;
        QDBusMessage completed = QDBusMessage::createSignal(path, interfaces + u"Prompt"_s, u"Completed"_s);
        completed.setArguments({!unlocks, QVariant::fromValue(QDBusVariant(
                                              QVariant::fromValue(Paths{QDBusObjectPath(place)})))});
        bus.send(completed);
    }

    HidingKeyring& m_keyring;
    QMap<QString, Item> m_items;
    int m_prompts = 0;
};

HidingKeyring::HidingKeyring() : m_object(new Object(*this))
{
    qDBusRegisterMetaType<Attributes>();
    qDBusRegisterMetaType<Paths>();
    qDBusRegisterMetaType<Secret>();
    qDBusRegisterMetaType<Secrets>();
    QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"keyring"_s);
    if (!bus.registerVirtualObject(root, m_object, QDBusConnection::SubPath) ||
        !bus.registerService(u"org.freedesktop.secrets"_s))
        qFatal("no bus of its own");
    m_object->moveToThread(&m_thread);
    m_thread.start();
}

HidingKeyring::~HidingKeyring()
{
    QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"keyring"_s)
        .unregisterService(u"org.freedesktop.secrets"_s);
    QDBusConnection::disconnectFromBus(u"keyring"_s);
    QObject::connect(&m_thread, &QThread::finished, m_object, &QObject::deleteLater);
    m_thread.quit();
    m_thread.wait();
}

} // namespace hekim::test
