#include "training/erapor/reportpdfendpoint.h"

namespace hekim::training {

using namespace Qt::StringLiterals;

ReportPdfEndpoint::ReportPdfEndpoint(const PageAccess& access, const ReportBook& reports, const Pages& pages)
    : m_access(access), m_reports(reports), m_pages(pages)
{
}

Reply ReportPdfEndpoint::answer(const Request& request) const
{
    const auto visitor = m_access.enter(request);
    if (!visitor) {
        return visitor.error();
    }
    const auto given = Parameters::read(request.query, {u"report"_s}, Parameters::Names::Exact);
    if (!given) {
        return m_pages.refusal(400, u"İstek anlaşılamadı"_s, given.error(),
                               u"Raporlarınızın listesine dönün."_s);
    }
    const auto report = m_reports.find(visitor->doctor, given->value(u"report"_s));
    if (!report) {
        return m_pages.refusal(404, u"Rapor bulunamadı"_s, u"Bu numarada bir raporunuz yok."_s,
                               u"Rapor silinmiş olabilir; raporlarınızın listesine dönün."_s);
    }
    return {200,
            "application/pdf",
            m_pdf.made(*report),
            {{"Content-Disposition", "inline; filename=\"rapor-" + report->number.toLatin1() + ".pdf\""},
             {"Content-Security-Policy", "frame-ancestors 'self'"},
             {"X-Frame-Options", "SAMEORIGIN"}}};
}

} // namespace hekim::training
