#pragma once

#include <QByteArray>

namespace hekim {

/// An input as a service's answer: the first byte chooses the status, the rest is the body.
struct FuzzedReply
{
    int status = 0;
    /// Chosen by the same byte, for readers that have two ways.
    bool other = false;
    QByteArray body;
};

inline FuzzedReply fuzzedReply(const unsigned char* data, size_t size)
{
    constexpr int statuses[] = {200, 201, 204, 302, 400, 401, 403, 404, 429, 500, 503};
    if (size == 0)
        return {statuses[0], false, {}};
    return {statuses[data[0] % std::size(statuses)], data[0] >= 128,
            QByteArray(reinterpret_cast<const char*>(data + 1), static_cast<qsizetype>(size - 1))};
}

} // namespace hekim
