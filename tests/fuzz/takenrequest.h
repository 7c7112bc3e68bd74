#pragma once

#include "core/launch/launchrequest.h"

#include <cstdlib>

namespace hekim {

/// What holds for every request that was taken, wherever it came from.
inline void check(const LaunchRequest& request, EnvironmentName environment)
{
    const bool needsPatient = request.reason || !request.accessions.isEmpty() ||
                              request.page == LandingPage::History || request.page == LandingPage::Images;
    if (needsPatient && !request.patient)
        std::abort();
    if (environment == EnvironmentName::Live && request.patient && !request.patient->checksumHolds())
        std::abort();
    const auto arrived = launchRequestFromMessage(toJson(request), environment);
    if (!arrived || !(*arrived == request))
        std::abort();
}

} // namespace hekim
