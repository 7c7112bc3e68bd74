// Whatever a method of teleradiology answers: only a success goes on, and what a refusal says is short and on
// one line.
#include "reply.h"
#include "services/radiology/teletipreply.h"

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace hekim;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    const FuzzedReply reply = fuzzedReply(data, size);
    const auto judged =
        readTeletipReply({reply.status, reply.body, "application/json", {}, {}}, Step::PostOtac, u"host"_s);
    if (judged.has_value() != (reply.status >= 200 && reply.status < 300))
        std::abort();
    if (!judged && (judged.error().detail.size() > 200 || judged.error().detail.contains(u'\n')))
        std::abort();
    return 0;
}
