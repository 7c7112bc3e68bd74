#pragma once

#include <QStringView>

namespace hekim::training::address {

// Guide 000, sections 4 and 5.
inline constexpr QStringView token = u"/AuthApi/connect/token";
inline constexpr QStringView createReport = u"/healthstatusweb/singledoctor/createreport";
inline constexpr QStringView doctorIndex = u"/healthstatusweb/singledoctor/doctorindex";
inline constexpr QStringView pastReports = u"/externalapi/api/Hbys/HastaninDurumBildirirRaporlari";

// Guide 004, section 5, below the ministry's own base.
inline constexpr QStringView hesVisitor = u"/hes/check-visitor-hes-code";
inline constexpr QStringView hesEmployee = u"/hes/check-employee-hes-code";
inline constexpr QStringView hesBatch = u"/hes/check-hes-codes";
inline constexpr QStringView hesWithDetails = u"/hes/check-hes-code-plus";

// Where the pages' own buttons lead; not in the guide.
inline constexpr QStringView choosePatient = u"/healthstatusweb/singledoctor/choosepatient";
inline constexpr QStringView savedReport = u"/healthstatusweb/singledoctor/savedreport";
inline constexpr QStringView reportPdf = u"/healthstatusweb/singledoctor/reportpdf";
inline constexpr QStringView signReport = u"/healthstatusweb/singledoctor/signreport";
inline constexpr QStringView deleteReport = u"/healthstatusweb/singledoctor/deletereport";
inline constexpr QStringView content = u"/healthstatusweb/content/";

// The page on which everything that a page can do can be tried.
inline constexpr QStringView tryout = u"/healthstatusweb/singledoctor/tryout";
inline constexpr QStringView tryoutWindow = u"/healthstatusweb/singledoctor/tryoutwindow";
inline constexpr QStringView tryoutPdf = u"/healthstatusweb/singledoctor/tryoutpdf";
inline constexpr QStringView tryoutFile = u"/healthstatusweb/singledoctor/tryoutfile";
inline constexpr QStringView tryoutProtected = u"/healthstatusweb/singledoctor/tryoutprotected";
inline constexpr QStringView tryoutStep = u"/healthstatusweb/singledoctor/tryoutstep";
inline constexpr QStringView tryoutNext = u"/healthstatusweb/singledoctor/tryoutnext";
inline constexpr QStringView tryoutEnd = u"/healthstatusweb/singledoctor/tryoutend";
inline constexpr QStringView login = u"/healthstatusweb/giris";

// Guide 002.
inline constexpr QStringView ognToken = u"/connect/token";
inline constexpr QStringView postOtac = u"/integrationapi/postOTAC";
inline constexpr QStringView viewer = u"/viewer/";
inline constexpr QStringView viewerStudy = u"/viewer/study"; // of the viewer's own; not in the guide

inline constexpr QStringView misbehave = u"/training/misbehave";
inline constexpr QStringView welcome = u"/";

} // namespace hekim::training::address
