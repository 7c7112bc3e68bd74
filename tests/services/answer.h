#pragma once

#include "core/error/error.h"
#include "support/waiting.h"

#include <memory>
#include <optional>

namespace hekim::test {

/// What a call answered, and how often: Answer<Token> answer; session.token(this, answer.take()).
template <class T>
class Answer
{
public:
    [[nodiscard]] std::function<void(Result<T>)> take() const
    {
        return [state = m_state](Result<T> result) {
            state->result = std::move(result);
            ++state->count;
        };
    }
    [[nodiscard]] bool isThere() const { return m_state->result.has_value(); }
    [[nodiscard]] int count() const { return m_state->count; }
    /// Waits for the answer; a missing one is a failure of its own kind.
    [[nodiscard]] Result<T> wait() const
    {
        if (!until([this] { return isThere(); }))
            qFatal("no answer came");
        return *m_state->result;
    }
    [[nodiscard]] ErrorKind kind() const
    {
        const Result<T> result = wait();
        return result ? ErrorKind::Cancelled : result.error().kind;
    }

private:
    struct State
    {
        std::optional<Result<T>> result;
        int count = 0;
    };
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace hekim::test
