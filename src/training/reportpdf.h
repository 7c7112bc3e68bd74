#pragma once

#include "training/pagetemplate.h"
#include "training/people.h"
#include "training/reportbook.h"

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
