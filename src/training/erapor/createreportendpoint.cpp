#include "training/erapor/createreportendpoint.h"

#include "core/launch/reason.h"
#include "training/http/addresses.h"
#include "training/pages/wording.h"

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
    if (!reason.isEmpty()) {
        query.addQueryItem(u"Reason"_s, reason);
    }
    return address::createReport.toString() + u'?' + query.toString(QUrl::FullyEncoded);
}

} // namespace

CreateReportEndpoint::CreateReportEndpoint(const PageAccess& access, ReportBook& reports, const Pages& pages)
    : m_access(access), m_reports(reports), m_pages(pages)
{
}

Reply CreateReportEndpoint::show(const Request& request) const
{
    const auto given = Parameters::read(request.query, {u"Authorization"_s, u"patientId"_s, u"Reason"_s},
                                        Parameters::Names::AnyCase);
    if (!given) {
        return m_pages.badRequest(given.error());
    }
    const auto visitor = m_access.enter(request, given->find(u"Authorization"_s));
    if (!visitor) {
        return visitor.error();
    }
    const auto reason = reasonNumber(given->value(u"Reason"_s));
    if (given->has(u"Reason"_s) && !reason) {
        return m_pages.badRequest(u"Veriliş nedeni (Reason) 0, 1, 2 ya da 3 olmalı."_s);
    }
    if (!given->has(u"patientId"_s)) {
        return askForPatient(*visitor, 200, {}, {}, given->value(u"Reason"_s));
    }
    const auto patient = IdentityNumber::parse(given->value(u"patientId"_s), u"patientId"_s);
    if (const auto fault = faultOf(patient); !fault.isEmpty()) {
        return m_pages.badRequest(u"Hastanın kimlik numarası (patientId) okunamadı. %1"_s.arg(fault));
    }
    return formPage(*visitor, 200, *patient, ReportForm(reason), QString::fromLatin1(randomKey()));
}

Reply CreateReportEndpoint::save(const Request& request) const
{
    const auto visitor = m_access.enter(request);
    if (!visitor) {
        return visitor.error();
    }
    const auto sent =
        Parameters::read(request.body, ReportForm::fieldNames() + QStringList{u"patientId"_s, u"key"_s},
                         Parameters::Names::Exact);
    if (!sent) {
        return m_pages.badRequest(sent.error());
    }
    const auto patient = IdentityNumber::parse(sent->value(u"patientId"_s), u"patientId"_s);
    if (!faultOf(patient).isEmpty() || sent->value(u"key"_s).isEmpty()) {
        return m_pages.badRequest(u"Form eksik gönderildi."_s);
    }
    const ReportForm form(*sent);
    if (!form.isValid()) {
        return formPage(*visitor, 422, *patient, form, sent->value(u"key"_s));
    }
    const auto report = m_reports.add(visitor->doctor, patient->digits(), form.text(), sent->value(u"key"_s));
    return Pages::seeOther(request, u"%1?report=%2"_s.arg(address::savedReport.toString(), report.number));
}

Reply CreateReportEndpoint::choosePatient(const Request& request) const
{
    const auto visitor = m_access.enter(request);
    if (!visitor) {
        return visitor.error();
    }
    const auto sent = Parameters::read(request.body, {u"patientId"_s, u"reason"_s}, Parameters::Names::Exact);
    if (!sent) {
        return m_pages.badRequest(sent.error());
    }
    const auto reason = sent->value(u"reason"_s);
    if (!reason.isEmpty() && !reasonNumber(reason)) {
        return m_pages.badRequest(u"Veriliş nedeni 0, 1, 2 ya da 3 olmalı."_s);
    }
    // Pasted numbers come with blanks and dots; other characters are told, not dropped.
    const auto typed = sent->value(u"patientId"_s).trimmed();
    auto digits = typed;
    digits.remove(u' ').remove(u'.');
    const auto patient = IdentityNumber::parse(digits, u"patientId"_s);
    if (const auto fault = faultOf(patient); !fault.isEmpty()) {
        return askForPatient(*visitor, 422, typed, fault, reason);
    }
    return Pages::seeOther(request, formAddress(patient->digits(), reason));
}

