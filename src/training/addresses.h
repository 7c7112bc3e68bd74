#pragma once

#include <QStringView>

namespace hekim::training::address {

// Guide 000, sections 4 and 5.
inline constexpr QStringView token = u"/AuthApi/connect/token";
inline constexpr QStringView createReport = u"/healthstatusweb/singledoctor/createreport";
inline constexpr QStringView doctorIndex = u"/healthstatusweb/singledoctor/doctorindex";
inline constexpr QStringView pastReports = u"/externalapi/api/Hbys/HastaninDurumBildirirRaporlari";

// Where the pages' own buttons lead; not in the guide.
inline constexpr QStringView choosePatient = u"/healthstatusweb/singledoctor/choosepatient";
inline constexpr QStringView savedReport = u"/healthstatusweb/singledoctor/savedreport";
inline constexpr QStringView reportPdf = u"/healthstatusweb/singledoctor/reportpdf";
inline constexpr QStringView signReport = u"/healthstatusweb/singledoctor/signreport";
inline constexpr QStringView deleteReport = u"/healthstatusweb/singledoctor/deletereport";
inline constexpr QStringView content = u"/healthstatusweb/content/";

inline constexpr QStringView misbehave = u"/training/misbehave";
inline constexpr QStringView welcome = u"/";

} // namespace hekim::training::address
