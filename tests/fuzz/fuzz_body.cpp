// Whatever a server packs, and in whatever encoding: no more comes out than was allowed, and its text is
// text.
#include "services/http/contentcoding.h"
#include "services/http/replytext.h"

#include <cstdlib>

using namespace hekim;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    constexpr qsizetype most = 100'000;
    if (size == 0)
        return 0;
    const QByteArray body(reinterpret_cast<const char*>(data + 1), static_cast<qsizetype>(size - 1));
    const auto unpacked = unpackedBody(body, data[0] % 2 == 0 ? "gzip" : "deflate", most);
    if (unpacked && unpacked->size() > std::max(most, body.size()))
        std::abort();
    const QString text = replyText(unpacked.value_or(body));
    if (text != text.trimmed())
        std::abort();
    replyWords(replyJson(text).toObject());
    return 0;
}
