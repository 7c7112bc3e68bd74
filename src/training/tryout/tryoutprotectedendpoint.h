#pragma once

#include "training/pages/pageaccess.h"

namespace hekim::training {

/// A page that wants a user name and a password of its own (HTTP Basic, RFC 7617) on top of the session.
class TryoutProtectedEndpoint
{
public:
    // Printed on "Deneme sayfası"; nothing secret.
    static constexpr char user[] = "deneme";
    static constexpr char password[] = "egitim-2026";

    TryoutProtectedEndpoint(const PageAccess& access, const Pages& pages);

    [[nodiscard]] Reply answer(const Request& request) const;

private:
    const PageAccess& m_access;
    const Pages& m_pages;
    PageTemplate m_page{QStringLiteral("tryoutprotected.html")};
};

} // namespace hekim::training
