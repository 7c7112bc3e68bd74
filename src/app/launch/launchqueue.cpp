#include "app/launch/launchqueue.h"

#include <utility>

namespace hekim {

bool namesDoctor(const LaunchRequest& request)
{
    return request.doctor && request.source != LaunchSource::Url;
}

bool LaunchQueue::add(Waiting added)
{
    LaunchRequest& request = added.request;
    const bool isLink = request.source == LaunchSource::Url;
    const auto isReplaced = [&](const Waiting& waiting) {
        const bool isLinkToo = waiting.request.source == LaunchSource::Url;
        if (isLink || isLinkToo)
            return isLink && isLinkToo;
        return request.patient && waiting.request.patient == request.patient &&
               waiting.request.doctor == request.doctor && waiting.beingLetIn == added.beingLetIn;
    };
    // One patient is opened once; the images that were asked for stay asked for.
    QStringList studies;
    for (const Waiting& waiting : std::as_const(m_waiting)) {
        if (!isLink && isReplaced(waiting))
            studies += waiting.request.accessions;
    }
    request.accessions = studies + request.accessions;
    request.accessions.removeDuplicates();
    m_waiting.removeIf(isReplaced);
    if (isFull())
        return false;
    m_waiting.append(added);
    return true;
}

QList<LaunchQueue::Waiting> LaunchQueue::take()
{
    dropExpired();
    return std::exchange(m_waiting, {});
}

int LaunchQueue::dropExpired()
{
    return static_cast<int>(
        m_waiting.removeIf([this](const Waiting& waiting) { return isExpired(waiting); }));
}

// By the time of day, which goes on while the computer sleeps. One that was set back ends the wait.
bool LaunchQueue::isExpired(const Waiting& waiting) const
{
    const std::chrono::milliseconds waited(waiting.came.msecsTo(QDateTime::currentDateTimeUtc()));
    return waited < std::chrono::milliseconds(0) || waited >= m_wait;
}

int LaunchQueue::dropOfSessions()
{
    return static_cast<int>(m_waiting.removeIf([](const Waiting& waiting) {
        return waiting.session != SessionId::None && !namesDoctor(waiting.request);
    }));
}

} // namespace hekim
