#pragma once

#include "app/session/sessionid.h"
#include "core/launch/launchrequest.h"

#include <QDateTime>
#include <QList>

#include <chrono>
#include <optional>

namespace hekim {

/// A launch can say who should be logged in; a link cannot (rule S8).
bool namesDoctor(const LaunchRequest& request);

/// Launches that cannot be carried out yet, each for at most five minutes, 64 at most.
class LaunchQueue
{
public:
    static constexpr std::chrono::minutes longestWait{5};
    static constexpr qsizetype capacity = 64;

    struct Waiting
    {
        LaunchRequest request;
        SessionId session; ///< in which it came; None: no doctor was in
        QDateTime came;
        /// The doctor who was being let in when it came, where it names none: it opens for this doctor only.
        std::optional<IdentityNumber> beingLetIn{};
    };

    explicit LaunchQueue(std::chrono::milliseconds wait = longestWait) : m_wait(wait) {}

    /// With so many more that are on their way.
    [[nodiscard]] bool isFull(qsizetype onTheWay = 0) const
    {
        return m_waiting.size() + onTheWay >= capacity;
    }
    [[nodiscard]] bool isEmpty() const { return m_waiting.isEmpty(); }
    [[nodiscard]] const QList<Waiting>& all() const { return m_waiting; }

    /// Takes the place of an earlier one of the same doctor for the same patient. One link waits at a time;
    /// it takes no other launch's place, and none takes its place or anything of it (rule S8). False where
    /// the queue is full: the launch is not kept.
    [[nodiscard]] bool add(Waiting added);
    /// Those that may still be carried out, in their order; none waits afterwards.
    [[nodiscard]] QList<Waiting> take();
    void clear() { m_waiting.clear(); }
    /// How many went.
    int dropExpired();
    /// A session is over: what came in it was meant for its doctor, unless it names another. How many went.
    int dropOfSessions();

private:
    [[nodiscard]] bool isExpired(const Waiting& waiting) const;

    std::chrono::milliseconds m_wait;
    QList<Waiting> m_waiting;
};

} // namespace hekim
