#include "services/otacreply.h"

#include "core/environment.h"
#include "core/redaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

constexpr qsizetype longestDetail = 200;

bool looksLikeUrl(const QString& text)
{
    static const QRegularExpression scheme(u"^[A-Za-z][A-Za-z0-9+.-]*://"_s);
    return scheme.match(text).hasMatch();
}

bool isCode(const QString& text)
{
    static const QRegularExpression pattern(
        QRegularExpression::anchoredPattern(u"[A-Za-z0-9._~+/=-]{8,4096}"_s));
    return pattern.match(text).hasMatch();
}

// The whole reply as a JSON value: wrapped, since QJsonDocument takes no bare string.
QJsonValue jsonValue(const QByteArray& body)
{
    const QJsonArray array = QJsonDocument::fromJson('[' + body + ']').array();
    return array.size() == 1 ? array.first() : QJsonValue(QJsonValue::Undefined);
}

QUrl addressWith(const QString& code, const QUrl& viewer)
{
    return QUrl::fromEncoded(viewer.toEncoded(QUrl::StripTrailingSlash) +
                                 "/viewer/#/viewpatient?otac=" + QUrl::toPercentEncoding(code),
                             QUrl::StrictMode);
}

} // namespace

Result<QUrl> viewerAddress(const QByteArray& reply, const QUrl& viewer, const QString& step,
                           const QString& host)
{
    const auto failure = [&](ErrorKind kind, const QString& where, const QString& detail) {
        return tl::make_unexpected(Error{kind, step, InputFault::None, where, 0, detail});
    };
    QByteArray body = reply;
    if (body.startsWith("\xef\xbb\xbf"))
        body.remove(0, 3);
    body = body.trimmed();
    if (body.isEmpty())
        return failure(ErrorKind::BadReply, host, u"empty reply"_s);
    if (body.startsWith('<'))
        return failure(ErrorKind::NetworkLogin, host, u"a web page instead of an address"_s);

    QString text = QString::fromUtf8(body);
    const QJsonValue value = jsonValue(body);
    if (value.isString()) {
        text = value.toString().trimmed();
    } else if (value.isObject()) {
        QStringList urls;
        const QJsonObject object = value.toObject();
        for (const QJsonValue member : object) {
            if (looksLikeUrl(member.toString().trimmed()))
                urls.append(member.toString().trimmed());
        }
        if (urls.isEmpty()) {
            for (const auto name : {"Message"_L1, "message"_L1, "error_description"_L1, "error"_L1}) {
                const QString words = object.value(name).toString().simplified();
                if (!words.isEmpty())
                    return failure(ErrorKind::RequestRefused, host, redacted(words).left(longestDetail));
            }
        }
        if (urls.size() != 1)
            return failure(ErrorKind::BadReply, host, u"not one address in the reply"_s);
        text = urls.first();
    } else if (!value.isUndefined() && !value.isDouble()) {
        return failure(ErrorKind::BadReply, host, u"no address in the reply"_s);
    }
    if (!looksLikeUrl(text)) {
        if (!isCode(text))
            return failure(ErrorKind::BadReply, host, u"no address and no code in the reply"_s);
        return addressWith(text, viewer);
    }
    const QUrl address(text, QUrl::StrictMode);
    if (!address.isValid() || address.host().isEmpty())
        return failure(ErrorKind::BadReply, host, u"an address that cannot be read"_s);
    // Scheme, host and port: whoever else is named there gets no code, and no user name slips in before it.
    if (originOf(address) != originOf(viewer) || !address.userInfo().isEmpty())
        return failure(ErrorKind::ForeignAddress, redacted(address.host()), u"endpoints/viewer"_s);
    return address;
}

} // namespace hekim
