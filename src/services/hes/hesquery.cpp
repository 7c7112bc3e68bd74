#include "services/hes/hesquery.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace hekim {

using namespace Qt::StringLiterals;

bool HesPlace::isComplete() const
{
    return !city.trimmed().isEmpty() && !district.trimmed().isEmpty() && !address.trimmed().isEmpty();
}

HesPlace HesPlace::of(const Settings& settings)
{
    return {settings.value(u"hes/city"_s), settings.value(u"hes/district"_s),
            settings.value(u"hes/address"_s), settings.value(u"hes/latitude"_s).toDouble(),
            settings.value(u"hes/longitude"_s).toDouble()};
}

QString hesMethod(HesQuery query)
{
    switch (query) {
    case HesQuery::Visitor:
        return u"/check-visitor-hes-code"_s;
    case HesQuery::Employee:
        return u"/check-employee-hes-code"_s;
    case HesQuery::WithDetails:
        return u"/check-hes-code-plus"_s;
    }
    return {};
}

QByteArray hesBody(HesQuery query, const HesCode& code, const HesPlace& place)
{
    QJsonObject body{{u"hes_code"_s, code.text()}};
    if (query == HesQuery::Visitor) {
        body.insert(u"city"_s, place.city.trimmed());
        body.insert(u"district"_s, place.district.trimmed());
        body.insert(u"explicit_address"_s, place.address.trimmed());
        body.insert(u"location"_s,
                    QJsonObject{{u"latitude"_s, place.latitude}, {u"longitude"_s, place.longitude}});
    }
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

QByteArray hesBatchBody(const QList<HesCode>& codes)
{
    QJsonArray body;
    for (const HesCode& code : codes)
        body.append(QJsonObject{{u"hes_code"_s, code.text()}});
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace hekim
