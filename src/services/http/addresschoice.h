#pragma once

#include <QHash>
#include <QHostAddress>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <functional>

namespace hekim {

/// Which address of a service's host is connected to, where that is not left to Qt: QNetworkAccessManager
/// tries the addresses of a family one after the other, with the patience of the operating system for each.
/// So a host with several addresses is tried by an AddressRace first; only where its first address is not the
/// one that answers, the one that does is connected to by its number. Kept for ten minutes.
class AddressChoice : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] bool isKnown(const QUrl& url) const;
    /// `done` runs in a later turn of the event loop, after the deadline in any case.
    void find(const QUrl& url, std::chrono::milliseconds deadline, QObject* context,
              const std::function<void()>& done);
    /// Null where Qt does well by the name.
    [[nodiscard]] QHostAddress addressFor(const QUrl& url) const;
    /// The connection failed: the next request looks again.
    void forget(const QUrl& url);
    void forgetAll() { m_found.clear(); }

private:
    struct Found
    {
        QHostAddress address;
        qint64 until = 0;
    };
    QHash<QString, Found> m_found;
};

} // namespace hekim
