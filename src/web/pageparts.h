#pragma once

#include "web/clinicalpage.h"
#include "web/downloads.h"
#include "web/gatekeeper.h"
#include "web/mainload.h"
#include "web/pagecontrols.h"
#include "web/pagelogins.h"
#include "web/pageprint.h"
#include "web/pageview.h"
#include "web/requestgate.h"

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

    RequestGate requests;
    QWebEngineProfile engine; ///< without a name it is off the record (rule S2)
    Downloads downloads;
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
    PageControls controls;
    PageLogins logins;
    PagePrint printing;
    QPointer<PageView> view; ///< made when it is first asked for
};

} // namespace hekim
