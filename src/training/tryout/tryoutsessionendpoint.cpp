#include "training/tryout/tryoutsessionendpoint.h"

#include "training/http/addresses.h"
#include "training/http/parameters.h"

namespace hekim::training {

using namespace Qt::StringLiterals;

TryoutSessionEndpoint::TryoutSessionEndpoint(const PageAccess& access, SessionBook& sessions,
                                             const Pages& pages)
    : m_access(access), m_sessions(sessions), m_pages(pages)
{
}

Reply TryoutSessionEndpoint::step(const Request& request) const
{
    const auto visitor = m_access.enter(request);
    if (!visitor) {
        return visitor.error();
    }
    const auto sent = Parameters::read(request.body, {u"note"_s, u"outcome"_s}, Parameters::Names::Exact);
    if (!sent) {
        return m_pages.badRequest(sent.error());
    }
    const auto outcome = sent->value(u"outcome"_s);
    if (outcome == u"500"_s) {
        return m_pages.refusal(500, u"Sunucuda bir hata oldu"_s, u"Adım tamamlanamadı; istenen hata."_s,
                               u"Geri dönüp yeniden deneyin."_s);
    }
    if (outcome != u"ok"_s) {
        return m_pages.badRequest(u"Adımın sonucu (outcome) ok ya da 500 olmalı."_s);
    }
    m_sessions.leaveNotice(visitor->session, u"Adım tamamlandı: %1"_s.arg(sent->value(u"note"_s)));
    return Pages::seeOther(request, address::tryout.toString());
}

Reply TryoutSessionEndpoint::next(const Request& request) const
{
    if (const auto given = Parameters::read(request.query, {}, Parameters::Names::Exact); !given) {
        return m_pages.badRequest(given.error());
    }
    const auto visitor = m_access.enter(request);
    if (!visitor) {
        return Pages::seeOther(request, address::login.toString());
    }
    m_sessions.leaveNotice(visitor->session, u"Oturum açık: adım tamamlandı."_s);
    return Pages::seeOther(request, address::tryout.toString());
}

Reply TryoutSessionEndpoint::end(const Request& request) const
{
    const auto visitor = m_access.enter(request);
    if (!visitor) {
        return visitor.error();
    }
    if (const auto sent = Parameters::read(request.body, {}, Parameters::Names::Exact); !sent) {
        return m_pages.badRequest(sent.error());
    }
    m_sessions.close(visitor->session);
    return Pages::seeOther(request, address::tryoutNext.toString());
}

Reply TryoutSessionEndpoint::login(const Request& request) const
{
    if (const auto given = Parameters::read(request.query, {}, Parameters::Names::Exact); !given) {
        return m_pages.badRequest(given.error());
    }
    return m_pages.page(200, {u"e-Rapor girişi"_s, {}, {}}, m_login.filled({}));
}

} // namespace hekim::training
