#include "training/pages/pages.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace hekim::training {

using namespace Qt::StringLiterals;

Reply Pages::page(int status, const Frame& frame, const Html& body) const
{
    const auto html = m_frame.filled({{u"title"_s, frame.title},
                                      {u"doctor"_s, frame.doctor},
                                      {u"notice"_s, frame.notice},
                                      {u"body"_s, body}});
    Reply reply{status, "text/html; charset=utf-8", html.utf8(), {}};
    addSecurityHeaders(reply);
    return reply;
}

Reply Pages::refusal(int status, const QString& heading, const QString& what, const QString& hint) const
{
    const auto body = m_refusal.filled({{u"status"_s, QString::number(status)},
                                        {u"heading"_s, heading},
                                        {u"what"_s, what},
                                        {u"hint"_s, hint}});
    return page(status, {heading, {}, {}}, body);
}

Reply Pages::badRequest(const QString& what) const
{
    return refusal(400, u"İstek anlaşılamadı"_s, what, u"Sayfayı Hekim Asistanı üzerinden yeniden açın."_s);
}

Reply Pages::seeOther(const Request& request, const QString& address)
{
    if (request.wantsJson()) {
        const QJsonObject object{{u"location"_s, address}};
        return {
            200, "application/json; charset=utf-8", QJsonDocument(object).toJson(QJsonDocument::Compact), {}};
    }
    return {303, "text/plain", {}, {{"Location", address.toUtf8()}}};
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
