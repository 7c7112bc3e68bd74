#include "core/launch/reason.h"
#include "training/erapor/reportform.h"
#include "training/http/addresses.h"
#include "training/pages/people.h"
#include "training/pages/wording.h"
#include "training/services.h"

#include <QUrlQuery>

namespace hekim::training {

using namespace Qt::StringLiterals;

namespace {

/// Why a number cannot be a patient's, in words; empty if it can.
QString faultOf(const Result<IdentityNumber>& number)
{
    if (number) {
        return number->checksumHolds()
                   ? QString()
                   : u"Bu numara geçerli bir T.C. kimlik numarası değil; rakamları denetleyin."_s;
    }
    switch (number.error().fault) {
    case InputFault::Empty:
        return u"Kimlik numarasını yazın."_s;
    case InputFault::NotDigits:
        return u"Kimlik numarası yalnızca rakamlardan oluşur."_s;
    case InputFault::WrongStart:
        return u"Kimlik numarası 0 ile başlamaz."_s;
    default:
        return u"Kimlik numarası 11 rakam olmalı."_s;
    }
}

QString formAddress(const QString& patient, const QString& reason)
{
    QUrlQuery query;
    query.addQueryItem(u"patientId"_s, patient);
    if (!reason.isEmpty())
        query.addQueryItem(u"Reason"_s, reason);
    return address::createReport.toString() + u'?' + query.toString(QUrl::FullyEncoded);
}

QString truth(bool value)
{
    return value ? u"true"_s : u"false"_s;
}

Html faultLine(const QString& field, const QString& fault)
{
    return fault.isEmpty() ? Html() : filled(u"fault.html"_s, {{u"field"_s, field}, {u"fault"_s, fault}});
}

Reply askForPatient(const Visit& visit, int status, const QString& typed, const QString& fault,
                    const QString& reason)
{
    return visit.page(status, u"Yeni rapor"_s,
                      filled(u"choosepatient.html"_s, {{u"typed"_s, typed},
                                                       {u"reason"_s, reason},
                                                       {u"invalid"_s, truth(!fault.isEmpty())},
                                                       {u"fault"_s, faultLine(u"patientId"_s, fault)}}));
}

Html pastReports(const QList<Report>& reports)
{
    if (reports.isEmpty())
        return filled(u"nopastreports.html"_s);
    Html rows;
    for (const auto& report : reports) {
        rows += filled(u"pastreportrow.html"_s, {{u"number"_s, report.number},
                                                 {u"created"_s, momentText(report.created)},
                                                 {u"reason"_s, reasonText(report.text.reason)},
                                                 {u"doctor"_s, doctorName(report.doctor)},
                                                 {u"decision"_s, report.text.decision}});
    }
    return filled(u"pastreports.html"_s, {{u"rows"_s, rows}, {u"count"_s, QString::number(reports.size())}});
}

Reply formPage(const Visit& visit, int status, const IdentityNumber& patient, const ReportForm& form,
               const QString& key, const ReportBook& reports)
{
    Html options;
    const auto reasons = allReasons();
    for (const auto reason : reasons) {
        const auto number = QString::number(static_cast<int>(reason));
        options += filled(u"reasonoption.html"_s,
                          {{u"value"_s, number},
                           {u"state"_s, number == form.typed(u"reason"_s) ? u"selected"_s : QString()},
                           {u"text"_s, reasonText(static_cast<int>(reason))}});
    }
    const auto citizen = citizenOf(patient);
    Values values{{u"number"_s, citizen.number},
                  {u"grouped"_s, patient.grouped()},
                  {u"name"_s, citizen.name},
                  {u"father"_s, citizen.fatherName},
                  {u"birth"_s, dateText(citizen.birthDate)},
                  {u"sex"_s, citizen.sex},
                  {u"address"_s, citizen.address},
                  {u"past"_s, pastReports(reports.ofPatient(citizen.number))},
                  {u"options"_s, options},
                  {u"key"_s, key},
                  {u"faults"_s, form.isValid() ? Html() : filled(u"faults.html"_s)}};
    const auto fields = ReportForm::fieldNames();
    for (const auto& field : fields) {
        const auto fault = form.fault(field);
        values.insert(field, form.typed(field));
        values.insert(field + u"Invalid"_s, truth(!fault.isEmpty()));
        values.insert(field + u"Fault"_s, faultLine(field, fault));
    }
    return visit.page(status, u"Durum Bildirir Tek Hekim Raporu"_s, filled(u"createreport.html"_s, values));
}

Reply show(const Visit& visit, const ReportBook& reports)
{
    const auto& given = visit.given;
    const auto reason = reasonNumber(given.value(u"Reason"_s));
    if (given.has(u"Reason"_s) && !reason)
        return badRequest(u"Veriliş nedeni (Reason) 0, 1, 2 ya da 3 olmalı."_s);
    if (!given.has(u"patientId"_s))
        return askForPatient(visit, 200, {}, {}, given.value(u"Reason"_s));
    const auto patient = IdentityNumber::parse(given.value(u"patientId"_s), u"patientId"_s);
    if (const auto fault = faultOf(patient); !fault.isEmpty())
        return badRequest(u"Hastanın kimlik numarası (patientId) okunamadı. %1"_s.arg(fault));
    return formPage(visit, 200, *patient, ReportForm(reason), QString::fromLatin1(randomKey()), reports);
}

Reply save(const Visit& visit, ReportBook& reports)
{
    const auto patient = IdentityNumber::parse(visit.given.value(u"patientId"_s), u"patientId"_s);
    const auto key = visit.given.value(u"key"_s);
    if (!faultOf(patient).isEmpty() || key.isEmpty())
        return badRequest(u"Form eksik gönderildi."_s);
    const ReportForm form(visit.given);
    if (!form.isValid())
        return formPage(visit, 422, *patient, form, key, reports);
    const auto report = reports.add(visit.doctor, patient->digits(), form.text(), key);
    return seeOther(visit.request, u"%1?report=%2"_s.arg(address::savedReport.toString(), report.number));
}

/// The number typed into the empty form.
Reply choosePatient(const Visit& visit)
{
    const auto reason = visit.given.value(u"reason"_s);
    if (!reason.isEmpty() && !reasonNumber(reason))
        return badRequest(u"Veriliş nedeni 0, 1, 2 ya da 3 olmalı."_s);
    // Pasted numbers come with blanks and dots; other characters are told, not dropped.
    const auto typed = visit.given.value(u"patientId"_s).trimmed();
    auto digits = typed;
    digits.remove(u' ').remove(u'.');
    const auto patient = IdentityNumber::parse(digits, u"patientId"_s);
    if (const auto fault = faultOf(patient); !fault.isEmpty())
        return askForPatient(visit, 422, typed, fault, reason);
    return seeOther(visit.request, formAddress(patient->digits(), reason));
}

/// What is said after a save.
Reply showSaved(const Visit& visit, const ReportBook& reports)
{
    const auto report = reports.find(visit.doctor, visit.given.value(u"report"_s));
    if (!report)
        return refusalPage(404, u"Rapor bulunamadı"_s, u"Bu numarada bir raporunuz yok."_s,
                           u"Rapor silinmiş olabilir; raporlarınızın listesine bakın."_s);
    return visit.page(200, u"Rapor kaydedildi"_s,
                      filled(u"savedreport.html"_s, {{u"number"_s, report->number},
                                                     {u"reference"_s, report->reference},
                                                     {u"patient"_s, nameOf(report->patient)},
                                                     {u"reason"_s, reasonText(report->text.reason)},
                                                     {u"created"_s, momentText(report->created)}}));
}

} // namespace

void addReportForm(Router& router, const PageAccess& access, ReportBook& reports)
{
    router.add(address::createReport, "GET", Area::Pages,
               access.entry(u"Authorization"_s, {u"patientId"_s, u"Reason"_s},
                            [&reports](const Visit& visit) { return show(visit, reports); }));
    router.add(address::createReport, "POST", Area::Pages,
               access.inside(ReportForm::fieldNames() + QStringList{u"patientId"_s, u"key"_s},
                             [&reports](const Visit& visit) { return save(visit, reports); }));
    router.add(address::choosePatient, "POST", Area::Pages,
               access.inside({u"patientId"_s, u"reason"_s}, choosePatient));
    router.add(
        address::savedReport, "GET", Area::Pages,
        access.inside({u"report"_s}, [&reports](const Visit& visit) { return showSaved(visit, reports); }));
}

} // namespace hekim::training
