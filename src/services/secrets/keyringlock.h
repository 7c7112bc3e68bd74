#pragma once

#include <QString>

#include <optional>

namespace hekim {

/// What the user's keyring (Secret Service) says of an entry, and of the place that new ones go to.
struct KeyringState
{
    enum class Entry {
        Absent,
        Open,
        Locked ///< reading it asks the user for the keyring's password
    };
    enum class Place {
        None, ///< not made yet: writing asks the user to
        Open,
        Locked
    };
    Entry entry = Entry::Absent;
    Place place = Place::Open;

    /// The place is locked, and not every keyring tells what it holds then: KeePassXC does not.
    [[nodiscard]] bool isHidden() const { return entry == Entry::Absent && place == Place::Locked; }
    /// The user has to do something in the keyring first.
    [[nodiscard]] bool isLocked(bool writing) const
    {
        return entry == Entry::Locked || isHidden() || (writing && place != Place::Open);
    }
};

/// Nothing where the keyring does not say it. Without a keyring of this kind all is open and nothing is
/// there. Asks the session's bus and waits for its answers, some seconds at most: only in a thread of its
/// own.
std::optional<KeyringState> keyringStateOf(const QString& service, const QString& key);

/// Asks the user to unlock the place that new entries go to, and waits for the answer however long it takes:
/// only in a thread of its own. Whether it is open then.
bool unlockKeyring();

/// Whether this session certainly has no keyring: none runs, and the session's bus would start none. Asks
/// that bus and waits for its answers: only in a thread of its own.
bool sessionHasNoKeyring();

} // namespace hekim
