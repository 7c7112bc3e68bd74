#pragma once

#include "services/secrets/keychain.h"

#include <QPointer>
#include <QTimer>

#include <functional>
#include <optional>

namespace QKeychain {
class Job;
}

namespace hekim {

struct KeyringState;

/// One for all entries.
QString keychainService();
/// Error of kind KeychainUnavailable. The key holds no secret: "hekim-asistani/live/ussPassword".
Error keychainUnavailable(const QString& key, const QString& detail);

/// One question to the keychain, with its deadline and, where wanted, one retry. QtKeychain's jobs cannot be
/// ended and are done one after the other: they are left alone and delete themselves, and report to this
/// object only while it lives. It deletes itself with the answer.
///
/// That an entry is not there is answered only where the keyring says that it is open: libsecret says so too
/// of one that the user did not unlock, and a locked keyring that hides what it holds does (KeePassXC). Such
/// a one is asked to be unlocked here, since libsecret does not.
class KeychainInquiry : public QObject
{
public:
    struct Question
    {
        QString key;
        std::function<QKeychain::Job*()> makeJob;
        int attempts = 1;
        bool writes = false;
    };
    using Answer = std::function<void(Result<Keychain::Entry>)>;

    /// `parent` is that of all inquiries. `refused` says that the user has closed a question of the keyring,
    /// and is not to be asked by itself again; `waits` is told whether one stands.
    KeychainInquiry(Question question, Keychain::Patience patience, const bool& refused,
                    std::function<void(bool)> waits, Answer answer, QObject* parent);

private:
    using State = std::optional<KeyringState>;

    void begin();
    void attempt();
    void attemptFailed(const QString& detail);
    void jobFinished(QKeychain::Job* job, int attempt);
    void look(const std::function<void(const State&)>& seen);
    void poll(const State& state);
    void decide(const std::function<void(const State&)>& seen);
    void judgeAbsence(const State& state);
    void askToUnlock();
    void setWaiting(bool waiting);
    void hold();
    void goOn();
    void toOthers(const std::function<void(KeychainInquiry&)>& call);
    [[nodiscard]] Result<Keychain::Entry> stillLocked() const;
    void finish(Result<Keychain::Entry> result);

    Question m_question;
    Keychain::Patience m_patience;
    const bool& m_userRefused;
    std::function<void(bool)> m_waits;
    Answer m_answer;
    QPointer<QKeychain::Job> m_job;
    QTimer m_deadline;
    QTimer m_look;
    int m_attempt = 0;
    bool m_deciding = false; ///< a job has ended, and what that means is being found out
    bool m_waiting = false;  ///< for the user
    bool m_held = false;     ///< until another has decided
};

} // namespace hekim
