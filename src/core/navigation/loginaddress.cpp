#include "core/navigation/loginaddress.h"

#include "core/settings/environment.h"

#include <QStringList>

#include <algorithm>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

/// Parts of a path that mean a login: whole ones only ("/loginform.css" and "/blog/inlogging" mean nothing).
bool namesLogin(const QString& part)
{
    static const QStringList words{u"login"_s,  u"log-in"_s,   u"logon"_s,     u"signin"_s, u"sign-in"_s,
                                   u"giris"_s,  u"oturumac"_s, u"oturum-ac"_s, u"giriş"_s,  u"login.aspx"_s,
                                   u"oturum"_s, u"girisyap"_s, u"giris-yap"_s};
    return words.contains(part);
}

} // namespace

LoginSuspicion suspectLogin(const QUrl& url, const QString& eraporOrigin)
{
    if (eraporOrigin.isEmpty() || originOf(url) != eraporOrigin)
        return LoginSuspicion::None;
    const QStringList parts = url.path(QUrl::FullyDecoded).toLower().split(u'/', Qt::SkipEmptyParts);
    const bool isReportPage = std::ranges::any_of(
        parts, [](const QString& part) { return part == u"createreport" || part == u"doctorindex"; });
    if (isReportPage)
        return LoginSuspicion::None;
    return std::ranges::any_of(parts, namesLogin) ? LoginSuspicion::ByItsAddress : LoginSuspicion::ByFields;
}

} // namespace hekim
