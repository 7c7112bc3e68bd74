#pragma once

#include "app/launch/launchqueue.h"
#include "app/session/sessioncontroller.h"
#include "core/launch/instancemessage.h"
#include "core/settings/settings.h"

#include <QObject>
#include <QTimer>

namespace hekim {

/// Decides what becomes of a launch, by the state of the session: carried out, waiting, asked about because
/// it is meant for another doctor (rule P4), or only proposed because it came by a link (rule S8).
class LaunchController : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it. `wait`: how long a launch may wait, for tests.
    LaunchController(const Settings& settings, SessionController& session,
                     std::chrono::milliseconds wait = LaunchQueue::longestWait, QObject* parent = nullptr);

    /// What the running window answers to a launcher, before any slow work. take() follows in the next turn
    /// of the event loop where it is accepted, and may find less room by then.
    [[nodiscard]] InstanceReply judge(const InstanceMessage& message);
    [[nodiscard]] int waiting() const { return static_cast<int>(m_queue.all().size()); }
    /// What waits for a login, in words, numbers masked; and how many were not kept. Empty when there is
    /// nothing to tell.
    [[nodiscard]] QString waitingText() const;

public slots:
    /// One that was judged.
    void take(const hekim::LaunchRequest& request);
    /// The doctor of this session agreed to a link.
    void accept(const hekim::LaunchRequest& request, hekim::SessionId session);
    void discardWaiting();

signals:
    void openAsked(const hekim::LaunchRequest& request);
    void proposed(const hekim::LaunchRequest& request);
    /// It waits meanwhile, and opens where its doctor comes in within that time.
    void switchAsked(const hekim::LaunchRequest& request);
    /// Fills the login field.
    void doctorProposed(const hekim::IdentityNumber& doctor);
    void waitingChanged();
    void dropped(int launches); ///< meant for another doctor or session than the one that has begun
    /// For the doctor who is in: launches that waited too long, or found no room to.
    void notKept(const QString& sentences);
    /// A session has begun, and what waited for it is under way.
    void carriedOut();

private:
    void keep(const LaunchRequest& request);
    void carryOut(const LaunchRequest& request);
    void openOrAsk(const LaunchRequest& request);
    void askToSwitch(const LaunchQueue::Waiting& waiting);
    [[nodiscard]] bool namesAnother(const LaunchRequest& request) const;
    void follow(SessionController::State before);
    void carryOutWaiting();
    void proposeDoctor(const std::optional<IdentityNumber>& doctor);
    void askLogin(const LaunchRequest& request);
    void askWaitingLogin();
    void dropExpired();
    void tellLost();
    [[nodiscard]] QStringList lostTexts() const;
    [[nodiscard]] QString queueText() const;
    [[nodiscard]] QString queueTextOfMany() const;

    const Settings& m_settings;
    SessionController& m_session;
    LaunchQueue m_queue;
    QTimer m_expiry;
    LaunchQueue m_forAnother;             ///< whose doctor must first be let in by the one who is in
    std::optional<IdentityNumber> m_next; ///< for whom the session ends
    qsizetype m_onTheWay = 0;             ///< accepted, and to be taken next
    int m_dropped = 0;                    ///< with the session that has ended; not told yet
    int m_withoutRoom = 0;                ///< likewise: launches that were not kept
    int m_tooOld = 0;
};

} // namespace hekim
