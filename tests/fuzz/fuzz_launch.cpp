// Whatever a caller gives to --request: one that is taken keeps the contract's rules, and arrives in the
// window as it was sent.
#include "takenrequest.h"

using namespace hekim;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    for (const auto environment : {EnvironmentName::Live, EnvironmentName::Training}) {
        if (const auto request = launchRequestFromJson(text, environment))
            check(*request, environment);
    }
    return 0;
}
