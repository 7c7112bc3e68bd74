#include "training/pages/pages.h"

#include <QBuffer>
#include <QPageLayout>
#include <QPdfWriter>
#include <QTextDocument>

#include <mutex>

namespace hekim::training {

using namespace Qt::StringLiterals;

Reply page(int status, const Frame& frame, const Html& body)
{
    const auto html = filled(u"frame.html"_s, {{u"title"_s, frame.title},
                                               {u"doctor"_s, frame.doctor},
                                               {u"notice"_s, frame.notice},
                                               {u"body"_s, body}});
    Reply reply{status, "text/html; charset=utf-8", html.utf8(), {}};
    addSecurityHeaders(reply);
    return reply;
}

Reply refusalPage(int status, const QString& heading, const QString& what, const QString& hint)
{
    const auto body = filled(u"refusal.html"_s, {{u"status"_s, QString::number(status)},
                                                 {u"heading"_s, heading},
                                                 {u"what"_s, what},
                                                 {u"hint"_s, hint}});
    return page(status, {heading}, body);
}

QString reopenHint()
{
    return u"Sayfayı Hekim Asistanı üzerinden yeniden açın."_s;
}

Reply badRequest(const QString& what, const QString& hint)
{
    return refusalPage(400, u"İstek anlaşılamadı"_s, what, hint);
}

Reply seeOther(const Request& request, const QString& address)
{
    if (request.wantsJson())
        return json(200, {{u"location"_s, address}});
    return {303, "text/plain", {}, {{"Location", address.toUtf8()}}};
}

Reply pdf(const QString& title, const Html& sheet, const QByteArray& disposition, const QByteArray& file)
{
    Reply reply{200,
                "application/pdf",
                {},
                {{"Content-Disposition", disposition + "; filename=\"" + file + '"'},
                 {"Content-Security-Policy", "frame-ancestors 'self'"},
                 {"X-Frame-Options", "SAMEORIGIN"}}};
    static std::mutex fonts; // one document at a time: Qt's font database is shared by all threads
    const std::scoped_lock lock(fonts);
    QBuffer buffer(&reply.body);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(title);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait,
                                     QMarginsF(18, 16, 18, 16), QPageLayout::Millimeter));
    QTextDocument document;
    document.setDefaultFont(QFont(u"Sans Serif"_s, 10));
    document.setHtml(sheet.text());
    document.print(&writer);
    return reply;
}

void addSecurityHeaders(Reply& reply)
{
    reply.headers.emplaceBack("Content-Security-Policy",
                              "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
                              "connect-src 'self'; frame-src 'self'; object-src 'self'; form-action 'self'; "
                              "base-uri 'none'; frame-ancestors 'self'");
    reply.headers.emplaceBack("X-Frame-Options", "SAMEORIGIN");
    // Not "no-referrer": a browser then sends the pages' own forms with "Origin: null".
    reply.headers.emplaceBack("Referrer-Policy", "same-origin");
}

void replacePolicy(Reply& reply, const QByteArray& policy)
{
    for (auto& [name, value] : reply.headers) {
        if (name == "Content-Security-Policy") {
            value = policy;
        }
    }
}

} // namespace hekim::training
