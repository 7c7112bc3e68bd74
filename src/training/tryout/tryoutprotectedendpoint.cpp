#include "training/tryout/tryoutprotectedendpoint.h"

#include "training/http/parameters.h"

namespace hekim::training {

using namespace Qt::StringLiterals;

TryoutProtectedEndpoint::TryoutProtectedEndpoint(const PageAccess& access, const Pages& pages)
    : m_access(access), m_pages(pages)
{
}

Reply TryoutProtectedEndpoint::answer(const Request& request) const
{
    const auto visitor = m_access.enter(request);
    if (!visitor) {
        return visitor.error();
    }
    if (const auto given = Parameters::read(request.query, {}, Parameters::Names::Exact); !given) {
        return m_pages.badRequest(given.error());
    }
    const auto login = "Basic " + (QByteArray(user) + ':' + password).toBase64();
    if (request.authorization != login) {
        auto reply = m_pages.refusal(401, u"Parola gerekli"_s,
                                     u"Bu sayfa kendi kullanıcı adını ve parolasını ister."_s,
                                     u"İkisi de Deneme sayfasında yazılıdır."_s);
        reply.headers.emplaceBack("WWW-Authenticate", "Basic realm=\"Deneme sayfasi\"");
        return reply;
    }
    return m_pages.page(200, {u"Parolalı sayfa"_s, m_access.describe(visitor->doctor), {}},
                        m_page.filled({}));
}

} // namespace hekim::training
