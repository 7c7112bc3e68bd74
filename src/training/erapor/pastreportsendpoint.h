#pragma once

#include "training/erapor/reportbook.h"
#include "training/http/http.h"
#include "training/pages/people.h"
#include "training/token/tokenbook.h"

namespace hekim::training {

/// GET /externalapi/api/Hbys/HastaninDurumBildirirRaporlari (guide 000, section 5.3). The guide gives no
/// shape for the reply; this one is an array of objects with everything the report holds.
class PastReportsEndpoint
{
public:
    PastReportsEndpoint(const TokenBook& tokens, const ReportBook& reports);

    [[nodiscard]] Reply answer(const Request& request) const;

private:
    const TokenBook& m_tokens;
    const ReportBook& m_reports;
    People m_people;
};

} // namespace hekim::training
