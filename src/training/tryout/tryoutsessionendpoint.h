#pragma once

#include "training/pages/pageaccess.h"

namespace hekim::training {

/// What can become of a step of "Deneme sayfası": done, failed by the server, without a session any more.
class TryoutSessionEndpoint
{
public:
    TryoutSessionEndpoint(const PageAccess& access, SessionBook& sessions, const Pages& pages);

    /// A form: note=…, and outcome=ok|500 by its two buttons.
    [[nodiscard]] Reply step(const Request& request) const;
    /// A link that leads to the Ministry's own login once the session is gone.
    [[nodiscard]] Reply next(const Request& request) const;
    /// Ends the session of this page, and of no other.
    [[nodiscard]] Reply end(const Request& request) const;
    [[nodiscard]] Reply login(const Request& request) const;

private:
    const PageAccess& m_access;
    SessionBook& m_sessions;
    const Pages& m_pages;
    PageTemplate m_login{QStringLiteral("tryoutlogin.html")};
};

} // namespace hekim::training