Reply CreateReportEndpoint::showSaved(const Request& request) const
{
    const auto visitor = m_access.enter(request);
    if (!visitor) {
        return visitor.error();
    }
    const auto given = Parameters::read(request.query, {u"report"_s}, Parameters::Names::Exact);
    if (!given) {
        return m_pages.badRequest(given.error());
    }
    const auto report = m_reports.find(visitor->doctor, given->value(u"report"_s));
    if (!report) {
        return m_pages.refusal(404, u"Rapor bulunamadı"_s, u"Bu numarada bir raporunuz yok."_s,
                               u"Rapor silinmiş olabilir; raporlarınızın listesine bakın."_s);
    }
    const auto patient = IdentityNumber::parse(report->patient, u"patientId"_s);
    const auto body = m_saved.filled({{u"number"_s, report->number},
                                      {u"reference"_s, report->reference},
                                      {u"patient"_s, patient ? m_people.citizen(*patient).name : QString()},
                                      {u"reason"_s, reasonText(report->text.reason)},
                                      {u"created"_s, momentText(report->created)}});
    return m_pages.page(200, {u"Rapor kaydedildi"_s, m_access.describe(visitor->doctor), {}}, body);
}

Reply CreateReportEndpoint::askForPatient(const PageAccess::Visitor& visitor, int status,
                                          const QString& typed, const QString& fault,
                                          const QString& reason) const
{
    const auto body = m_choose.filled(
        {{u"typed"_s, typed},
         {u"reason"_s, reason},
         {u"invalid"_s, fault.isEmpty() ? u"false"_s : u"true"_s},
         {u"fault"_s,
          fault.isEmpty() ? Html() : m_fault.filled({{u"field"_s, u"patientId"_s}, {u"fault"_s, fault}})}});
    auto reply = m_pages.page(status, {u"Yeni rapor"_s, m_access.describe(visitor.doctor), {}}, body);
    visitor.greet(reply);
    return reply;
}

Reply CreateReportEndpoint::formPage(const PageAccess::Visitor& visitor, int status,
                                     const IdentityNumber& patient, const ReportForm& form,
                                     const QString& key) const
{
    const auto citizen = m_people.citizen(patient);
    Html options;
    const auto reasons = allReasons();
    for (const auto reason : reasons) {
        const auto number = QString::number(static_cast<int>(reason));
        options +=
            m_option.filled({{u"value"_s, number},
                             {u"state"_s, number == form.typed(u"reason"_s) ? u"selected"_s : QString()},
                             {u"text"_s, reasonText(static_cast<int>(reason))}});
    }
    PageTemplate::Values values{{u"number"_s, citizen.number},
                                {u"grouped"_s, patient.grouped()},
                                {u"name"_s, citizen.name},
                                {u"father"_s, citizen.fatherName},
                                {u"birth"_s, dateText(citizen.birthDate)},
                                {u"sex"_s, citizen.sex},
                                {u"address"_s, citizen.address},
                                {u"past"_s, pastReports(citizen.number)},
                                {u"options"_s, options},
                                {u"key"_s, key},
                                {u"faults"_s, form.isValid() ? Html() : m_faults.filled({})}};
    const auto fields = ReportForm::fieldNames();
    for (const auto& field : fields) {
        const auto fault = form.fault(field);
        values.insert(field, form.typed(field));
        values.insert(field + u"Invalid"_s, fault.isEmpty() ? u"false"_s : u"true"_s);
        values.insert(field + u"Fault"_s,
                      fault.isEmpty() ? Html() : m_fault.filled({{u"field"_s, field}, {u"fault"_s, fault}}));
    }
    auto reply =
        m_pages.page(status, {u"Durum Bildirir Tek Hekim Raporu"_s, m_access.describe(visitor.doctor), {}},
                     m_form.filled(values));
    visitor.greet(reply);
    return reply;
}

Html CreateReportEndpoint::pastReports(const QString& patient) const
{
    const auto reports = m_reports.ofPatient(patient);
    if (reports.isEmpty()) {
        return m_noPast.filled({});
    }
    Html rows;
    for (const auto& report : reports) {
        rows += m_pastRow.filled({{u"number"_s, report.number},
                                  {u"created"_s, momentText(report.created)},
                                  {u"reason"_s, reasonText(report.text.reason)},
                                  {u"doctor"_s, m_people.doctorName(report.doctor)},
                                  {u"decision"_s, report.text.decision}});
    }
    return m_past.filled({{u"rows"_s, rows}, {u"count"_s, QString::number(reports.size())}});
}

} // namespace hekim::training
