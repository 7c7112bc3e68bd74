#pragma once

#include "training/http/parameters.h"
#include "training/http/router.h"
#include "training/pages/pages.h"
#include "training/pages/sessionbook.h"
#include "training/token/keybook.h"

namespace hekim::training {

/// A request for a page, of a doctor who may ask, with its parameters read.
struct Visit
{
    const Request& request;
    SessionBook& sessions;
    QString doctor; ///< identity number
    QByteArray session;
    bool isNew = false; ///< the cookie has to be set
    Parameters given = {};

    [[nodiscard]] QString takeNotice() const { return sessions.takeNotice(session); }
    void leaveNotice(const QString& text) const { sessions.leaveNotice(session, text); }
    /// In the frame, with the doctor's name and branch in the head line.
    [[nodiscard]] Reply page(int status, const QString& title, const Html& body,
                             const QString& notice = {}) const;
};

/// Who is asking for a page: a token in the address opens a session, from then on its cookie is enough.
class PageAccess
{
public:
    PageAccess(const TokenBook& tokens, SessionBook& sessions);

    using Answer = std::function<Reply(const Visit&)>;
    /// A page that is opened from outside: with a token in this parameter or in a session; names in any case.
    [[nodiscard]] Router::Handler entry(const QString& token, const QStringList& others, Answer answer) const;
    /// What a page of a session leads to. Its parameters stand in the query, and with POST in the body.
    [[nodiscard]] Router::Handler inside(const QStringList& names, Answer answer,
                                         const QString& hint = reopenHint()) const;

    /// The visit, or the page that refuses.
    [[nodiscard]] tl::expected<Visit, Reply> enter(const Request& request,
                                                   const std::optional<QString>& token = {}) const;

private:
    const TokenBook& m_tokens;
    SessionBook& m_sessions;
};

} // namespace hekim::training
