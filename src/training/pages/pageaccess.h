#pragma once

#include "training/http/parameters.h"
#include "training/pages/pages.h"
#include "training/pages/people.h"
#include "training/pages/sessionbook.h"
#include "training/token/tokenbook.h"

namespace hekim::training {

/// Who is asking for a page: a token in the address opens a session, from then on its cookie is enough.
class PageAccess
{
public:
    PageAccess(const TokenBook& tokens, SessionBook& sessions, const Pages& pages);

    struct Visitor
    {
        QString doctor; ///< identity number
        QByteArray session;
        bool isNew = false; ///< the cookie has to be set

        void greet(Reply& reply) const;
    };

    /// The visitor, or the page that refuses.
    [[nodiscard]] tl::expected<Visitor, Reply> enter(const Request& request,
                                                     const std::optional<QString>& token = {}) const;

    /// "Dr. …, branch" for the head line.
    [[nodiscard]] QString describe(const QString& doctor) const;

private:
    const TokenBook& m_tokens;
    SessionBook& m_sessions;
    const Pages& m_pages;
    People m_people;
};

} // namespace hekim::training
