#pragma once

#include "platform/ipc/instancechannel.h"
#include "platform/ipc/instanceclient.h"

#include <QDeadlineTimer>
#include <QLockFile>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <optional>

namespace hekim {

/// Brings one message to the window of this user and session, and starts that window where there is none.
/// However many launchers come at once, one of them starts it; the others wait for the channel.
class WindowHandOff : public QObject
{
    Q_OBJECT

public:
    struct Window
    {
        QString program; ///< empty: not installed
        QStringList arguments;
    };

    /// As docs/hbys-vendors.md has them.
    struct Deadlines
    {
        std::chrono::milliseconds handOff{5'000};    ///< to a window that runs
        std::chrono::milliseconds coldStart{30'000}; ///< of a window that has to be started first
    };

    /// Without `window` none is started.
    WindowHandOff(const InstanceChannel& channel, const InstanceMessage& message,
                  const std::optional<Window>& window, const Deadlines& deadlines, QObject* parent);

    void start();

signals:
    void answered(const hekim::InstanceReply& reply);
    void nobodyThere(); ///< no window runs and none was to be started
    void failed(const hekim::Error& error);

private:
    void attempt();
    void attemptEnded(const Result<Delivery>& result);
    void nobodyListens();
    [[nodiscard]] Error unheard(const QString& detail) const;
    void windowEndedUnheard();
    void tryToLead();
    void startWindow();

    InstanceChannel m_channel;
    InstanceMessage m_message;
    std::optional<Window> m_window;
    Deadlines m_deadlines;
    QDeadlineTimer m_deadline;
    QTimer m_retry;
    QLockFile m_launchLock;
    bool m_isColdStart = false;
    bool m_windowStarted = false;
    bool m_startedAgain = false; ///< a window that ended unheard is followed by one more
    std::optional<QDeadlineTimer>
        m_windowEnded; ///< runs out when no other launcher's window can be expected any more
};

} // namespace hekim
