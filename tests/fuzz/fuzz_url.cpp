// Whatever a web page or a mail puts into a link: a URL only proposes (rule S8), keeps the contract's rules,
// and arrives in the window as it was sent.
#include "takenrequest.h"

using namespace Qt::StringLiterals;
using namespace hekim;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    for (const auto environment : {EnvironmentName::Live, EnvironmentName::Training}) {
        for (const QString& url : {text, u"hekim-asistani://open?"_s + text}) {
            const auto request = launchRequestFromUrl(url, environment);
            if (!request)
                continue;
            check(*request, environment);
            if (request->source != LaunchSource::Url)
                std::abort();
        }
    }
    return 0;
}
