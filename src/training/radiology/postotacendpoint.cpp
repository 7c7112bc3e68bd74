#include "training/radiology/postotacendpoint.h"

#include "core/launch/accession.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace hekim::training {

using namespace Qt::StringLiterals;

namespace {

Reply unauthorized(const QString& message)
{
    auto reply = jsonRefusal(401, message);
    reply.headers.emplaceBack("WWW-Authenticate", "Bearer");
    return reply;
}

} // namespace

PostOtacEndpoint::PostOtacEndpoint(ImageBook& book) : m_book(book) {}

Reply PostOtacEndpoint::answer(const Request& request) const
{
    const auto token = request.bearer();
    if (token.isEmpty())
        return unauthorized(u"Authorization: Bearer başlığı eksik."_s);
    const auto subject = m_book.subjectOf(token);
    if (!subject)
        return unauthorized(u"Token tanınmıyor ya da süresi dolmuş."_s);
    if (!subject->isForImages())
        return jsonRefusal(403, u"Bu token yardımcı servisler içindir; görüntü açmaz."_s);
    if (!request.query.isEmpty())
        return jsonRefusal(400, u"Bu metot adreste parametre almaz."_s);
    if (!request.isJson())
        return jsonRefusal(415, u"İstek gövdesi application/json biçiminde olmalı."_s);

    const auto body = QJsonDocument::fromJson(request.body).object();
    const auto number = body.value(u"AccessionNumber"_s);
    if (body.size() != 1 || !number.isString())
        return jsonRefusal(400, u"Gövde yalnızca {\"AccessionNumber\": \"…\"} olmalı."_s);
    const auto accession = parseAccession(number.toString());
    if (!accession)
        return jsonRefusal(400, u"Erişim numarası okunamadı."_s);
    if (accession->startsWith(u"YOK"_s))
        return jsonRefusal(404, u"Bu erişim numarasıyla görüntü bulunamadı."_s);

    const auto code = m_book.issueCode({subject->patient, *accession});
    const auto address = "http://" + request.host + "/viewer/#/viewpatient?otac=" + code;
    return {200, "application/json; charset=utf-8", '"' + address + '"', {{"Cache-Control", "no-store"}}};
}

} // namespace hekim::training
