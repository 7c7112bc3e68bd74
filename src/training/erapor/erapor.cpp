#include "core/settings/training.h"
#include "training/erapor/reportbook.h"
#include "training/http/addresses.h"
#include "training/http/parameters.h"
#include "training/pages/people.h"
#include "training/pages/wording.h"
#include "training/services.h"

#include <QJsonArray>

namespace hekim::training {

using namespace Qt::StringLiterals;

namespace {

/// Uzman Hekim (guide 000, table 3).
constexpr char16_t specialistRole[] = u"6AAB18C7-B16B-4A04";
/// "e-Durum Bildirir Tek Hekim" (guide 000, section 5.3).
constexpr char16_t singleDoctorReport[] = u"5";

/// POST /AuthApi/connect/token: exactly the six parameters, in the address or in the body.
Reply token(const Request& request, TokenBook& tokens)
{
    if (!request.query.isEmpty() && !request.body.isEmpty())
        return jsonRefusal(400,
                           u"Parametreler ya adreste ya da gövdede gönderilir; ikisinde birden olamaz."_s);
    if (!request.body.isEmpty() && !request.isForm())
        return noForm();

    const auto given = Parameters::readFilled(request.query.isEmpty() ? request.body : request.query,
                                              {u"username"_s, u"password"_s, u"grant_type"_s,
                                               u"applicationCode"_s, u"identityNumber"_s, u"role"_s});
    if (!given)
        return jsonRefusal(400, given.error());
    if (given->value(u"grant_type"_s) != u"password"_s)
        return tokenRefusal(u"unsupported_grant_type"_s, u"grant_type yalnızca password olabilir."_s);
    if (given->value(u"username"_s) != QStringView(institutionCode) ||
        given->value(u"password"_s) != QStringView(ussPassword))
        return tokenRefusal(u"invalid_grant"_s, u"Kullanıcı adı veya şifre hatalı."_s);
    if (given->value(u"applicationCode"_s) != QStringView(applicationCode))
        return tokenRefusal(u"invalid_grant"_s, u"USS uygulama kodu (applicationCode) tanınmıyor."_s);
    if (given->value(u"role"_s) != QStringView(specialistRole))
        return tokenRefusal(u"invalid_grant"_s, u"Rol (role) tanınmıyor."_s);
    const auto doctor = given->value(u"identityNumber"_s);
    if (!validNumber(doctor))
        return tokenRefusal(u"invalid_grant"_s,
                            u"Hekimin T.C. kimlik numarası (identityNumber) geçerli değil."_s);
    return tokenReply(tokens.issue(doctor), u"bearer"_s, tokens.lifetimeSeconds());
}

/// GET /externalapi/api/Hbys/HastaninDurumBildirirRaporlari. The guide gives no shape for the reply; this one
/// is an array of objects with everything the report holds.
Reply pastReports(const Request& request, const TokenBook& tokens, const ReportBook& reports)
{
    const auto token = request.bearer();
    if (token.isEmpty())
        return unauthorized(u"Authorization: Bearer başlığı eksik."_s, "Bearer");
    const auto state = tokens.find(token).state;
    if (state != TokenBook::State::Valid)
        return unauthorized(state == TokenBook::State::Expired ? u"Token süresi dolmuş."_s
                                                               : u"Token tanınmıyor."_s,
                            "Bearer");

    const auto given = Parameters::readFilled(request.query, {u"hastaTCKN"_s, u"reportType"_s});
    if (!given)
        return jsonRefusal(400, given.error());
    if (given->value(u"reportType"_s) != QStringView(singleDoctorReport))
        return jsonRefusal(400, u"reportType yalnızca 5 olabilir."_s);
    const auto patient = validNumber(given->value(u"hastaTCKN"_s));
    if (!patient)
        return jsonRefusal(400, u"hastaTCKN geçerli bir kimlik numarası değil."_s);

    QJsonArray array;
    const auto found = reports.ofPatient(patient->digits());
    for (const auto& report : found) {
        array.append(QJsonObject{
            {u"raporNo"_s, report.number},
            {u"raporReferansNo"_s, report.reference},
            {u"raporTuru"_s, 5},
            {u"hastaTCKN"_s, report.patient},
            {u"hastaAdi"_s, nameOf(report.patient)},
            {u"hekimAdi"_s, doctorName(report.doctor)},
            {u"kurum"_s, report.text.institution},
            {u"gorevi"_s, report.text.duty},
            {u"verilisNedeni"_s, report.text.reason},
            {u"verilisNedeniAciklama"_s, reasonText(report.text.reason)},
            {u"karar"_s, report.text.decision},
            {u"tarih"_s, isoText(report.created)},
            {u"imzali"_s, report.signedAt.has_value()},
        });
    }
    return {200, "application/json; charset=utf-8", QJsonDocument(array).toJson(QJsonDocument::Compact), {}};
}

} // namespace

void addErapor(Router& router, TokenBook& tokens, const ReportBook& reports)
{
    router.add(address::token, "POST", Area::Token,
               [&tokens](const Request& request) { return token(request, tokens); });
    router.add(address::pastReports, "GET", Area::Api,
               [&tokens, &reports](const Request& request) { return pastReports(request, tokens, reports); });
}

} // namespace hekim::training
