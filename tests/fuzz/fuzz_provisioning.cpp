// Whatever is given to --provision: what is taken is valid key by key, and training gets no secrets.
#include "services/secrets/provisioning.h"

#include <cstdlib>

using namespace hekim;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    const QByteArray document(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto given = ProvisioningData::fromJson(document);
    if (!given)
        return 0;
    for (auto setting = given->settings.begin(); setting != given->settings.end(); ++setting) {
        if (!checkSetting(setting.key(), setting.value()))
            std::abort();
    }
    if (given->environment == EnvironmentName::Training) {
        for (const auto& secret : given->secrets) {
            if (secret)
                std::abort();
        }
    }
    return 0;
}
