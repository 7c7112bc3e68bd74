#pragma once

#include <QPointer>

#include <functional>
#include <memory>

namespace hekim {

/// Cancels one call. Dropping the handle lets the call go on; cancel() ends it without its callback being
/// called.
class CallHandle
{
public:
    CallHandle() = default;
    explicit CallHandle(std::function<void()> cancel) : m_cancel(std::move(cancel)) {}

    void cancel()
    {
        if (const auto cancelCall = std::exchange(m_cancel, {}))
            cancelCall();
    }

private:
    std::function<void()> m_cancel;
};

} // namespace hekim
