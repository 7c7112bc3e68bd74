#include "training/token/tokenreply.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace hekim::training {

using namespace Qt::StringLiterals;

namespace {

Reply uncached(int status, const QJsonObject& object)
{
    return {status,
            "application/json; charset=utf-8",
            QJsonDocument(object).toJson(QJsonDocument::Compact),
            {{"Cache-Control", "no-store"}, {"Pragma", "no-cache"}}};
}

} // namespace

Reply tokenReply(const QJsonObject& object)
{
    return uncached(200, object);
}

Reply tokenRefusal(const QString& error, const QString& description)
{
    return uncached(400, {{u"error"_s, error}, {u"error_description"_s, description}});
}

} // namespace hekim::training
