#include "training/erapor/doctorindexendpoint.h"

#include "core/settings/training.h"
#include "training/http/addresses.h"
#include "training/pages/wording.h"

namespace hekim::training {

using namespace Qt::StringLiterals;

DoctorIndexEndpoint::DoctorIndexEndpoint(const PageAccess& access, SessionBook& sessions, ReportBook& reports,
                                         const Pages& pages)
    : m_access(access), m_sessions(sessions), m_reports(reports), m_pages(pages)
{
}

Reply DoctorIndexEndpoint::show(const Request& request) const
{
    const auto given = Parameters::read(request.query, {u"authorization"_s}, Parameters::Names::AnyCase);
    if (!given) {
        return m_pages.badRequest(given.error());
    }
    const auto visitor = m_access.enter(request, given->find(u"authorization"_s));
    if (!visitor) {
        return visitor.error();
    }
    auto reply = m_pages.page(200,
                              {u"Tarafımdan Verilmiş Raporlar"_s, m_access.describe(visitor->doctor),
                               m_sessions.takeNotice(visitor->session)},
                              list(visitor->doctor));
    visitor->greet(reply);
    return reply;
}

Reply DoctorIndexEndpoint::sign(const Request& request) const
{
    return act(request, &ReportBook::sign, u"%1 numaralı rapor imzalandı olarak işaretlendi."_s,
               u"%1 numaralı rapor imzalanamadı: rapor yok ya da imzalanmış."_s);
}

Reply DoctorIndexEndpoint::remove(const Request& request) const
{
    return act(request, &ReportBook::remove, u"%1 numaralı rapor silindi."_s,
               u"%1 numaralı rapor silinemedi: böyle bir raporunuz yok."_s);
}

Reply DoctorIndexEndpoint::act(const Request& request,
                               bool (ReportBook::*action)(const QString&, const QString&),
                               const QString& done, const QString& notDone) const
{
    const auto visitor = m_access.enter(request);
    if (!visitor) {
        return visitor.error();
    }
    const auto sent = Parameters::read(request.body, {u"report"_s}, Parameters::Names::Exact);
    if (!sent || sent->value(u"report"_s).isEmpty()) {
        return m_pages.refusal(400, u"İstek anlaşılamadı"_s,
                               sent ? u"Parametre eksik: report"_s : sent.error(),
                               u"Raporlarınızın listesine dönün."_s);
    }
    const auto number = sent->value(u"report"_s);
    const bool did = (m_reports.*action)(visitor->doctor, number);
    m_sessions.leaveNotice(visitor->session, (did ? done : notDone).arg(number));
    return Pages::seeOther(request, address::doctorIndex.toString());
}

Html DoctorIndexEndpoint::list(const QString& doctor) const
{
    const auto reports = m_reports.ofDoctor(doctor);
    if (reports.isEmpty()) {
        return m_empty.filled({});
    }
    Html rows;
    for (const auto& report : reports) {
        rows += row(report);
    }
    return m_list.filled({{u"rows"_s, rows}, {u"count"_s, QString::number(reports.size())}});
}

Html DoctorIndexEndpoint::row(const Report& report) const
{
    const auto patient = IdentityNumber::parse(report.patient, u"patient"_s);
    const auto signature =
        u"%1:imzala?rapor=%2"_s.arg(QStringView(signatureScheme).toString(), report.number);
    const bool isSigned = report.signedAt.has_value();
    return m_row.filled({{u"number"_s, report.number},
                         {u"patientNumber"_s, report.patient},
                         {u"reference"_s, report.reference},
                         {u"patient"_s, patient ? m_people.citizen(*patient).name : QString()},
                         {u"created"_s, momentText(report.created)},
                         {u"state"_s, isSigned ? u"İmzalı"_s : u"İmza bekliyor"_s},
                         {u"stateClass"_s, isSigned ? u"signed"_s : u"unsigned"_s},
                         {u"sign"_s, isSigned ? Html()
                                              : m_signButton.filled({{u"number"_s, report.number},
                                                                     {u"signature"_s, signature}})}});
}

} // namespace hekim::training
