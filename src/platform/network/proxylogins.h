#pragma once

#include <QHash>
#include <QObject>

#include <optional>

namespace hekim {

/// A user name with its password. Its holder never writes it anywhere (rule S1).
struct Login
{
    QString user;
    QString password;

    friend bool operator==(const Login&, const Login&) = default;
};

/// The logins of the hospital's proxies, for services and pages alike: what the user typed or the keychain
/// keeps, each for one proxy and no other (rule S3). One that was refused is not used again until
/// another is given (rule W3).
class ProxyLogins : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// "host:port", the host in lower case.
    static QString keyOf(const QString& host, int port);

    void set(const QString& proxy, const Login& login);
    /// The login to answer with; nothing where none is known or the last one was refused.
    [[nodiscard]] std::optional<Login> of(const QString& proxy) const;
    /// A proxy wants a login, and there is none for it, or the one there was is refused. Told in a later
    /// turn.
    void want(const QString& proxy, const QString& realm);
    void refused(const QString& proxy);
    [[nodiscard]] bool wasRefused(const QString& proxy) const;

signals:
    void wanted(const QString& proxy, const QString& realm);
    void given(const QString& proxy); ///< a login to try

private:
    struct Entry
    {
        Login login;
        bool refused = false;
    };
    QHash<QString, Entry> m_entries;
};

} // namespace hekim
