#include "services/radiology/teletipreply.h"

#include "services/http/replytext.h"

namespace hekim {

Result<HttpReply> readTeletipReply(const HttpReply& reply, Step step, const QString& host)
{
    if (reply.status >= 200 && reply.status < 300)
        return reply;
    const QString text = replyText(reply.body);
    const auto failure = [&](ErrorKind kind) {
        return tl::make_unexpected(Error{.kind = kind,
                                         .step = step,
                                         .host = host,
                                         .httpStatus = reply.status,
                                         .detail = replyWords(replyJson(text).toObject())});
    };
    if (reply.status >= 500 || reply.status == 429)
        return failure(ErrorKind::ServerFailed);
    // A gateway's or a proxy's page is not the service's word.
    if (reply.status < 400 || isPage(text))
        return failure(ErrorKind::BadReply);
    return failure(ErrorKind::RequestRefused);
}

} // namespace hekim
