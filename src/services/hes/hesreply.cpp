#include "services/hes/hesreply.h"

#include "services/http/replytext.h"

#include <QJsonObject>
#include <QTimeZone>

#include <optional>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

constexpr qsizetype longestWord = 64;

tl::unexpected<Error> failure(ErrorKind kind, int status, const QString& host, const QString& detail = {})
{
    return tl::make_unexpected(
        Error{.kind = kind, .step = Step::Hes, .host = host, .httpStatus = status, .detail = detail});
}

// What comes from outside is shown: no control characters, no length without end.
QString shown(const QJsonValue& value)
{
    return value.toString().simplified().left(longestWord);
}

// Times are UTC, with or without saying so.
QDateTime moment(const QJsonValue& value)
{
    QDateTime time = QDateTime::fromString(value.toString().trimmed(), Qt::ISODateWithMs);
    if (time.isValid() && time.timeSpec() == Qt::LocalTime)
        time.setTimeZone(QTimeZone::utc());
    return time.isValid() ? time.toUTC() : QDateTime();
}

HesTruth truth(const QJsonValue& value)
{
    if (!value.isBool())
        return HesTruth::NotShown;
    return value.toBool() ? HesTruth::Yes : HesTruth::No;
}

HesResult found(const QJsonObject& object, bool withDetails)
{
    HesResult result;
    result.outcome = HesResult::Outcome::Found;
    result.risk = hesRiskFromStatus(object.value("current_health_status"_L1).toString());
    // Masks come with blanks at their end.
    result.firstName = shown(object.value("masked_firstname"_L1));
    result.lastName = shown(object.value("masked_lastname"_L1));
    result.identityNumber = shown(object.value("masked_identity_number"_L1));
    result.expiresAt = moment(object.value("expiration_date"_L1));
    if (withDetails) {
        result.details =
            HesDetails{truth(object.value("is_vaccinated"_L1)), truth(object.value("is_immune"_L1)),
                       moment(object.value("last_negative_test_date"_L1))};
    }
    return result;
}

HesResult refused(const QString& errorKey, const QDateTime& expiresAt = {})
{
    HesResult result;
    result.errorKey = errorKey;
    result.expiresAt = expiresAt;
    if (errorKey == u"hescodenotfound")
        result.outcome = HesResult::Outcome::NotFound;
    else if (errorKey == u"hescodehasbeenexpired")
        result.outcome = HesResult::Outcome::Expired;
    else
        result.outcome = HesResult::Outcome::Refused;
    return result;
}

// What the status and the body have in common for all four methods: an object, or why there is none.
Result<QJsonObject> objectOf(int status, const QByteArray& body, const QString& host)
{
    // 403: an address of the internet that the institution has not registered (guide 004 section 2).
    if (status == 401 || status == 403)
        return failure(ErrorKind::CredentialsRefused, status, host);
    if (status >= 500 || status == 429)
        return failure(ErrorKind::ServerFailed, status, host);
    if (status == 404 || status == 410)
        return failure(ErrorKind::BadReply, status, host, u"the service is not at this address"_s);
    const QString text = replyText(body);
    if (text.isEmpty())
        return failure(ErrorKind::BadReply, status, host, u"empty reply"_s);
    if (isPage(text))
        return failure(status == 200 ? ErrorKind::NetworkLogin : ErrorKind::BadReply, status, host,
                       u"a web page instead of an answer"_s);
    const QJsonValue value = replyJson(text);
    if (!value.isObject())
        return failure(ErrorKind::BadReply, status, host, u"no JSON object"_s);
    return value.toObject();
}

// The code that a reply's key means, or nothing.
std::optional<QString> codeOf(const QString& key)
{
    const auto code = HesCode::parse(key, {});
    return code ? std::optional(code->text()) : std::nullopt;
}

// A code's error as a word, or as the object of a single reply.
HesResult refusedAs(const QJsonValue& value)
{
    if (!value.isObject())
        return refused(shown(value));
    const QJsonObject object = value.toObject();
    return refused(shown(object.value("errorKey"_L1)), moment(object.value("expiration_date"_L1)));
}

} // namespace

Result<HesResult> readHesReply(int httpStatus, const QByteArray& body, bool withDetails, const QString& host)
{
    const auto object = objectOf(httpStatus, body, host);
    if (!object)
        return tl::make_unexpected(object.error());
    const QString errorKey = shown(object->value("errorKey"_L1));
    if (httpStatus == 400 && !errorKey.isEmpty())
        return refused(errorKey, moment(object->value("expiration_date"_L1)));
    if (httpStatus != 200)
        return failure(ErrorKind::BadReply, httpStatus, host);
    if (!object->contains("current_health_status"_L1))
        return failure(ErrorKind::BadReply, httpStatus, host, u"no current_health_status"_s);
    return found(*object, withDetails);
}

Result<HesResults> readHesBatchReply(int httpStatus, const QByteArray& body, const QList<HesCode>& asked,
                                     const QString& host)
{
    const auto object = objectOf(httpStatus, body, host);
    if (!object)
        return tl::make_unexpected(object.error());
    if (httpStatus != 200)
        return failure(ErrorKind::BadReply, httpStatus, host, shown(object->value("errorKey"_L1)));
    const QJsonValue success = object->value("success_map"_L1);
    // The guide prints it inside success_map; clients in use meet it beside.
    constexpr auto unsuccessName = "unsuccess_map"_L1;
    const QJsonValue inside = success.toObject().value(unsuccessName);
    const QJsonValue beside = object->value(unsuccessName);
    if (!success.isObject() && !beside.isObject())
        return failure(ErrorKind::BadReply, httpStatus, host, u"no success_map"_s);

    HesResults results;
    results.reserve(asked.size());
    for (const HesCode& code : asked)
        results.insert(code.text(), HesResult());
    const auto put = [&results](const QString& key, const HesResult& result) {
        const auto code = codeOf(key);
        if (const auto place = code ? results.find(*code) : results.end(); place != results.end())
            *place = result;
    };
    const QJsonObject successes = success.toObject();
    for (auto entry = successes.begin(); entry != successes.end(); ++entry) {
        if (entry.key() != unsuccessName && entry.value().isObject())
            put(entry.key(), found(entry.value().toObject(), false));
    }
    // After the successes: a code in both is not known to be anything good (rule P5).
    for (const QJsonValue& map : {inside, beside}) {
        const QJsonObject failures = map.toObject();
        for (auto entry = failures.begin(); entry != failures.end(); ++entry)
            put(entry.key(), refusedAs(entry.value()));
    }
    return results;
}

} // namespace hekim
