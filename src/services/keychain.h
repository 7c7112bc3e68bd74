#pragma once

#include "core/error.h"
#include "services/callhandle.h"

#include <QByteArray>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace hekim {

/// The operating system's keychain, entry by entry, through QtKeychain. It is not touched before somebody
/// asks.
///
/// Each attempt has a deadline of our own: a keyring that fails to activate holds a call for 25 s. A read is
/// tried once more later; what arrives late is still taken while somebody waits.
class Keychain : public QObject
{
    Q_OBJECT

public:
    struct Patience
    {
        std::chrono::milliseconds attempt{5000};
        std::chrono::milliseconds beforeRetry{1000};
    };
    /// Windows holds no longer entry, so nobody does: a site's settings must work on all its workstations.
    static constexpr qsizetype maxEntryBytes = 2560;

    explicit Keychain(QObject* parent = nullptr);
    Keychain(Patience patience, QObject* parent);
    ~Keychain() override;

    using Entry = std::optional<QByteArray>; ///< nothing: there is no such entry

    CallHandle read(const QString& key, QObject* context, std::function<void(Result<Entry>)> done);
    /// Reads the entry back before it says that it was written.
    CallHandle write(const QString& key, const QByteArray& entry, QObject* context,
                     std::function<void(Result<void>)> done);
    /// Removing what is not there succeeds.
    CallHandle remove(const QString& key, QObject* context, std::function<void(Result<void>)> done);

    /// Whether the last attempt that ended found the keychain working; true before the first.
    [[nodiscard]] bool isWorking() const { return m_working; }

signals:
    void workingChanged();

private:
    void noteWorking(bool working);

    Patience m_patience;
    bool m_working = true;
};

} // namespace hekim
