#include "training/pages/pageaccess.h"

namespace hekim::training {

using namespace Qt::StringLiterals;

namespace {

constexpr char cookieName[] = "egitim_oturum";

} // namespace

PageAccess::PageAccess(const TokenBook& tokens, SessionBook& sessions, const Pages& pages)
    : m_tokens(tokens), m_sessions(sessions), m_pages(pages)
{
}

void PageAccess::Visitor::greet(Reply& reply) const
{
    if (isNew) {
        reply.headers.emplaceBack("Set-Cookie", QByteArray(cookieName) + '=' + session +
                                                    "; Path=/; HttpOnly; SameSite=Strict");
    }
}

tl::expected<PageAccess::Visitor, Reply> PageAccess::enter(const Request& request,
                                                           const std::optional<QString>& token) const
{
    const auto cookie = request.cookieNamed(cookieName);
    const auto known = m_sessions.doctorOf(cookie);
    if (!token) {
        if (known) {
            return Visitor{*known, cookie, false};
        }
        return tl::make_unexpected(
            m_pages.refusal(401, u"Oturum açık değil"_s,
                            u"Bu sayfa bir giriş anahtarı (token) ile açılır; istekte anahtar yok."_s,
                            u"Sayfayı Hekim Asistanı üzerinden yeniden açın."_s));
    }

    const auto finding = m_tokens.find(token->toUtf8());
    switch (finding.state) {
    case TokenBook::State::Valid:
        break;
    case TokenBook::State::Expired:
        return tl::make_unexpected(m_pages.refusal(401, u"Giriş süresi doldu"_s,
                                                   u"Giriş anahtarının (token) süresi dolmuş."_s,
                                                   u"Sayfayı Hekim Asistanı üzerinden yeniden açın."_s));
    case TokenBook::State::Unknown:
        return tl::make_unexpected(m_pages.refusal(401, u"Giriş geçerli değil"_s,
                                                   u"Giriş anahtarı (token) tanınmıyor."_s,
                                                   u"Sayfayı Hekim Asistanı üzerinden yeniden açın."_s));
    }
    if (known == finding.doctor) {
        return Visitor{*known, cookie, false};
    }
    return Visitor{finding.doctor, m_sessions.open(finding.doctor), true};
}

QString PageAccess::describe(const QString& doctor) const
{
    const auto title = m_people.doctorTitle(doctor);
    const auto name = m_people.doctorName(doctor);
    return title.isEmpty() ? name : u"%1, %2"_s.arg(name, title);
}

} // namespace hekim::training
