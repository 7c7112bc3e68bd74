#pragma once

#include "core/instancemessage.h"
#include "core/settings.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QTimer>

namespace hekim {

class DoctorSession;

/// Decides what becomes of a launch: carried out, waiting for a login, asked about because it is meant for
/// another doctor (rule P4), or only proposed because it came by URL (rule S8). Waiting launches are dropped
/// after five minutes.
class LaunchDesk : public QObject
{
    Q_OBJECT

public:
    LaunchDesk(const Settings& settings, DoctorSession& session, QObject* parent = nullptr);

    /// What the running window answers to a launcher, before any slow work.
    [[nodiscard]] InstanceReply judge(const InstanceMessage& message) const;
    void take(const LaunchRequest& request);
    /// The doctor clicked: a proposal becomes an ordinary launch.
    void acceptProposal(const LaunchRequest& request);
    /// After a question was answered with "switch": the launch waits for the login of its doctor.
    void waitForDoctor(const LaunchRequest& request);
    void discardWaiting();
    /// While the window is locked every launch waits (rule P6).
    void hold();
    /// Unlocked: what waited is taken as if it came now.
    void resume();
    /// Locked no more, and nobody is logged in: what waited waits for a login.
    void release() { m_held = false; }
    [[nodiscard]] int waiting() const { return static_cast<int>(m_waiting.size()); }
    /// Somebody is logged in and the work page stands: what waited is opened, proposed or dropped.
    void carryOutWaiting();

    /// What waits for the login, in words, numbers masked; empty when nothing waits.
    [[nodiscard]] QString waitingText() const;

signals:
    void openAsked(const hekim::LaunchRequest& request);
    void proposed(const hekim::LaunchRequest& request);
    void switchAsked(const hekim::LaunchRequest& request);
    void waitingChanged();
    void doctorProposed(const hekim::IdentityNumber& doctor);
    /// The institution trusts the HBYS with the login (login/acceptDoctorFromLauncher).
    void loginAsked(const hekim::IdentityNumber& doctor);
    void dropped(int launches); ///< meant for another doctor than the one who logged in

private:
    struct Waiting
    {
        LaunchRequest request;
        QDateTime until;
    };

    void keep(const LaunchRequest& request);
    void dropExpired();

    const Settings& m_settings;
    DoctorSession& m_session;
    QList<Waiting> m_waiting;
    QTimer m_expiry;
    bool m_held = false;
};

} // namespace hekim
