#include "training/tryout/tryoutpageendpoint.h"

#include "core/settings/training.h"
#include "training/http/parameters.h"
#include "training/tryout/tryoutprotectedendpoint.h"

namespace hekim::training {

using namespace Qt::StringLiterals;

namespace {

/// The page speaks with an e-signature module on this computer and shows a document by blob:.
constexpr char policy[] =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "connect-src 'self' http://127.0.0.1:* ws://127.0.0.1:*; frame-src 'self' blob:; "
    "object-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

} // namespace

TryoutPageEndpoint::TryoutPageEndpoint(const PageAccess& access, SessionBook& sessions, const Pages& pages)
    : m_access(access), m_sessions(sessions), m_pages(pages)
{
}

Reply TryoutPageEndpoint::show(const Request& request) const
{
    const auto given = Parameters::read(request.query, {u"Authorization"_s}, Parameters::Names::AnyCase);
    if (!given) {
        return m_pages.badRequest(given.error());
    }
    const auto visitor = m_access.enter(request, given->find(u"Authorization"_s));
    if (!visitor) {
        return visitor.error();
    }
    const auto body =
        m_page.filled({{u"scheme"_s, QStringView(signatureScheme).toString()},
                       {u"user"_s, QString::fromLatin1(TryoutProtectedEndpoint::user)},
                       {u"password"_s, QString::fromLatin1(TryoutProtectedEndpoint::password)}});
    auto reply = m_pages.page(
        200,
        {u"Deneme sayfası"_s, m_access.describe(visitor->doctor), m_sessions.takeNotice(visitor->session)},
        body);
    replacePolicy(reply, policy);
    visitor->greet(reply);
    return reply;
}

Reply TryoutPageEndpoint::showWindow(const Request& request) const
{
    const auto visitor = m_access.enter(request);
    if (!visitor) {
        return visitor.error();
    }
    if (const auto given = Parameters::read(request.query, {}, Parameters::Names::Exact); !given) {
        return m_pages.badRequest(given.error());
    }
    return m_pages.page(200, {u"Deneme penceresi"_s, m_access.describe(visitor->doctor), {}},
                        m_window.filled({}));
}

} // namespace hekim::training
