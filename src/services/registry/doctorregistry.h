#pragma once

#include "core/call/callhandle.h"
#include "core/identity/identitynumber.h"

#include <QObject>

#include <functional>
#include <optional>

namespace hekim {

/// What guide 003 wants to be known before a professional serves through a facility.
struct DoctorRegistryAnswer
{
    bool facilityMayServe = false;
    std::optional<bool> mayPractise = {};   ///< none: no professional was asked for
    std::optional<bool> hasPermitHere = {}; ///< none: no professional was asked for
};

/// The ÇKYS Doktor Bilgi Bankası (guide 003, "Test Kontrol").
class DoctorRegistry
{
public:
    virtual ~DoctorRegistry() = default;

    /// `facility` is the ÇKYS code; without a doctor only the facility is asked for.
    virtual CallHandle ask(const QString& facility, const std::optional<IdentityNumber>& doctor,
                           QObject* context, std::function<void(Result<DoctorRegistryAnswer>)> done) = 0;
};

/// No guide publishes address or contract of that service: the caller is told so.
class UnpublishedDoctorRegistry : public DoctorRegistry
{
public:
    CallHandle ask(const QString& facility, const std::optional<IdentityNumber>& doctor, QObject* context,
                   std::function<void(Result<DoctorRegistryAnswer>)> done) override;
};

} // namespace hekim
