#include "training/http/http.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkCookie>

namespace hekim::training {

using namespace Qt::StringLiterals;

namespace {

QByteArray kindOf(const QByteArray& contentType)
{
    return contentType.split(';').value(0).trimmed().toLower();
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

Reply jsonRefusal(int status, const QString& message)
{
    const QJsonObject object{{u"Message"_s, message}};
    return {
        status, "application/json; charset=utf-8", QJsonDocument(object).toJson(QJsonDocument::Compact), {}};
}

} // namespace hekim::training
