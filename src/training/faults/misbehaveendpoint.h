#pragma once

#include "training/faults/misbehaviour.h"
#include "training/http/http.h"

namespace hekim::training {

/// /training/misbehave: tells the running ministry what to do wrong; without parameters says what it is
/// doing.
class MisbehaveEndpoint
{
public:
    explicit MisbehaveEndpoint(Misbehaviour& misbehaviour);

    [[nodiscard]] Reply answer(const Request& request) const;

private:
    Misbehaviour& m_misbehaviour;
};

} // namespace hekim::training
