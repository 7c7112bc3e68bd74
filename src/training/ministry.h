#pragma once

#include "training/erapor/createreportendpoint.h"
#include "training/erapor/doctorindexendpoint.h"
#include "training/erapor/pastreportsendpoint.h"
#include "training/erapor/reportpdfendpoint.h"
#include "training/erapor/tokenendpoint.h"
#include "training/faults/misbehaveendpoint.h"
#include "training/hes/hesendpoint.h"
#include "training/http/router.h"
#include "training/pages/welcomeendpoint.h"
#include "training/radiology/imagebook.h"
#include "training/radiology/ognendpoint.h"
#include "training/radiology/postotacendpoint.h"
#include "training/radiology/viewerendpoint.h"
#include "training/tryout/tryout.h"

namespace hekim::training {

/// The ministry's parts and what each of its addresses leads to.
class Ministry
{
public:
    Ministry(const Clock& clock, int tokenLifetimeSeconds);

    [[nodiscard]] const Router& router() const { return m_router; }
    [[nodiscard]] Misbehaviour& misbehaviour() { return m_misbehaviour; }

private:
    void layOut();
    void layOutHes();

    Misbehaviour m_misbehaviour;
    TokenBook m_tokens;
    SessionBook m_sessions;
    ReportBook m_reports;
    ImageBook m_images;
    Pages m_pages;
    PageAccess m_access{m_tokens, m_sessions, m_pages};
    TokenEndpoint m_tokenEndpoint{m_tokens};
    CreateReportEndpoint m_createReport{m_access, m_reports, m_pages};
    DoctorIndexEndpoint m_doctorIndex{m_access, m_sessions, m_reports, m_pages};
    ReportPdfEndpoint m_reportPdf{m_access, m_reports, m_pages};
    PastReportsEndpoint m_pastReports{m_tokens, m_reports};
    Tryout m_tryout{m_access, m_sessions, m_pages};
    OgnEndpoint m_ogn{m_images};
    PostOtacEndpoint m_postOtac{m_images};
    ViewerEndpoint m_viewer{m_images};
    HesEndpoint m_hes;
    MisbehaveEndpoint m_misbehave{m_misbehaviour};
    WelcomeEndpoint m_welcome{m_pages};
    Router m_router{m_pages};
};

} // namespace hekim::training
