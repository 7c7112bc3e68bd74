#include "training/tryout/tryoutfilesendpoint.h"

#include "training/http/parameters.h"
#include "training/pages/sheetpdf.h"

namespace hekim::training {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kibibyte = 1024;
constexpr qint64 mebibyte = 1024 * kibibyte;

Reply attachment(const QByteArray& name, const QByteArray& type)
{
    return {200, type, {}, {{"Content-Disposition", "attachment; filename=\"" + name + '"'}}};
}

/// Harmless whatever is done with it, yet a program by its name and kind.
Reply program()
{
    auto reply = attachment("egitim-kurulum.exe", "application/x-msdownload");
    reply.body = "This is no program: it only has a program's name.\r\n";
    return reply;
}

Reply jnlp()
{
    auto reply = attachment("egitim-imza.jnlp", "application/x-java-jnlp-file");
    reply.body = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                 "<jnlp spec=\"1.0+\"><information><title>E\xc4\x9fitim imzas\xc4\xb1</title>"
                 "<vendor>Hekim Asistan\xc4\xb1</vendor></information></jnlp>\n";
    return reply;
}

Reply sized(const QByteArray& name, const Trickle& trickle)
{
    auto reply = attachment(name, "application/octet-stream");
    reply.trickle = trickle;
    return reply;
}

} // namespace

TryoutFilesEndpoint::TryoutFilesEndpoint(const PageAccess& access, const Pages& pages)
    : m_access(access), m_pages(pages)
{
}

tl::expected<QString, Reply> TryoutFilesEndpoint::choice(const Request& request, const QString& name) const
{
    if (const auto visitor = m_access.enter(request); !visitor) {
        return tl::make_unexpected(visitor.error());
    }
    const auto given = Parameters::read(request.query, {name}, Parameters::Names::Exact);
    if (!given) {
        return tl::make_unexpected(m_pages.badRequest(given.error()));
    }
    return given->value(name);
}

Reply TryoutFilesEndpoint::pdf(const Request& request) const
{
    const auto as = choice(request, u"as"_s);
    if (!as) {
        return as.error();
    }
    if (*as != u"inline"_s && *as != u"attachment"_s) {
        return m_pages.badRequest(u"Belgenin biçimi (as) inline ya da attachment olmalı."_s);
    }
    return {200,
            "application/pdf",
            sheetPdf(u"EĞİTİM – Deneme belgesi"_s, m_sheet.filled({})),
            {{"Content-Disposition", as->toLatin1() + "; filename=\"deneme-belgesi.pdf\""},
             {"Content-Security-Policy", "frame-ancestors 'self'"},
             {"X-Frame-Options", "SAMEORIGIN"}}};
}

Reply TryoutFilesEndpoint::file(const Request& request) const
{
    const auto kind = choice(request, u"kind"_s);
    if (!kind) {
        return kind.error();
    }
    if (*kind == u"small"_s) {
        return sized("deneme-kucuk.dat", {20 * kibibyte, 0, -1});
    }
    if (*kind == u"large"_s) {
        return sized("deneme-buyuk.dat", {50 * mebibyte, 2 * mebibyte, -1});
    }
    if (*kind == u"cut"_s) {
        return sized("deneme-yarim.dat", {5 * mebibyte, 0, 2 * mebibyte});
    }
    if (*kind == u"program"_s) {
        return program();
    }
    if (*kind == u"jnlp"_s) {
        return jnlp();
    }
    return m_pages.badRequest(u"Dosyanın türü (kind) small, large, cut, program ya da jnlp olmalı."_s);
}

} // namespace hekim::training
