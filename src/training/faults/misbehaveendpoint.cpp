#include "training/faults/misbehaveendpoint.h"

#include "training/http/parameters.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace hekim::training {

using namespace Qt::StringLiterals;

MisbehaveEndpoint::MisbehaveEndpoint(Misbehaviour& misbehaviour) : m_misbehaviour(misbehaviour) {}

Reply MisbehaveEndpoint::answer(const Request& request) const
{
    if (!request.query.isEmpty() && !request.body.isEmpty()) {
        return jsonRefusal(400, u"Parameters belong in the address or in the body, not in both."_s);
    }
    const auto& encoded = request.query.isEmpty() ? request.body : request.query;
    const auto given =
        Parameters::read(encoded, {u"what"_s, u"where"_s, u"times"_s}, Parameters::Names::Exact);
    if (!given) {
        return jsonRefusal(400, given.error());
    }
    if (!encoded.isEmpty()) {
        const auto order =
            Misbehaviour::parse(given->value(u"what"_s), given->value(u"where"_s), given->value(u"times"_s));
        if (!order) {
            return jsonRefusal(400, order.error());
        }
        m_misbehaviour.set(*order);
    }
    const auto now = m_misbehaviour.current();
    const QJsonObject object{
        {u"what"_s, toString(now.what)}, {u"where"_s, toString(now.where)}, {u"times"_s, now.times}};
    return {200, "application/json; charset=utf-8", QJsonDocument(object).toJson(QJsonDocument::Compact), {}};
}

} // namespace hekim::training
