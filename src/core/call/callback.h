#pragma once

#include "core/call/callhandle.h"
#include "core/error/error.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>

namespace hekim {

/// A caller's answer-to: called at most once, never after its context died or its handle was cancelled.
template <class T>
class Callback
{
public:
    Callback() = default;
    Callback(QObject* context, std::function<void(Result<T>)> done)
        : m_state(std::make_shared<State>(State{context, std::move(done)}))
    {
    }

    /// Whether the caller still waits.
    [[nodiscard]] bool isWanted() const { return m_state && m_state->done && m_state->context; }

    /// Only from a later turn of the event loop than the call's own.
    void answer(Result<T> result) const
    {
        if (!m_state)
            return;
        const auto state = m_state; // the callback may destroy what holds this object
        if (const auto done = std::exchange(state->done, {}); done && state->context)
            done(std::move(result));
    }

    /// In the next turn of the event loop.
    void answerLater(Result<T> result) const
    {
        if (isWanted())
            QTimer::singleShot(0, m_state->context,
                               [self = *this, result = std::move(result)] { self.answer(result); });
    }

    /// `onCancel` runs after the callback was let go.
    [[nodiscard]] CallHandle handle(std::function<void()> onCancel = {}) const
    {
        return CallHandle([state = m_state, onCancel = std::move(onCancel)] {
            if (state && std::exchange(state->done, {}) && onCancel)
                onCancel();
        });
    }

private:
    struct State
    {
        QPointer<QObject> context;
        std::function<void(Result<T>)> done;
    };
    std::shared_ptr<State> m_state;
};

} // namespace hekim
