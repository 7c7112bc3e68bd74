#pragma once

#include "core/instancemessage.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

#include <functional>
#include <memory>

namespace hekim {

/// The running window's end of the instance channel: one per user and desktop session (DESIGN 1).
class InstanceServer : public QObject
{
    Q_OBJECT

public:
    explicit InstanceServer(QObject* parent = nullptr);
    ~InstanceServer() override;

    enum class Taken {
        Here,     ///< this process is the instance now
        Elsewhere ///< another living process is; this one should end quietly
    };
    /// Takes the channel. Messages are validated for `environment`. Errors: ChannelUnsafe, WindowNotStarted.
    Result<Taken> listen(EnvironmentName environment);

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
