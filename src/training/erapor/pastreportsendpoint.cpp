#include "training/erapor/pastreportsendpoint.h"

#include "training/http/parameters.h"
#include "training/pages/wording.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace hekim::training {

using namespace Qt::StringLiterals;

namespace {

/// "e-Durum Bildirir Tek Hekim" (guide 000, section 5.3).
constexpr char16_t singleDoctorReport[] = u"5";

Reply unauthorized(const QString& message)
{
    auto reply = jsonRefusal(401, message);
    reply.headers.emplaceBack("WWW-Authenticate", "Bearer");
    return reply;
}

} // namespace

PastReportsEndpoint::PastReportsEndpoint(const TokenBook& tokens, const ReportBook& reports)
    : m_tokens(tokens), m_reports(reports)
{
}

Reply PastReportsEndpoint::answer(const Request& request) const
{
    const auto token = request.bearer();
    if (token.isEmpty()) {
        return unauthorized(u"Authorization: Bearer başlığı eksik."_s);
    }
    switch (m_tokens.find(token).state) {
    case TokenBook::State::Unknown:
        return unauthorized(u"Token tanınmıyor."_s);
    case TokenBook::State::Expired:
        return unauthorized(u"Token süresi dolmuş."_s);
    case TokenBook::State::Valid:
        break;
    }

    const QStringList names{u"hastaTCKN"_s, u"reportType"_s};
    const auto given = Parameters::read(request.query, names, Parameters::Names::Exact);
    if (!given) {
        return jsonRefusal(400, given.error());
    }
    for (const auto& name : names) {
        if (given->value(name).isEmpty()) {
            return jsonRefusal(400, u"Parametre eksik: %1"_s.arg(name));
        }
    }
    if (given->value(u"reportType"_s) != QStringView(singleDoctorReport)) {
        return jsonRefusal(400, u"reportType yalnızca 5 olabilir."_s);
    }
    const auto patient = IdentityNumber::parse(given->value(u"hastaTCKN"_s), u"hastaTCKN"_s);
    if (!patient || !patient->checksumHolds()) {
        return jsonRefusal(400, u"hastaTCKN geçerli bir kimlik numarası değil."_s);
    }

    QJsonArray array;
    const auto reports = m_reports.ofPatient(patient->digits());
    for (const auto& report : reports) {
        array.append(QJsonObject{
            {u"raporNo"_s, report.number},
            {u"raporReferansNo"_s, report.reference},
            {u"raporTuru"_s, 5},
            {u"hastaTCKN"_s, report.patient},
            {u"hastaAdi"_s, m_people.citizen(*patient).name},
            {u"hekimAdi"_s, m_people.doctorName(report.doctor)},
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

} // namespace hekim::training
