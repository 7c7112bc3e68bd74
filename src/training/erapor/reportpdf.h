#pragma once

#include "training/erapor/reportbook.h"
#include "training/pages/pagetemplate.h"
#include "training/pages/people.h"

namespace hekim::training {

/// A report as a PDF document of one or more A4 pages.
class ReportPdf
{
public:
    [[nodiscard]] QByteArray made(const Report& report) const;

private:
    People m_people;
    PageTemplate m_sheet{QStringLiteral("reportsheet.html")};
};

} // namespace hekim::training
