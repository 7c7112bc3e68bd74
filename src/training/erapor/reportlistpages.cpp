#include "core/settings/training.h"
#include "training/erapor/reportbook.h"
#include "training/http/addresses.h"
#include "training/pages/people.h"
#include "training/pages/wording.h"
#include "training/services.h"

namespace hekim::training {

using namespace Qt::StringLiterals;

namespace {

Html row(const Report& report)
{
    const auto signature =
        u"%1:imzala?rapor=%2"_s.arg(QStringView(signatureScheme).toString(), report.number);
    const bool isSigned = report.signedAt.has_value();
    return filled(u"doctorindexrow.html"_s,
                  {{u"number"_s, report.number},
                   {u"patientNumber"_s, report.patient},
                   {u"reference"_s, report.reference},
                   {u"patient"_s, nameOf(report.patient)},
                   {u"created"_s, momentText(report.created)},
                   {u"state"_s, isSigned ? u"İmzalı"_s : u"İmza bekliyor"_s},
                   {u"stateClass"_s, isSigned ? u"signed"_s : u"unsigned"_s},
                   {u"sign"_s, isSigned ? Html()
                                        : filled(u"signbutton.html"_s, {{u"number"_s, report.number},
                                                                        {u"signature"_s, signature}})}});
}

Reply show(const Visit& visit, const ReportBook& reports)
{
    const auto own = reports.ofDoctor(visit.doctor);
    Html rows;
    for (const auto& report : own)
        rows += row(report);
    return visit.page(200, u"Tarafımdan Verilmiş Raporlar"_s,
                      own.isEmpty() ? filled(u"noreports.html"_s)
                                    : filled(u"doctorindex.html"_s,
                                             {{u"rows"_s, rows}, {u"count"_s, QString::number(own.size())}}),
                      visit.takeNotice());
}

/// The preview behind Görüntüle, shown inside the page.
Reply preview(const Visit& visit, const ReportBook& reports)
{
    const auto report = reports.find(visit.doctor, visit.given.value(u"report"_s));
    const auto patient = IdentityNumber::parse(report ? report->patient : QString(), u"patient"_s);
    if (!report || !patient)
        return refusalPage(404, u"Rapor bulunamadı"_s, u"Bu numarada bir raporunuz yok."_s,
                           u"Rapor silinmiş olabilir; raporlarınızın listesine dönün."_s);
    const auto citizen = citizenOf(*patient);
    const auto sheet = filled(
        u"reportsheet.html"_s,
        {{u"number"_s, report->number},
         {u"reference"_s, report->reference},
         {u"created"_s, momentText(report->created)},
         {u"patientNumber"_s, patient->grouped()},
         {u"name"_s, citizen.name},
         {u"father"_s, citizen.fatherName},
         {u"birth"_s, dateText(citizen.birthDate)},
         {u"sex"_s, citizen.sex},
         {u"address"_s, citizen.address},
         {u"telephone"_s, report->text.telephone},
         {u"institution"_s, report->text.institution},
         {u"duty"_s, report->text.duty},
         {u"reason"_s, reasonText(report->text.reason)},
         {u"decision"_s, report->text.decision},
         {u"doctor"_s, doctorName(report->doctor)},
         {u"title"_s, doctorTitle(report->doctor)},
         {u"signature"_s, report->signedAt ? u"Eğitimde imzalandı: %1"_s.arg(momentText(*report->signedAt))
                                           : u"Henüz imzalanmadı"_s}});
    return pdf(u"EĞİTİM – Rapor %1"_s.arg(report->number), sheet, "inline",
               "rapor-" + report->number.toLatin1() + ".pdf");
}

} // namespace

void addReportList(Router& router, const PageAccess& access, ReportBook& reports)
{
    const auto backToList = u"Raporlarınızın listesine dönün."_s;
    router.add(address::doctorIndex, "GET", Area::Pages,
               access.entry(u"authorization"_s, {},
                            [&reports](const Visit& visit) { return show(visit, reports); }));
    router.add(
        address::reportPdf, "GET", Area::Pages,
        access.inside(
            {u"report"_s}, [&reports](const Visit& visit) { return preview(visit, reports); }, backToList));
    // A button's form: does it and goes back to the list with a sentence.
    const auto addButton = [&](QStringView path, bool (ReportBook::*action)(const QString&, const QString&),
                               const QString& done, const QString& notDone) {
        router.add(path, "POST", Area::Pages,
                   access.inside(
                       {u"report"_s},
                       [&reports, backToList, action, done, notDone](const Visit& visit) {
                           const auto number = visit.given.value(u"report"_s);
                           if (number.isEmpty())
                               return badRequest(u"Parametre eksik: report"_s, backToList);
                           const bool did = (reports.*action)(visit.doctor, number);
                           visit.leaveNotice((did ? done : notDone).arg(number));
                           return seeOther(visit.request, address::doctorIndex.toString());
                       },
                       backToList));
    };
    addButton(address::signReport, &ReportBook::sign, u"%1 numaralı rapor imzalandı olarak işaretlendi."_s,
              u"%1 numaralı rapor imzalanamadı: rapor yok ya da imzalanmış."_s);
    addButton(address::deleteReport, &ReportBook::remove, u"%1 numaralı rapor silindi."_s,
              u"%1 numaralı rapor silinemedi: böyle bir raporunuz yok."_s);
}

} // namespace hekim::training
