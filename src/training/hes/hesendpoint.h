#pragma once

#include "training/http/clock.h"
#include "training/http/http.h"

class QJsonObject;

namespace hekim::training {

/// The HES query services (guide 004, section 5): Basic authentication, application/json, exactly the members
/// that the guide has. Which codes there are is in core/settings/training.h; every other one is not found.
class HesEndpoint
{
public:
    explicit HesEndpoint(Clock clock);

    [[nodiscard]] Reply visitor(const Request& request) const;
    [[nodiscard]] Reply employee(const Request& request) const;
    [[nodiscard]] Reply withDetails(const Request& request) const;
    [[nodiscard]] Reply batch(const Request& request) const;

private:
    [[nodiscard]] Reply single(const Request& request, bool details) const;
    [[nodiscard]] Reply answerFor(const QString& code, bool details) const;
    [[nodiscard]] QJsonObject person(const QString& code, bool details) const;

    Clock m_clock;
};

} // namespace hekim::training
