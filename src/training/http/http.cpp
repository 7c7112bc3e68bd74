#include "training/http/http.h"

#include <QNetworkCookie>

namespace hekim::training {

using namespace Qt::StringLiterals;

namespace {

QByteArray kindOf(const QByteArray& contentType)
{
    return contentType.split(';').value(0).trimmed().toLower();
}

Reply uncachedJson(int status, const QJsonObject& object)
{
    return json(status, object, {{"Cache-Control", "no-store"}, {"Pragma", "no-cache"}});
}

} // namespace

bool Request::isForm() const
{
    return kindOf(contentType) == "application/x-www-form-urlencoded";
}

bool Request::isJson() const
{
    return kindOf(contentType) == "application/json";
}

bool Request::wantsJson() const
{
    return accept.startsWith("application/json");
}

QByteArray Request::bearer() const
{
    constexpr char scheme[] = "bearer ";
    return authorization.toLower().startsWith(scheme)
               ? authorization.mid(static_cast<qsizetype>(qstrlen(scheme))).trimmed()
               : QByteArray();
}

QByteArray Request::cookieNamed(const QByteArray& name) const
{
    const auto pairs = cookie.split(';');
    for (const auto& pair : pairs) {
        const auto cookies = QNetworkCookie::parseCookies(pair.trimmed());
        if (!cookies.isEmpty() && cookies.first().name() == name) {
            return cookies.first().value();
        }
    }
    return {};
}

Reply json(int status, const QJsonObject& object, const Headers& headers)
{
    return {status, "application/json; charset=utf-8", QJsonDocument(object).toJson(QJsonDocument::Compact),
            headers};
}

Reply jsonRefusal(int status, const QString& message)
{
    return json(status, {{u"Message"_s, message}});
}

Reply unauthorized(const QString& message, const QByteArray& challenge)
{
    return json(401, {{u"Message"_s, message}}, {{"WWW-Authenticate", challenge}});
}

Reply noForm()
{
    return jsonRefusal(415, u"İstek gövdesi application/x-www-form-urlencoded biçiminde olmalı."_s);
}

Reply tokenReply(const QByteArray& token, const QString& type, int lifetimeSeconds)
{
    return uncachedJson(200, {{u"access_token"_s, QString::fromLatin1(token)},
                              {u"token_type"_s, type},
                              {u"expires_in"_s, lifetimeSeconds}});
}

Reply tokenRefusal(const QString& error, const QString& description)
{
    return uncachedJson(400, {{u"error"_s, error}, {u"error_description"_s, description}});
}

} // namespace hekim::training
