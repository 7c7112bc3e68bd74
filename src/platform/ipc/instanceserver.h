#pragma once

#include "core/launch/instancemessage.h"
#include "platform/ipc/instancechannel.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace hekim {

/// The running window's end of the instance channel: one per user and desktop session.
class InstanceServer : public QObject
{
    Q_OBJECT

public:
    /// How long a connection may take to bring its message.
    static constexpr std::chrono::milliseconds defaultDeadline{5'000};

    explicit InstanceServer(std::chrono::milliseconds deadline = defaultDeadline, QObject* parent = nullptr);
    ~InstanceServer() override;

    enum class Taken {
        Here,     ///< this process is the instance now
        Elsewhere ///< another living process is; this one should end quietly
    };
    /// Takes the channel. Messages are validated for `environment`. Errors: ChannelUnsafe, WindowNotStarted.
    Result<Taken> listen(EnvironmentName environment);
    /// The one that was taken.
    [[nodiscard]] const InstanceChannel& channel() const;

    /// Decides, in microseconds, what is answered to a valid message; messageAccepted() follows in a later
    /// turn.
    using Judge = std::function<InstanceReply(const InstanceMessage&)>;
    void setJudge(Judge judge);

signals:
    void messageAccepted(const hekim::InstanceMessage& message);
    /// Not even judged: of another environment or version, or malformed.
    void messageRefused(hekim::InstanceReply::Outcome outcome);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace hekim
