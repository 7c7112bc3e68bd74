// Whatever a caller or a web page sends: a request that is taken keeps the contract's rules, and arrives in
// the window as it was sent.
#include "core/launchrequest.h"

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace hekim;

namespace {

void check(const LaunchRequest& request, EnvironmentName environment)
{
    const bool needsPatient =
        request.reason || !request.accessions.isEmpty() || request.page == LandingPage::History;
    if (needsPatient && !request.patient)
        std::abort();
    if (environment == EnvironmentName::Live && request.patient && !request.patient->checksumHolds())
        std::abort();
    const auto arrived = launchRequestFromMessage(toJson(request), environment);
    if (!arrived || !(*arrived == request))
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    for (const auto environment : {EnvironmentName::Live, EnvironmentName::Training}) {
        if (const auto request = launchRequestFromJson(text, environment))
            check(*request, environment);
        for (const QString& url :
             {QString::fromUtf8(text), u"hekim-asistani://open?"_s + QString::fromUtf8(text)}) {
            const auto request = launchRequestFromUrl(url, environment);
            if (!request)
                continue;
            check(*request, environment);
            if (request->source != LaunchSource::Url) // a URL only proposes (rule S8)
                std::abort();
        }
    }
    return 0;
}
