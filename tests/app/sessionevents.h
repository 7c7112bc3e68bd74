#pragma once

#include "app/flow.h"

namespace hekim::test {

/// Something that can happen at any time, and the slot by which it comes in.
struct SessionEvent
{
    const char* name;
    const char* slot;
    std::function<void(Flow&)> happen;
};

/// Every input of the session's flow, in every manner that makes a difference.
const QList<SessionEvent>& sessionEvents();

/// For what comes in as the answer to a call, not by a slot.
inline constexpr const char* anAnswer = "an answer";

} // namespace hekim::test
