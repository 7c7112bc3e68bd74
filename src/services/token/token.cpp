#include "services/token/token.h"

#include "services/http/replytext.h"

#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

constexpr qint64 defaultSeconds = qint64{20} * 60;
// A service that says "a year" is not believed: the token is renewed once a day at the latest.
constexpr qint64 longestSeconds = qint64{24} * 60 * 60;
constexpr qsizetype longestToken = qsizetype{16} * 1024;

std::optional<qint64> seconds(const QJsonValue& expiresIn)
{
    bool ok = expiresIn.isDouble();
    const double number = ok ? expiresIn.toDouble() : expiresIn.toString().trimmed().toDouble(&ok);
    if (!ok || !std::isfinite(number) || number < 1)
        return {};
    return static_cast<qint64>(std::min(number, double(longestSeconds)));
}

// The `exp` of a JWT that is still to come. One that has passed tells of a wrong clock, not of the token.
std::optional<qint64> secondsByJwt(const QString& token, const QDateTime& now)
{
    const QStringList parts = token.split(u'.');
    if (parts.size() != 3)
        return {};
    const auto payload = QByteArray::fromBase64Encoding(
        parts.at(1).toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!payload)
        return {};
    const QJsonValue expiry = replyJson(replyText(payload.decoded)).toObject().value("exp"_L1);
    const double moment = expiry.isString() ? expiry.toString().toDouble() : expiry.toDouble();
    return seconds(moment - double(now.toSecsSinceEpoch()));
}

Token tokenOf(const QString& value, const QJsonValue& expiresIn, const QDateTime& now)
{
    std::optional<qint64> lifetime = seconds(expiresIn);
    if (!lifetime)
        lifetime = secondsByJwt(value, now);
    return {value, now.addSecs(lifetime.value_or(defaultSeconds))};
}

// Any text without control characters: it goes into a header and an address.
bool canBeToken(const QString& value)
{
    return !value.isEmpty() && value.size() <= longestToken &&
           std::all_of(value.begin(), value.end(), [](QChar c) { return c > u' ' && c < u'\x7f'; });
}

bool isBareToken(const QString& value)
{
    static const QRegularExpression pattern(
        QRegularExpression::anchoredPattern(u"[A-Za-z0-9._~+/=-]{16,8192}"_s));
    return pattern.match(value).hasMatch();
}

bool says(const QJsonValue& member)
{
    return !member.isUndefined() && !member.isNull() &&
           !(member.isString() && member.toString().trimmed().isEmpty());
}

bool saysThatItRefuses(const QJsonObject& reply)
{
    const auto names = {"error_description"_L1, "Message"_L1, "message"_L1, "error"_L1};
    return std::ranges::any_of(names, [&](QLatin1StringView name) { return says(reply.value(name)); });
}

} // namespace

Result<Token> readTokenReply(int httpStatus, const QByteArray& body, Step step, const QString& host,
                             const QDateTime& now)
{
    const auto failure = [&](ErrorKind kind, const QString& detail) {
        return tl::make_unexpected(
            Error{.kind = kind, .step = step, .host = host, .httpStatus = httpStatus, .detail = detail});
    };
    if (httpStatus >= 500 || httpStatus == 429)
        return failure(ErrorKind::ServerFailed, {});

    const QString text = replyText(body);
    const bool succeeded = httpStatus >= 200 && httpStatus < 300;
    const QJsonValue value = replyJson(text);

    if (value.isObject()) {
        const QJsonObject reply = value.toObject();
        const QString token = reply.value("access_token"_L1).toString().trimmed();
        if (succeeded && canBeToken(token))
            return tokenOf(token, reply.value("expires_in"_L1), now);
        if (saysThatItRefuses(reply))
            return failure(ErrorKind::CredentialsRefused, replyWords(reply));
    } else if (succeeded) {
        const QString token = value.isString() ? value.toString().trimmed() : text;
        if (isBareToken(token))
            return tokenOf(token, {}, now);
    }
    // No words that can be read: 401 and 403 say by themselves that the caller was not let in; a 400 may as
    // well be the gateway's, and a password that was not refused must not be called wrong.
    if (httpStatus == 401 || httpStatus == 403)
        return failure(ErrorKind::CredentialsRefused, {});
    if (text.isEmpty())
        return failure(ErrorKind::BadReply, u"empty reply"_s);
    if (isPage(text))
        return failure(succeeded ? ErrorKind::NetworkLogin : ErrorKind::BadReply,
                       u"a web page instead of a token"_s);
    return failure(ErrorKind::BadReply, u"no token in the reply"_s);
}

} // namespace hekim
