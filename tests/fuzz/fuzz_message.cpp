// Whatever arrives on the instance channel: no frame is over the limit, and a message that is taken is the
// one that goes out again.
#include "core/launch/instancemessage.h"

#include <cstdlib>

using namespace hekim;

namespace {

QByteArray frameOf(const QByteArray& bytes)
{
    FrameReader reader;
    reader.append(bytes);
    const auto frame = reader.next();
    if (!frame || !*frame)
        std::abort();
    return **frame;
}

void check(const QByteArray& json)
{
    for (const auto environment : {EnvironmentName::Live, EnvironmentName::Training}) {
        const DecodedMessage decoded = decodeMessage(json, environment);
        if (!decoded.message) {
            if (decoded.refusal.outcome == InstanceReply::Outcome::Accepted)
                std::abort();
            continue;
        }
        const DecodedMessage again = decodeMessage(frameOf(encode(*decoded.message)), environment);
        if (!again.message || !(again.message->request == decoded.message->request) ||
            again.message->command != decoded.message->command)
            std::abort();
    }
    if (const auto reply = decodeReply(json)) {
        const auto again = decodeReply(frameOf(encode(*reply)));
        if (!again || again->outcome != reply->outcome)
            std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    check(bytes);
    FrameReader reader;
    // In two parts, as a socket may bring it.
    reader.append(bytes.first(bytes.size() / 2));
    for (int part = 0; part < 2; ++part) {
        auto frame = reader.next();
        for (; frame && *frame; frame = reader.next()) {
            if ((*frame)->size() > maxInstanceMessageBytes)
                std::abort();
            check(**frame);
        }
        if (!frame)
            break;
        reader.append(bytes.sliced(bytes.size() / 2));
    }
    return 0;
}
