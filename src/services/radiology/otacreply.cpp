#include "services/radiology/otacreply.h"

#include "core/settings/environment.h"
#include "core/text/redaction.h"
#include "services/http/replytext.h"

#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

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

QUrl addressWith(const QString& code, const QUrl& viewer)
{
    return QUrl::fromEncoded(viewer.toEncoded(QUrl::StripTrailingSlash) +
                                 "/viewer/#/viewpatient?otac=" + QUrl::toPercentEncoding(code),
                             QUrl::StrictMode);
}

} // namespace

Result<QUrl> viewerAddress(const QByteArray& reply, const QUrl& viewer, const QString& host)
{
    const auto failure = [&](ErrorKind kind, const QString& where, const QString& detail) {
        return tl::make_unexpected(
            Error{.kind = kind, .step = Step::PostOtac, .host = where, .detail = detail});
    };
    QString text = replyText(reply);
    if (text.isEmpty())
        return failure(ErrorKind::BadReply, host, u"empty reply"_s);
    if (isPage(text))
        return failure(ErrorKind::NetworkLogin, host, u"a web page instead of an address"_s);

    const QJsonValue value = replyJson(text);
    if (value.isString()) {
        text = value.toString().trimmed();
    } else if (value.isObject()) {
        QStringList urls;
        const QJsonObject object = value.toObject();
        for (const QJsonValue member : object) {
            if (looksLikeUrl(member.toString().trimmed()))
                urls.append(member.toString().trimmed());
        }
        if (const QString words = replyWords(object); urls.isEmpty() && !words.isEmpty())
            return failure(ErrorKind::RequestRefused, host, words);
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
    // Scheme, host and port: another host that is named there gets no code, and no user name slips in before
    // it.
    if (originOf(address) != originOf(viewer) || !address.userInfo().isEmpty())
        return failure(ErrorKind::ForeignAddress, redacted(address.host()), u"endpoints/viewer"_s);
    return address;
}

} // namespace hekim
