#pragma once

#include <QHash>
#include <QNetworkProxy>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <functional>

namespace hekim {

/// Which proxy a service is reached through (`network/proxy`).
///
/// The system's answer can take long (a proxy script, WPAD): it is asked for on a thread of its own, once for
/// each host and ten minutes, and given up after a deadline. On Linux, Qt asks libproxy where it was built
/// with it (Debian: environment variables, the desktop's settings, scripts), and the environment variables
/// alone elsewhere.
class ProxyChoice : public QObject
{
    Q_OBJECT

public:
    /// Asks the system; another one for tests.
    using SystemLookUp = std::function<QList<QNetworkProxy>(const QUrl&)>;

    explicit ProxyChoice(QObject* parent = nullptr);
    ~ProxyChoice() override;

    /// "system", "none" or "host:port".
    void setSetting(const QString& setting);
    void setSystemLookUp(SystemLookUp lookUp, std::chrono::milliseconds deadline);

    /// Whether proxiesFor() has an answer already.
    [[nodiscard]] bool isKnown(const QUrl& url) const;
    /// `done` runs in a later turn of the event loop when the answer is known or the deadline has passed.
    void find(const QUrl& url, QObject* context, const std::function<void()>& done);
    /// Never blocks; directly where nothing is known. Loopback is never asked of a proxy.
    [[nodiscard]] QList<QNetworkProxy> proxiesFor(const QUrl& url) const;

private:
    struct Found
    {
        QList<QNetworkProxy> proxies;
        qint64 until = 0;
    };
    void take(const QString& place, const QList<QNetworkProxy>& proxies, std::chrono::milliseconds good);

    QNetworkProxy m_fixed = QNetworkProxy::NoProxy;
    bool m_system = true;
    SystemLookUp m_lookUp;
    std::chrono::milliseconds m_deadline{5000};
    QHash<QString, Found> m_found;
};

} // namespace hekim
