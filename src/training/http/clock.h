#pragma once

#include <QDateTime>

#include <functional>

namespace hekim::training {

/// Where the time comes from (UTC), so that expiry can be tried without waiting.
using Clock = std::function<QDateTime()>;

} // namespace hekim::training
