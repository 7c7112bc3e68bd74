#include "training/tryout/tryout.h"

#include "training/http/addresses.h"
#include "training/http/router.h"

namespace hekim::training {

Tryout::Tryout(const PageAccess& access, SessionBook& sessions, const Pages& pages)
    : m_page(access, sessions, pages)
    , m_files(access, pages)
    , m_protected(access, pages)
    , m_session(access, sessions, pages)
{
}

void Tryout::layOut(Router& router) const
{
    using namespace address;
    const auto add = [&router](QStringView path, const QByteArray& method, Router::Handler handler) {
        router.add(path.toString(), method, Area::Pages, std::move(handler));
    };
    add(tryout, "GET", [this](const Request& r) { return m_page.show(r); });
    add(tryoutWindow, "GET", [this](const Request& r) { return m_page.showWindow(r); });
    add(tryoutPdf, "GET", [this](const Request& r) { return m_files.pdf(r); });
    add(tryoutFile, "GET", [this](const Request& r) { return m_files.file(r); });
    add(tryoutProtected, "GET", [this](const Request& r) { return m_protected.answer(r); });
    add(tryoutStep, "POST", [this](const Request& r) { return m_session.step(r); });
    add(tryoutNext, "GET", [this](const Request& r) { return m_session.next(r); });
    add(tryoutEnd, "POST", [this](const Request& r) { return m_session.end(r); });
    add(login, "GET", [this](const Request& r) { return m_session.login(r); });
}

} // namespace hekim::training
