#include "services/teletipreply.h"

#include "core/redaction.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

constexpr qsizetype longestDetail = 200;

QString wordsOf(const HttpReply& reply)
{
    const QJsonObject object = QJsonDocument::fromJson(reply.body).object();
    for (const auto name : {"Message"_L1, "message"_L1, "error_description"_L1, "error"_L1, "title"_L1}) {
        const QString words = object.value(name).toString().simplified();
        if (!words.isEmpty())
            return redacted(words).left(longestDetail);
    }
    return {};
}

} // namespace

Result<HttpReply> readTeletipReply(const HttpReply& reply, const QString& step, const QString& host)
{
    const auto failure = [&](ErrorKind kind) {
        return tl::make_unexpected(Error{kind, step, InputFault::None, host, reply.status, wordsOf(reply)});
    };
    if (reply.status >= 200 && reply.status < 300)
        return reply;
    if (reply.status >= 500 || reply.status == 429)
        return failure(ErrorKind::ServerFailed);
    // A gateway's or a proxy's page is not the service's word.
    if (reply.status < 400 || reply.body.trimmed().startsWith('<'))
        return failure(ErrorKind::BadReply);
    return failure(ErrorKind::RequestRefused);
}

} // namespace hekim
