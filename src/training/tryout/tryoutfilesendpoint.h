#pragma once

#include "training/pages/pageaccess.h"

namespace hekim::training {

/// The documents and files of "Deneme sayfası".
class TryoutFilesEndpoint
{
public:
    TryoutFilesEndpoint(const PageAccess& access, const Pages& pages);

    /// as=inline|attachment
    [[nodiscard]] Reply pdf(const Request& request) const;
    /// kind=small|large|cut|program|jnlp
    [[nodiscard]] Reply file(const Request& request) const;

private:
    [[nodiscard]] tl::expected<QString, Reply> choice(const Request& request, const QString& name) const;

    const PageAccess& m_access;
    const Pages& m_pages;
    PageTemplate m_sheet{QStringLiteral("tryoutsheet.html")};
};

} // namespace hekim::training
