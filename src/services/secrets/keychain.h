#pragma once

#include "core/call/callhandle.h"
#include "core/error/error.h"

#include <QByteArray>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace hekim {

/// The operating system's keychain, entry by entry, through QtKeychain. It is not touched before a caller
/// asks.
///
/// Each attempt has a deadline of our own: a keyring that fails to activate holds a call for 25 s. A read is
/// tried once more later; what arrives late is still taken while it is wanted. A keyring that is locked asks
/// the user for its password, also where it does not tell whether it has the entry: as long as that question
/// stands there is no deadline, and isWaiting() says so.
class Keychain : public QObject
{
    Q_OBJECT

public:
    struct Patience
    {
        std::chrono::milliseconds attempt{5000};
        std::chrono::milliseconds beforeRetry{1000};
        std::chrono::milliseconds look{500}; ///< between looks at whether it waits for its password
    };
    /// Windows holds no longer entry, so no system does: a site's settings must work on all its workstations.
    static constexpr qsizetype maxEntryBytes = 2560;

    explicit Keychain(QObject* parent = nullptr);
    Keychain(Patience patience, QObject* parent);
    ~Keychain() override;

    using Entry = std::optional<QByteArray>; ///< nothing: there is none for certain, the keyring is open

    CallHandle read(const QString& key, QObject* context, std::function<void(Result<Entry>)> done);
    /// Reads the entry back before it says that it was written.
    CallHandle write(const QString& key, const QByteArray& entry, QObject* context,
                     std::function<void(Result<void>)> done);
    /// Removing what is not there succeeds.
    CallHandle remove(const QString& key, QObject* context, std::function<void(Result<void>)> done);

    /// Whether it is certain that this user has no keyring and never had one here: no entry can be in it
    /// then. One that worked before is missed where it has gone, also after the program was started again.
    void findWhetherMissing(QObject* context, std::function<void(bool)> done);

    /// Whether the last attempt that ended found the keychain working; true before the first.
    [[nodiscard]] bool isWorking() const { return m_working; }
    /// The system asks the user for the keyring's password, and something here waits for it.
    [[nodiscard]] bool isWaiting() const { return m_waiting > 0; }
    /// The user wants something that may need the keyring. After its question was closed none is asked by
    /// itself: what waited then, and each call until this one, is told that the keyring is locked.
    void askAgain();

signals:
    void workingChanged();
    void waitingChanged();
    /// After it gave no answer, or was locked, it has given one: what was refused can be asked for again.
    void answersAgain();

private:
    template <class T>
    void noteWorking(const Result<T>& result);
    void noteWaiting(bool waiting);

    Patience m_patience;
    bool m_working = true;
    bool m_userRefused = false;
    bool m_hasFailed = false; ///< since it answered last
    bool m_hasWorked = false; ///< in this process
    bool m_isRemembered = false;
    int m_waiting = 0; ///< questions that wait for the user
};

} // namespace hekim
