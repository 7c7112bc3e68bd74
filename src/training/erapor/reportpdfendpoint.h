#pragma once

#include "training/erapor/reportbook.h"
#include "training/erapor/reportpdf.h"
#include "training/pages/pageaccess.h"

namespace hekim::training {

/// The preview behind Görüntüle: the report as a PDF, shown inside the page.
class ReportPdfEndpoint
{
public:
    ReportPdfEndpoint(const PageAccess& access, const ReportBook& reports, const Pages& pages);

    [[nodiscard]] Reply answer(const Request& request) const;

private:
    const PageAccess& m_access;
    const ReportBook& m_reports;
    const Pages& m_pages;
    ReportPdf m_pdf;
};

} // namespace hekim::training
