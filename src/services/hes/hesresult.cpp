#include "services/hes/hesresult.h"

namespace hekim {

HesRisk hesRiskFromStatus(QStringView status)
{
    if (status == u"RISKY")
        return HesRisk::Risky;
    return status == u"RISKLESS" ? HesRisk::Riskless : HesRisk::Unknown;
}

bool isOver(const HesResult& result, const QDateTime& now)
{
    return result.outcome == HesResult::Outcome::Expired ||
           (result.outcome == HesResult::Outcome::Found && result.expiresAt.isValid() &&
            result.expiresAt <= now);
}

} // namespace hekim
