#include "training/erapor/tokenendpoint.h"

#include "core/identity/identitynumber.h"
#include "core/settings/training.h"
#include "training/http/parameters.h"
#include "training/token/tokenreply.h"

#include <QJsonObject>

namespace hekim::training {

using namespace Qt::StringLiterals;

namespace {

/// Uzman Hekim (guide 000, table 3).
constexpr char16_t specialistRole[] = u"6AAB18C7-B16B-4A04";

bool isDoctor(const QString& text)
{
    const auto number = IdentityNumber::parse(text, u"identityNumber"_s);
    return number && number->checksumHolds();
}

} // namespace

TokenEndpoint::TokenEndpoint(TokenBook& tokens) : m_tokens(tokens) {}

Reply TokenEndpoint::answer(const Request& request) const
{
    if (!request.query.isEmpty() && !request.body.isEmpty()) {
        return jsonRefusal(400,
                           u"Parametreler ya adreste ya da gövdede gönderilir; ikisinde birden olamaz."_s);
    }
    if (!request.body.isEmpty() && !request.isForm()) {
        return jsonRefusal(415, u"İstek gövdesi application/x-www-form-urlencoded biçiminde olmalı."_s);
    }

    const QStringList names{u"username"_s,        u"password"_s,       u"grant_type"_s,
                            u"applicationCode"_s, u"identityNumber"_s, u"role"_s};
    const auto given = Parameters::read(request.query.isEmpty() ? request.body : request.query, names,
                                        Parameters::Names::Exact);
    if (!given) {
        return jsonRefusal(400, given.error());
    }
    for (const auto& name : names) {
        if (given->value(name).isEmpty()) {
            return jsonRefusal(400, u"Parametre eksik: %1"_s.arg(name));
        }
    }

    if (given->value(u"grant_type"_s) != u"password"_s) {
        return tokenRefusal(u"unsupported_grant_type"_s, u"grant_type yalnızca password olabilir."_s);
    }
    if (given->value(u"username"_s) != QStringView(institutionCode) ||
        given->value(u"password"_s) != QStringView(ussPassword)) {
        return tokenRefusal(u"invalid_grant"_s, u"Kullanıcı adı veya şifre hatalı."_s);
    }
    if (given->value(u"applicationCode"_s) != QStringView(applicationCode)) {
        return tokenRefusal(u"invalid_grant"_s, u"USS uygulama kodu (applicationCode) tanınmıyor."_s);
    }
    if (given->value(u"role"_s) != QStringView(specialistRole)) {
        return tokenRefusal(u"invalid_grant"_s, u"Rol (role) tanınmıyor."_s);
    }
    const auto doctor = given->value(u"identityNumber"_s);
    if (!isDoctor(doctor)) {
        return tokenRefusal(u"invalid_grant"_s,
                            u"Hekimin T.C. kimlik numarası (identityNumber) geçerli değil."_s);
    }

    return tokenReply({{u"access_token"_s, QString::fromLatin1(m_tokens.issue(doctor))},
                       {u"token_type"_s, u"bearer"_s},
                       {u"expires_in"_s, m_tokens.lifetimeSeconds()}});
}

} // namespace hekim::training
