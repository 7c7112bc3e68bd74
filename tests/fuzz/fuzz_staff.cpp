// Whatever HES answers about a batch: there is a result for each code asked for, and for no other.
#include "reply.h"
#include "services/hes/hesreply.h"

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace hekim;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    const FuzzedReply reply = fuzzedReply(data, size);
    static const QList<HesCode> asked = {HesCode::parse(u"A1B2C3D4E5"_s, {}).value(),
                                         HesCode::parse(u"I1R1000020"_s, {}).value()};
    const auto results = readHesBatchReply(reply.status, reply.body, asked, u"host"_s);
    if (!results)
        return 0;
    if (reply.status != 200 || results->size() != asked.size() || !results->contains(u"A1B2C3D4E5"_s) ||
        !results->contains(u"I1R1000020"_s))
        std::abort();
    return 0;
}
