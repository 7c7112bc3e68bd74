#pragma once

#include "browser/downloads/profiledownloads.h"
#include "browser/gates/gatekeeper.h"
#include "browser/gates/opaqueframes.h"
#include "browser/gates/pagelogins.h"
#include "browser/gates/patientfields.h"
#include "browser/gates/patientguard.h"
#include "browser/gates/requestgate.h"
#include "browser/page/clinicalpage.h"
#include "browser/page/mainload.h"
#include "browser/page/pagecontrols.h"
#include "browser/page/pageview.h"
#include "browser/print/printabledocument.h"

#include <QPointer>
#include <QWebEngineProfile>

#include <memory>

namespace hekim {

/// The profile that a page shares with its windows, and what the engine has once for a whole profile: the
/// gate of all requests, and the files that the pages offer.
class PageProfile
{
public:
    explicit PageProfile(Gatekeeper& gatekeeper);

    struct ClosedEngine
    {
        ClosedEngine();
    };
    ClosedEngine closed; ///< the engine reads its switches as its first profile is made
    RequestGate requests;
    QWebEngineProfile engine; ///< without a name it is off the record (rule S2)
    ProfileDownloads downloads;
    PatientFields patientFields;
    OpaqueFrames opaqueFrames;
};

/// What one page is made of, in the order in which the parts are made; they go in the opposite one: view,
/// page, profile (the engine insists on it).
class PageParts
{
public:
    /// With a profile of its own.
    PageParts(const CertificateJudge& certificates, PageDialogs& dialogs, AllowedPrograms& programs);
    /// Of a window: it shares the profile of the page that owns it, whose gate serves the whole profile; its
    /// rules are the same.
    explicit PageParts(PageParts& owner);
    ~PageParts();
    PageParts(const PageParts&) = delete;
    PageParts& operator=(const PageParts&) = delete;

    void setWay(const PagesWay* way);

    const CertificateJudge& certificates;
    PageDialogs& dialogs;
    AllowedPrograms& programs;
    Gatekeeper gatekeeper;

private:
    PageParts(const CertificateJudge& certificates, PageDialogs& dialogs, AllowedPrograms& programs,
              PageProfile* shared);
    std::unique_ptr<PageProfile> m_ownProfile;

public:
    PageProfile& profile;
    ClinicalPage page;
    MainLoad load;
    PatientGuard patientGuard;
    PageControls controls;
    PageLogins logins;
    PrintableDocument printing;
    const PagesWay* way = nullptr;
    QPointer<PageView> view; ///< made when it is first asked for
};

} // namespace hekim
