// Whatever postOTAC answers: an address that is taken is the viewer's own (rule S3).
#include "reply.h"
#include "services/radiology/otacreply.h"

#include <QUrl>

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace hekim;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    static const QUrl viewer(u"https://viewer.example"_s);
    const auto address = viewerAddress(fuzzedReply(data, size).body, viewer, u"host"_s);
    if (address && (address->scheme() != viewer.scheme() || address->host() != viewer.host() ||
                    address->port(443) != 443 || !address->userInfo().isEmpty()))
        std::abort();
    return 0;
}
