#include "training/erapor/reportpdf.h"

#include "training/pages/sheetpdf.h"
#include "training/pages/wording.h"

namespace hekim::training {

using namespace Qt::StringLiterals;

QByteArray ReportPdf::made(const Report& report) const
{
    const auto patient = IdentityNumber::parse(report.patient, u"patient"_s);
    if (!patient) {
        return {};
    }
    const auto citizen = m_people.citizen(*patient);
    const auto sheet = m_sheet.filled(
        {{u"number"_s, report.number},
         {u"reference"_s, report.reference},
         {u"created"_s, momentText(report.created)},
         {u"patientNumber"_s, patient->grouped()},
         {u"name"_s, citizen.name},
         {u"father"_s, citizen.fatherName},
         {u"birth"_s, dateText(citizen.birthDate)},
         {u"sex"_s, citizen.sex},
         {u"address"_s, citizen.address},
         {u"telephone"_s, report.text.telephone},
         {u"institution"_s, report.text.institution},
         {u"duty"_s, report.text.duty},
         {u"reason"_s, reasonText(report.text.reason)},
         {u"decision"_s, report.text.decision},
         {u"doctor"_s, m_people.doctorName(report.doctor)},
         {u"title"_s, m_people.doctorTitle(report.doctor)},
         {u"signature"_s, report.signedAt ? u"Eğitimde imzalandı: %1"_s.arg(momentText(*report.signedAt))
                                          : u"Henüz imzalanmadı"_s}});

    return sheetPdf(u"EĞİTİM – Rapor %1"_s.arg(report.number), sheet);
}

} // namespace hekim::training
