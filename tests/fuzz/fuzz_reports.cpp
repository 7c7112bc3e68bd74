// Whatever e-Rapor answers when asked for past reports: each row has a cell for each column.
#include "reply.h"
#include "services/erapor/pastreports.h"

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace hekim;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    const FuzzedReply reply = fuzzedReply(data, size);
    const auto reports = readPastReports({reply.status, reply.body, "application/json", {}, {}}, u"host"_s);
    if (!reports)
        return 0;
    for (const QVariantList& row : reports->rows) {
        if (row.size() != reports->columns.size())
            std::abort();
    }
    return 0;
}
