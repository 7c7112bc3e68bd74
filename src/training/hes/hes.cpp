#include "core/settings/training.h"
#include "training/http/addresses.h"
#include "training/services.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

#include <optional>

namespace hekim::training {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostCodes = 500;
constexpr qint64 validDays = 30;
constexpr qint64 testHours = 20;

Reply uncached(int status, const QJsonObject& object)
{
    return json(status, object, {{"Cache-Control", "no-store"}});
}

// As the guide prints it, for a code that is malformed, not there or expired.
Reply codeRefused(const QString& errorKey, const QString& title, const QJsonObject& more = {})
{
    QJsonObject object{{u"entityName"_s, u"hesCode"_s},
                       {u"errorKey"_s, errorKey},
                       {u"type"_s, u"https://hescode.saglik.gov.tr/problem/problem-with-message"_s},
                       {u"title"_s, title},
                       {u"status"_s, 400},
                       {u"message"_s, u"error."_s + errorKey},
                       {u"params"_s, u"hesCode"_s}};
    for (auto member = more.begin(); member != more.end(); ++member) {
        object.insert(member.key(), member.value());
    }
    return uncached(400, object);
}

bool isCode(const QString& text)
{
    static const QRegularExpression pattern(u"\\A[A-Z0-9]{10}\\z"_s);
    return pattern.match(text).hasMatch();
}

std::optional<HesExample> exampleOf(const QString& code)
{
    const auto examples = hesExamples();
    for (const auto& example : examples) {
        if (example.code == code) {
            return example;
        }
    }
    return {};
}

QString isoText(const QDateTime& moment)
{
    return moment.toString(u"yyyy-MM-ddThh:mm:ss'Z'"_s);
}

QJsonValue truth(const std::optional<bool>& value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

// What is wrong with the request before its body is read, if anything.
std::optional<Reply> refusal(const Request& request)
{
    const auto login = QStringView(hesUsername).toUtf8() + ':' + QStringView(hesPassword).toUtf8();
    if (request.authorization != "Basic " + login.toBase64())
        return unauthorized(u"Kullanıcı adı veya şifre hatalı."_s, "Basic realm=\"HES\", charset=\"UTF-8\"");
    if (!request.query.isEmpty())
        return jsonRefusal(400, u"Adreste parametre gönderilmez."_s);
    if (!request.isJson())
        return jsonRefusal(415, u"Content-Type application/json olmalı."_s);
    return {};
}

// Exactly these members; the refusal in words.
std::optional<QString> faultOfMembers(const QJsonObject& object, const QStringList& names)
{
    for (const auto& name : names) {
        if (!object.contains(name)) {
            return u"Alan eksik: %1"_s.arg(name);
        }
    }
    const auto given = object.keys();
    for (const auto& name : given) {
        if (!names.contains(name)) {
            return u"Bilinmeyen alan: %1"_s.arg(name);
        }
    }
    return {};
}

// The code of an object that has nothing but one.
std::optional<QString> codeOf(const QJsonValue& value)
{
    const auto object = value.toObject();
    if (object.size() != 1 || !object.value("hes_code"_L1).isString()) {
        return {};
    }
    return object.value("hes_code"_L1).toString();
}

QJsonObject person(const QString& code, bool details, const QDateTime& now)
{
    const auto example = exampleOf(code).value_or(HesExample());
    QJsonObject object{{u"expiration_date"_s, isoText(now.addDays(validDays))},
                       {u"current_health_status"_s, example.status},
                       {u"masked_firstname"_s, u"AY** "_s},
                       {u"masked_identity_number"_s, u"*****"_s + code.last(3)},
                       {u"masked_lastname"_s, u"ÇI***"_s}};
    if (details) {
        object.insert(u"is_vaccinated"_s, truth(example.vaccinated));
        object.insert(u"is_immune"_s, truth(example.immune));
        object.insert(
            u"last_negative_test_date"_s,
            example.negativeTest
                ? QJsonValue(now.addSecs(-testHours * 3600).toString(u"yyyy-MM-ddThh:mm:ss.zzz'Z'"_s))
                : QJsonValue(QJsonValue::Null));
    }
    return object;
}

Reply answerFor(const QString& code, bool details, const QDateTime& now)
{
    const auto example = isCode(code) ? exampleOf(code) : std::nullopt;
    if (!example || example->answer == HesExample::Answer::NotFound)
        return codeRefused(u"hescodenotfound"_s, u"Hes code not found!"_s);
    if (example->answer == HesExample::Answer::Expired)
        return codeRefused(u"hescodehasbeenexpired"_s, u"Hes code has been expired!"_s,
                           {{u"expiration_date"_s, isoText(now.addDays(-validDays))}});
    return uncached(200, person(code, details, now));
}

Reply visitor(const QJsonDocument& body, const QDateTime& now)
{
    if (!body.isObject())
        return jsonRefusal(400, u"İstek gövdesi bir JSON nesnesi olmalı."_s);
    const auto object = body.object();
    if (const auto fault = faultOfMembers(
            object, {u"city"_s, u"district"_s, u"explicit_address"_s, u"hes_code"_s, u"location"_s}))
        return jsonRefusal(400, *fault);
    for (const auto& name : {u"city"_s, u"district"_s, u"explicit_address"_s}) {
        if (object.value(name).toString().trimmed().isEmpty())
            return jsonRefusal(400, u"Zorunlu alan boş: %1"_s.arg(name));
    }
    const auto location = object.value("location"_L1).toObject();
    if (location.size() != 2 || !location.value("latitude"_L1).isDouble() ||
        !location.value("longitude"_L1).isDouble())
        return jsonRefusal(400, u"location alanında latitude ve longitude sayı olmalı."_s);
    return answerFor(object.value("hes_code"_L1).toString(), false, now);
}

Reply single(const QJsonDocument& body, bool details, const QDateTime& now)
{
    const auto code = body.isObject() ? codeOf(body.object()) : std::nullopt;
    return code ? answerFor(*code, details, now)
                : jsonRefusal(400, u"İstek gövdesi yalnızca hes_code alanı olan bir JSON nesnesi olmalı."_s);
}

Reply batch(const QJsonDocument& body, const QDateTime& now)
{
    const auto asked = body.array();
    if (!body.isArray() || asked.isEmpty() || asked.size() > mostCodes)
        return jsonRefusal(400,
                           u"İstek gövdesi 1 ile %1 kod arasında bir JSON dizisi olmalı."_s.arg(mostCodes));
    QJsonObject success;
    QJsonObject unsuccess;
    QSet<QString> seen;
    for (const auto& element : asked) {
        const auto code = codeOf(element);
        if (!code || seen.contains(*code))
            return jsonRefusal(
                400, u"Her öğe yalnızca hes_code alanı olan bir nesne olmalı; kodlar yinelenmez."_s);
        seen.insert(*code);
        const auto example = exampleOf(*code);
        if (example && example->answer == HesExample::Answer::Found)
            success.insert(*code, person(*code, false, now));
        else if (example && example->answer == HesExample::Answer::Expired)
            unsuccess.insert(*code, u"hescodehasbeenexpired"_s);
        else
            unsuccess.insert(*code, u"hescodenotfound"_s);
    }
    // Inside, as section 5.3 prints it.
    success.insert(u"unsuccess_map"_s, unsuccess);
    return uncached(200, {{u"success_map"_s, success}});
}

} // namespace

void addHes(Router& router, const Clock& clock)
{
    const auto add = [&](QStringView path,
                         std::function<Reply(const QJsonDocument&, const QDateTime&)> answer) {
        router.addJson(path, Area::Api, [clock, answer = std::move(answer)](const Request& request) {
            const auto refused = refusal(request);
            return refused ? *refused : answer(QJsonDocument::fromJson(request.body), clock());
        });
    };
    add(address::hesVisitor, visitor);
    add(address::hesEmployee, [](const auto& body, const auto& now) { return single(body, false, now); });
    add(address::hesWithDetails, [](const auto& body, const auto& now) { return single(body, true, now); });
    add(address::hesBatch, batch);
}

} // namespace hekim::training
