#pragma once

#include <QDBusVirtualObject>
#include <QThread>

#include <atomic>

namespace hekim::test {

/// A Secret Service on the session's bus that shows nothing of what it holds while it is locked, and can be
/// told to be unlocked by its question only, as KeePassXC does. In a thread of its own.
class HidingKeyring
{
public:
    /// What the user does with its question.
    enum class User { Unlocks, Closes };
    enum class Manner { Answers, IsSilent, Refuses };

    HidingKeyring();
    ~HidingKeyring();

    void set(User user) { m_user = user; }
    /// How it answers whether it is locked and what it has, to others than the keychain's library.
    void set(Manner manner) { m_manner = manner; }
    void setLocked(bool locked) { m_locked = locked; }
    /// To the look of this number from now on, the keychain's library apart, it says late what there was.
    void delayLook(int number)
    {
        m_looks = 0;
        m_late = number;
    }
    /// The user unlocks it right after the next search in vain.
    void unlockAfterSearch() { m_unlocksAfterSearch = true; }
    /// No database is open at all.
    void setHasPlace(bool hasPlace) { m_hasPlace = hasPlace; }

    [[nodiscard]] int questions() const { return m_questions; }
    /// How often an entry was written.
    [[nodiscard]] int writes() const { return m_writes; }

private:
    class Object;

    std::atomic<User> m_user = User::Unlocks;
    std::atomic<Manner> m_manner = Manner::Answers;
    std::atomic<int> m_looks = 0;
    std::atomic<int> m_late = 0; ///< number of the look that is answered late
    std::atomic<bool> m_locked = false;
    std::atomic<bool> m_hasPlace = true;
    std::atomic<bool> m_unlocksAfterSearch = false;
    std::atomic<int> m_questions = 0;
    std::atomic<int> m_writes = 0;
    QThread m_thread;
    Object* m_object;
};

} // namespace hekim::test
