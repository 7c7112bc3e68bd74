#include "training/radiology/ognendpoint.h"

#include "core/identity/identitynumber.h"
#include "core/settings/training.h"
#include "training/http/parameters.h"
#include "training/token/tokenreply.h"

#include <QJsonObject>

namespace hekim::training {

using namespace Qt::StringLiterals;

namespace {

bool isNumber(const QString& text, const QString& field)
{
    const auto number = IdentityNumber::parse(text, field);
    return number && number->checksumHolds();
}

} // namespace

OgnEndpoint::OgnEndpoint(ImageBook& book) : m_book(book) {}

Reply OgnEndpoint::answer(const Request& request) const
{
    if (!request.query.isEmpty())
        return jsonRefusal(400, u"Parametreler yalnızca gövdede gönderilir."_s);
    if (!request.isForm())
        return jsonRefusal(415, u"İstek gövdesi application/x-www-form-urlencoded biçiminde olmalı."_s);

    const QStringList needed{u"client_id"_s, u"grant_type"_s, u"UserName"_s, u"Password"_s,
                             u"ApplicationCode"_s};
    const auto doctorField = u"DoctorIdentityNumber"_s;
    const auto patientField = u"PatientIdentityNumber"_s;
    const auto given = Parameters::read(request.body, needed + QStringList{doctorField, patientField},
                                        Parameters::Names::Exact);
    if (!given)
        return jsonRefusal(400, given.error());
    for (const auto& name : needed) {
        if (given->value(name).isEmpty())
            return jsonRefusal(400, u"Parametre eksik: %1"_s.arg(name));
    }
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

    const ImageBook::Subject subject{given->value(doctorField), given->value(patientField)};
    if (subject.doctor.isEmpty() != subject.patient.isEmpty())
        return jsonRefusal(400, u"Görüntü için hekim ve hasta numarası birlikte gönderilir."_s);
    // Stricter than the guide, which says that the numbers are not checked: a mistake is to be noticed here.
    if (subject.isForImages() &&
        (!isNumber(subject.doctor, doctorField) || !isNumber(subject.patient, patientField)))
        return tokenRefusal(u"invalid_grant"_s, u"Hekim veya hasta numarası geçerli değil."_s);

    return tokenReply({{u"access_token"_s, QString::fromLatin1(m_book.issueToken(subject))},
                       {u"token_type"_s, u"Bearer"_s},
                       {u"expires_in"_s, m_book.lifetimeSeconds()}});
}

} // namespace hekim::training
