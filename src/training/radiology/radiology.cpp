#include "core/launch/accession.h"
#include "core/settings/training.h"
#include "training/http/addresses.h"
#include "training/http/parameters.h"
#include "training/pages/pages.h"
#include "training/radiology/imagebooks.h"
#include "training/services.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QtEndian>

#include <array>

namespace hekim::training {

using namespace Qt::StringLiterals;

namespace {

/// POST /connect/token (guide 002): exactly the five fields, and for images the doctor's and the patient's
/// numbers, form-encoded.
Reply ognToken(const Request& request, ImageBooks& books)
{
    if (!request.query.isEmpty())
        return jsonRefusal(400, u"Parametreler yalnızca gövdede gönderilir."_s);
    if (!request.isForm())
        return noForm();

    const auto given = Parameters::readFilled(
        request.body, {u"client_id"_s, u"grant_type"_s, u"UserName"_s, u"Password"_s, u"ApplicationCode"_s},
        {u"DoctorIdentityNumber"_s, u"PatientIdentityNumber"_s});
    if (!given)
        return jsonRefusal(400, given.error());
    if (given->value(u"client_id"_s) != u"ogn.sbys.api"_s)
        return tokenRefusal(u"invalid_client"_s, u"client_id tanınmıyor."_s);
    if (given->value(u"grant_type"_s) != u"client_sbys"_s)
        return tokenRefusal(u"unsupported_grant_type"_s, u"grant_type yalnızca client_sbys olabilir."_s);
    if (given->value(u"UserName"_s) != QStringView(institutionCode) ||
        given->value(u"Password"_s) != QStringView(enabizPassword))
        return tokenRefusal(u"invalid_grant"_s, u"Kurum kodu veya e-Nabız şifresi hatalı."_s);
    if (given->value(u"ApplicationCode"_s) != QStringView(ognApplicationCode))
        return tokenRefusal(u"invalid_grant"_s,
                            u"SBYS firma tanımlayıcı numarası (ApplicationCode) tanınmıyor."_s);

    const ImageBooks::Subject subject{given->value(u"DoctorIdentityNumber"_s),
                                      given->value(u"PatientIdentityNumber"_s)};
    if (subject.doctor.isEmpty() != subject.patient.isEmpty())
        return jsonRefusal(400, u"Görüntü için hekim ve hasta numarası birlikte gönderilir."_s);
    // Stricter than the guide, which says that the numbers are not checked: a mistake is to be noticed here.
    if (subject.isForImages() && (!validNumber(subject.doctor) || !validNumber(subject.patient)))
        return tokenRefusal(u"invalid_grant"_s, u"Hekim veya hasta numarası geçerli değil."_s);
    return tokenReply(books.tokens.issue(subject), u"Bearer"_s, books.tokens.lifetimeSeconds());
}

/// POST /integrationapi/postOTAC (guide 002 section 2b): an image token and exactly {"AccessionNumber": …}.
/// Answers the viewer's address as a JSON string. A number that begins with "YOK" is of no study.
Reply postOtac(const Request& request, ImageBooks& books)
{
    const auto token = request.bearer();
    if (token.isEmpty())
        return unauthorized(u"Authorization: Bearer başlığı eksik."_s, "Bearer");
    const auto found = books.tokens.find(token);
    if (found.state != decltype(found.state)::Valid)
        return unauthorized(u"Token tanınmıyor ya da süresi dolmuş."_s, "Bearer");
    if (!found.value.isForImages())
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

    const auto code = books.codes.issue({found.value.patient, *accession});
    const auto address = "http://" + request.host + "/viewer/#/viewpatient?otac=" + code;
    return {200, "application/json; charset=utf-8", '"' + address + '"', {{"Cache-Control", "no-store"}}};
}

/// As the viewer's script draws it: which kind of body, how many slices, which of its window presets.
struct Series
{
    QStringView name;
    QStringView kind;
    int slices = 0;
    int preset = 0;
};
constexpr std::array trunkSeries{Series{u"Akciğer", u"trunk", 48, 1}, Series{u"Mediasten", u"trunk", 48, 0},
                                 Series{u"Kemik", u"trunk", 24, 2}};
constexpr std::array headSeries{Series{u"Beyin", u"head", 32, 3}, Series{u"Kemik", u"head", 32, 2},
                                Series{u"İnce kesit", u"head", 60, 3}};

/// The same for the same words in every process.
quint32 seedOf(const QString& words)
{
    const auto digest = QCryptographicHash::hash(words.toUtf8(), QCryptographicHash::Sha256);
    return qFromBigEndian<quint32>(digest.constData());
}

/// POST /viewer/study turns a code into a study, once. The pictures are made up by the viewer's own script
/// (resources/training/phantom.js) from the numbers given here.
Reply study(const Request& request, ImageBooks& books)
{
    if (!request.isForm())
        return noForm();
    const auto given = Parameters::read(request.body, {u"otac"_s}, Parameters::Names::Exact);
    if (!given)
        return jsonRefusal(400, given.error());
    const auto found = books.codes.take(given->value(u"otac"_s).toLatin1());
    if (found.state != decltype(found.state)::Valid)
        return jsonRefusal(
            403, u"Bu kod kullanılmış ya da süresi dolmuş. Görüntüyü Hekim Asistanı’ndan yeniden açın."_s);

    const auto seed = seedOf(found.value.patient + u'/' + found.value.accession);
    const bool isHead = seed % 2 == 0;
    QJsonArray series;
    for (const auto& one : isHead ? headSeries : trunkSeries) {
        // Series of one study show the same body.
        series.append(QJsonObject{{u"name"_s, one.name.toString()},
                                  {u"kind"_s, one.kind.toString()},
                                  {u"slices"_s, one.slices},
                                  {u"preset"_s, one.preset},
                                  {u"seed"_s, double(seed)}});
    }
    const auto patient = IdentityNumber::parse(found.value.patient, u"patient"_s);
    const QJsonObject object{{u"patient"_s, patient ? patient->masked() : QString()},
                             {u"accession"_s, found.value.accession},
                             {u"name"_s, isHead ? u"Beyin BT"_s : u"Toraks BT"_s},
                             {u"series"_s, series}};
    return json(200, object, {{"Cache-Control", "no-store"}});
}

} // namespace

void addRadiology(Router& router, ImageBooks& books)
{
    router.add(address::ognToken, "POST", Area::Ogn,
               [&books](const Request& request) { return ognToken(request, books); });
    router.addJson(address::postOtac, Area::Teletip,
                   [&books](const Request& request) { return postOtac(request, books); });
    router.add(address::viewer, "GET", Area::Viewer, [](const Request&) {
        Reply reply{200, "text/html; charset=utf-8", resource(u"viewer.html"_s), {}};
        addSecurityHeaders(reply);
        return reply;
    });
    router.add(address::viewerStudy, "POST", Area::Viewer,
               [&books](const Request& request) { return study(request, books); });
    router.addFiles(address::viewer, {u"viewer.js"_s, u"phantom.js"_s, u"viewer.css"_s});
}

} // namespace hekim::training
