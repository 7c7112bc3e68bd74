// Whatever HES answers about one code: a person's state comes out of a success only, and a risk only where
// the answer has the word for it (rule P5).
#include "reply.h"
#include "services/hes/hesreply.h"

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace hekim;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    const FuzzedReply reply = fuzzedReply(data, size);
    const auto result = readHesReply(reply.status, reply.body, reply.other, u"host"_s);
    if (!result)
        return 0;
    if ((result->outcome == HesResult::Outcome::Found) != (reply.status == 200))
        std::abort();
    if (result->risk != HesRisk::Unknown && result->outcome != HesResult::Outcome::Found)
        std::abort();
    return 0;
}
