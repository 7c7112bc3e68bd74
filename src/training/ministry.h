#pragma once

#include "training/createreportendpoint.h"
#include "training/doctorindexendpoint.h"
#include "training/hesendpoint.h"
#include "training/imagebook.h"
#include "training/misbehaveendpoint.h"
#include "training/ognendpoint.h"
#include "training/pastreportsendpoint.h"
#include "training/postotacendpoint.h"
#include "training/reportpdfendpoint.h"
#include "training/router.h"
#include "training/tokenendpoint.h"
#include "training/tryout.h"
#include "training/viewerendpoint.h"
#include "training/welcomeendpoint.h"

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
