#include "core/settings/training.h"
#include "training/http/addresses.h"
#include "training/services.h"

namespace hekim::training {

using namespace Qt::StringLiterals;

namespace {

/// The page speaks with an e-signature module on this computer and shows a document by blob:.
constexpr char policy[] =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "connect-src 'self' http://127.0.0.1:* ws://127.0.0.1:*; frame-src 'self' blob:; "
    "object-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

// Printed on "Deneme sayfası"; nothing secret.
constexpr char user[] = "deneme";
constexpr char password[] = "egitim-2026";

constexpr qint64 kibibyte = 1024;
constexpr qint64 mebibyte = 1024 * kibibyte;

Reply show(const Visit& visit)
{
    const auto body = filled(u"tryout.html"_s, {{u"scheme"_s, QStringView(signatureScheme).toString()},
                                                {u"user"_s, QString::fromLatin1(user)},
                                                {u"password"_s, QString::fromLatin1(password)}});
    auto reply = visit.page(200, u"Deneme sayfası"_s, body, visit.takeNotice());
    replacePolicy(reply, policy);
    return reply;
}

Reply document(const Visit& visit)
{
    const auto as = visit.given.value(u"as"_s);
    if (as != u"inline"_s && as != u"attachment"_s)
        return badRequest(u"Belgenin biçimi (as) inline ya da attachment olmalı."_s);
    return pdf(u"EĞİTİM – Deneme belgesi"_s, filled(u"tryoutsheet.html"_s), as.toLatin1(),
               "deneme-belgesi.pdf");
}

Reply attachment(const QByteArray& name, const QByteArray& type, const QByteArray& body,
                 const std::optional<Trickle>& trickle = {})
{
    return {200, type, body, {{"Content-Disposition", "attachment; filename=\"" + name + '"'}}, trickle};
}

Reply file(const Visit& visit)
{
    const auto kind = visit.given.value(u"kind"_s);
    const QByteArray bytes = "application/octet-stream";
    if (kind == u"small"_s)
        return attachment("deneme-kucuk.dat", bytes, {}, Trickle{20 * kibibyte, 0, -1});
    if (kind == u"large"_s)
        return attachment("deneme-buyuk.dat", bytes, {}, Trickle{50 * mebibyte, 2 * mebibyte, -1});
    if (kind == u"cut"_s)
        return attachment("deneme-yarim.dat", bytes, {}, Trickle{5 * mebibyte, 0, 2 * mebibyte});
    // Harmless whatever is done with it, yet a program by its name and kind.
    if (kind == u"program"_s)
        return attachment("egitim-kurulum.exe", "application/x-msdownload",
                          "This is no program: it only has a program's name.\r\n");
    if (kind == u"jnlp"_s)
        return attachment("egitim-imza.jnlp", "application/x-java-jnlp-file",
                          "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                          "<jnlp spec=\"1.0+\"><information><title>E\xc4\x9fitim imzas\xc4\xb1</title>"
                          "<vendor>Hekim Asistan\xc4\xb1</vendor></information></jnlp>\n");
    return badRequest(u"Dosyanın türü (kind) small, large, cut, program ya da jnlp olmalı."_s);
}

/// Wants a user name and a password of its own (HTTP Basic, RFC 7617) on top of the session.
Reply protectedPage(const Visit& visit)
{
    const auto login = "Basic " + (QByteArray(user) + ':' + password).toBase64();
    if (visit.request.authorization != login) {
        auto reply =
            refusalPage(401, u"Parola gerekli"_s, u"Bu sayfa kendi kullanıcı adını ve parolasını ister."_s,
                        u"İkisi de Deneme sayfasında yazılıdır."_s);
        reply.headers.emplaceBack("WWW-Authenticate", "Basic realm=\"Deneme sayfasi\"");
        return reply;
    }
    return visit.page(200, u"Parolalı sayfa"_s, filled(u"tryoutprotected.html"_s));
}

/// A form: note=…, and outcome=ok|500 by its two buttons.
Reply step(const Visit& visit)
{
    const auto outcome = visit.given.value(u"outcome"_s);
    if (outcome == u"500"_s)
        return refusalPage(500, u"Sunucuda bir hata oldu"_s, u"Adım tamamlanamadı; istenen hata."_s,
                           u"Geri dönüp yeniden deneyin."_s);
    if (outcome != u"ok"_s)
        return badRequest(u"Adımın sonucu (outcome) ok ya da 500 olmalı."_s);
    visit.leaveNotice(u"Adım tamamlandı: %1"_s.arg(visit.given.value(u"note"_s)));
    return seeOther(visit.request, address::tryout.toString());
}

/// A link that leads to the Ministry's own login once the session is gone.
Reply next(const Request& request, const PageAccess& access)
{
    if (const auto given = Parameters::read(request.query, {}, Parameters::Names::Exact); !given)
        return badRequest(given.error());
    const auto visit = access.enter(request);
    if (!visit)
        return seeOther(request, address::login.toString());
    visit->leaveNotice(u"Oturum açık: adım tamamlandı."_s);
    return seeOther(request, address::tryout.toString());
}

/// Ends the session of this page, and of no other.
Reply end(const Visit& visit)
{
    visit.sessions.close(visit.session);
    return seeOther(visit.request, address::tryoutNext.toString());
}

Reply login(const Request& request)
{
    if (const auto given = Parameters::read(request.query, {}, Parameters::Names::Exact); !given)
        return badRequest(given.error());
    return page(200, {u"e-Rapor girişi"_s}, filled(u"tryoutlogin.html"_s));
}

} // namespace

void addTryout(Router& router, const PageAccess& access)
{
    const auto add = [&router](QStringView path, const QByteArray& method, Router::Handler handler) {
        router.add(path, method, Area::Pages, std::move(handler));
    };
    add(address::tryout, "GET", access.entry(u"Authorization"_s, {}, show));
    add(address::tryoutWindow, "GET", access.inside({}, [](const Visit& visit) {
        return visit.page(200, u"Deneme penceresi"_s, filled(u"tryoutwindow.html"_s));
    }));
    add(address::tryoutPdf, "GET", access.inside({u"as"_s}, document));
    add(address::tryoutFile, "GET", access.inside({u"kind"_s}, file));
    add(address::tryoutProtected, "GET", access.inside({}, protectedPage));
    add(address::tryoutStep, "POST", access.inside({u"note"_s, u"outcome"_s}, step));
    add(address::tryoutNext, "GET", [&access](const Request& request) { return next(request, access); });
    add(address::tryoutEnd, "POST", access.inside({}, end));
    add(address::login, "GET", login);
}

} // namespace hekim::training
