#include "services/secrets/proxykeychain.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

QString keyFor(const QString& proxy)
{
    return u"hekim-asistani/proxy/"_s + proxy;
}

} // namespace

ProxyKeychain::ProxyKeychain(Keychain& keychain, QObject* parent) : QObject(parent), m_keychain(keychain) {}

CallHandle ProxyKeychain::read(const QString& proxy, QObject* context,
                               std::function<void(std::optional<Login>)> done)
{
    return m_keychain.read(keyFor(proxy), context, [done](const Result<Keychain::Entry>& entry) {
        std::optional<Login> login;
        if (entry && *entry) {
            const QJsonObject object = QJsonDocument::fromJson(**entry).object();
            if (const QString user = object.value("user"_L1).toString(); !user.isEmpty())
                login = Login{user, object.value("password"_L1).toString()};
        }
        done(login);
    });
}

void ProxyKeychain::keep(const QString& proxy, const Login& login, QObject* context,
                         std::function<void(Result<void>)> done)
{
    const QJsonObject object{{u"user"_s, login.user}, {u"password"_s, login.password}};
    m_keychain.write(keyFor(proxy), QJsonDocument(object).toJson(QJsonDocument::Compact), context,
                     std::move(done));
}

} // namespace hekim
