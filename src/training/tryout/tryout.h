#pragma once

#include "training/tryout/tryoutfilesendpoint.h"
#include "training/tryout/tryoutpageendpoint.h"
#include "training/tryout/tryoutprotectedendpoint.h"
#include "training/tryout/tryoutsessionendpoint.h"

namespace hekim::training {

class Router;

/// The page "Deneme sayfası" and everything behind its buttons: whatever a page of the Ministry may do in a
/// browser, one short section each, for physicians who want to see it and for those who test a browser.
class Tryout
{
public:
    Tryout(const PageAccess& access, SessionBook& sessions, const Pages& pages);

    void layOut(Router& router) const;

private:
    TryoutPageEndpoint m_page;
    TryoutFilesEndpoint m_files;
    TryoutProtectedEndpoint m_protected;
    TryoutSessionEndpoint m_session;
};

} // namespace hekim::training
