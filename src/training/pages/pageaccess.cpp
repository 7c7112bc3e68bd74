#include "training/pages/pageaccess.h"

#include "training/pages/people.h"

namespace hekim::training {

using namespace Qt::StringLiterals;

namespace {

constexpr char cookieName[] = "egitim_oturum";

tl::unexpected<Reply> refused(const QString& heading, const QString& what)
{
    return tl::make_unexpected(refusalPage(401, heading, what, reopenHint()));
}

} // namespace

Reply Visit::page(int status, const QString& title, const Html& body, const QString& notice) const
{
    const auto name = doctorName(doctor);
    const auto branch = doctorTitle(doctor);
    return training::page(status, {title, branch.isEmpty() ? name : u"%1, %2"_s.arg(name, branch), notice},
                          body);
}

PageAccess::PageAccess(const TokenBook& tokens, SessionBook& sessions)
    : m_tokens(tokens), m_sessions(sessions)
{
}

Router::Handler PageAccess::entry(const QString& token, const QStringList& others, Answer answer) const
{
    return [this, token, names = others + QStringList{token}, answer = std::move(answer)](const Request& r) {
        const auto given = Parameters::read(r.query, names, Parameters::Names::AnyCase);
        if (!given)
            return badRequest(given.error());
        auto visit = enter(r, given->find(token));
        if (!visit)
            return visit.error();
        visit->given = *given;
        auto reply = answer(*visit);
        if (visit->isNew && reply.status == 200)
            reply.headers.emplaceBack("Set-Cookie", QByteArray(cookieName) + '=' + visit->session +
                                                        "; Path=/; HttpOnly; SameSite=Strict");
        return reply;
    };
}

Router::Handler PageAccess::inside(const QStringList& names, Answer answer, const QString& hint) const
{
    return [this, names, hint, answer = std::move(answer)](const Request& r) {
        auto visit = enter(r);
        if (!visit)
            return visit.error();
        const auto given =
            Parameters::read(r.method == "POST" ? r.body : r.query, names, Parameters::Names::Exact);
        if (!given)
            return badRequest(given.error(), hint);
        visit->given = *given;
        return answer(*visit);
    };
}

tl::expected<Visit, Reply> PageAccess::enter(const Request& request,
                                             const std::optional<QString>& token) const
{
    const auto cookie = request.cookieNamed(cookieName);
    const auto known = m_sessions.doctorOf(cookie);
    if (!token) {
        if (known)
            return Visit{request, m_sessions, *known, cookie};
        return refused(u"Oturum açık değil"_s,
                       u"Bu sayfa bir giriş anahtarı (token) ile açılır; istekte anahtar yok."_s);
    }
    const auto [state, doctor] = m_tokens.find(token->toUtf8());
    if (state == TokenBook::State::Expired)
        return refused(u"Giriş süresi doldu"_s, u"Giriş anahtarının (token) süresi dolmuş."_s);
    if (state == TokenBook::State::Unknown)
        return refused(u"Giriş geçerli değil"_s, u"Giriş anahtarı (token) tanınmıyor."_s);
    if (known == doctor)
        return Visit{request, m_sessions, doctor, cookie};
    return Visit{request, m_sessions, doctor, m_sessions.open(doctor), true};
}

} // namespace hekim::training
