#pragma once

#include "training/pages/pageaccess.h"

namespace hekim::training {

/// "Deneme sayfası" itself and the window that it opens.
class TryoutPageEndpoint
{
public:
    TryoutPageEndpoint(const PageAccess& access, SessionBook& sessions, const Pages& pages);

    [[nodiscard]] Reply show(const Request& request) const;
    [[nodiscard]] Reply showWindow(const Request& request) const;

private:
    const PageAccess& m_access;
    SessionBook& m_sessions;
    const Pages& m_pages;
    PageTemplate m_page{QStringLiteral("tryout.html")};
    PageTemplate m_window{QStringLiteral("tryoutwindow.html")};
};

} // namespace hekim::training
