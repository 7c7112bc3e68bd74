#pragma once

#include "training/http/http.h"
#include "training/pages/pagetemplate.h"

namespace hekim::training {

/// Puts what a handler has to show into the frame that every page shares: the band, the head line, the
/// headers.
class Pages
{
public:
    struct Frame
    {
        QString title;
        QString doctor; ///< name and title; empty before a session
        QString notice; ///< one sentence above the page
    };

    [[nodiscard]] Reply page(int status, const Frame& frame, const Html& body) const;
    /// A page that says what was wrong and what to do.
    [[nodiscard]] Reply refusal(int status, const QString& heading, const QString& what,
                                const QString& hint) const;
    /// 400: a parameter that is missing, unknown or makes no sense, in words.
    [[nodiscard]] Reply badRequest(const QString& what) const;
    /// To another page of ours after a form: a redirect, or for the page's script its address.
    [[nodiscard]] static Reply seeOther(const Request& request, const QString& address);

private:
    PageTemplate m_frame{QStringLiteral("frame.html")};
    PageTemplate m_refusal{QStringLiteral("refusal.html")};
};

/// What is said to the browser with every page: no script but ours, no guessing of types, nothing kept.
void addSecurityHeaders(Reply& reply);
/// For a page whose scripts need more than its own server: these sources in place of the usual policy.
void replacePolicy(Reply& reply, const QByteArray& policy);

} // namespace hekim::training
