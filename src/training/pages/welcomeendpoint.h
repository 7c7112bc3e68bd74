#pragma once

#include "training/pages/pages.h"

namespace hekim::training {

/// "/": what this is, for those who open the address in a browser.
class WelcomeEndpoint
{
public:
    explicit WelcomeEndpoint(const Pages& pages);

    [[nodiscard]] Reply answer(const Request& request) const;

private:
    const Pages& m_pages;
    PageTemplate m_welcome{QStringLiteral("welcome.html")};
    PageTemplate m_person{QStringLiteral("personrow.html")};
};

} // namespace hekim::training
