#include "training/radiology/viewerendpoint.h"

#include "core/identity/identitynumber.h"
#include "training/http/parameters.h"
#include "training/pages/pages.h"
#include "training/pages/pagetemplate.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <array>

namespace hekim::training {

using namespace Qt::StringLiterals;

namespace {

/// As the viewer's script draws it: which kind of body, how many slices, which of its window presets.
struct Series
{
    QStringView name;
    QStringView kind;
    int slices;
    int preset;
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

} // namespace

ViewerEndpoint::ViewerEndpoint(ImageBook& book) : m_book(book) {}

Reply ViewerEndpoint::page()
{
    Reply reply{200, "text/html; charset=utf-8", resource(u"viewer.html"_s), {}};
    addSecurityHeaders(reply);
    return reply;
}

Reply ViewerEndpoint::study(const Request& request) const
{
    if (!request.isForm())
        return jsonRefusal(415, u"İstek gövdesi application/x-www-form-urlencoded biçiminde olmalı."_s);
    const auto given = Parameters::read(request.body, {u"otac"_s}, Parameters::Names::Exact);
    if (!given)
        return jsonRefusal(400, given.error());
    const auto study = m_book.redeem(given->value(u"otac"_s).toLatin1());
    if (!study)
        return jsonRefusal(
            403, u"Bu kod kullanılmış ya da süresi dolmuş. Görüntüyü Hekim Asistanı’ndan yeniden açın."_s);

    const auto seed = seedOf(study->patient + u'/' + study->accession);
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
    const auto patient = IdentityNumber::parse(study->patient, u"patient"_s);
    const QJsonObject object{{u"patient"_s, patient ? patient->masked() : QString()},
                             {u"accession"_s, study->accession},
                             {u"name"_s, isHead ? u"Beyin BT"_s : u"Toraks BT"_s},
                             {u"series"_s, series}};
    return {200,
            "application/json; charset=utf-8",
            QJsonDocument(object).toJson(QJsonDocument::Compact),
            {{"Cache-Control", "no-store"}}};
}

} // namespace hekim::training
