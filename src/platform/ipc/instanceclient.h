#pragma once

#include "core/launch/instancemessage.h"

#include <QObject>

#include <chrono>
#include <functional>

namespace hekim {

/// How one attempt to reach the running window ended.
struct Delivery
{
    enum class Kind {
        Answered,      ///< see reply
        NobodyListens, ///< no instance: none was started, or one died and left its socket
        Cut            ///< the instance went away before it answered; the message was not carried out
    };
    Kind kind = Kind::Answered;
    InstanceReply reply;
};

/// The launcher's end of the instance channel.
namespace InstanceClient {

using Done = std::function<void(Result<Delivery>)>;

/// Tries once to hand the message over. `done` is called exactly once, never synchronously, and not at all
/// once the context is gone. Errors: ChannelUnsafe (nothing was sent), InstanceSilent.
void deliver(const QString& address, const InstanceMessage& message, std::chrono::milliseconds deadline,
             QObject* context, Done done);

} // namespace InstanceClient

} // namespace hekim
