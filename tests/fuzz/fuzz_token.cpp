// Whatever a token service answers: a token comes out of a success only, and is not empty.
#include "reply.h"
#include "services/token/token.h"

#include <QDateTime>
#include <QTimeZone>

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace hekim;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    const FuzzedReply reply = fuzzedReply(data, size);
    static const QDateTime now = QDateTime::fromSecsSinceEpoch(1'800'000'000, QTimeZone::utc());
    const auto token = readTokenReply(reply.status, reply.body, Step::EraporToken, u"host"_s, now);
    if (token && (reply.status < 200 || reply.status > 299 || token->value.isEmpty() ||
                  token->expiresAt <= now || now.daysTo(token->expiresAt) > 1))
        std::abort();
    return 0;
}
