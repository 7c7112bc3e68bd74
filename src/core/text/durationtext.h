#pragma once

#include <QString>

#include <chrono>

namespace hekim {

/// How long in words, by its two largest units: "1 year 3 days", "2 hours", "5 minutes".
QString durationText(std::chrono::minutes duration);

} // namespace hekim
