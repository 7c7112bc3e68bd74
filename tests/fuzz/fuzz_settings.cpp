// Whatever stands in a settings file or in provisioning data: what is taken is valid key by key.
#include "core/settings.h"
#include "services/provisioning.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace hekim;

namespace {

void check(const Settings& settings)
{
    for (const SettingsKey& key : allSettingsKeys()) {
        if (settings.layerOf(key.name) == SettingsLayer::BuiltIn)
            continue;
        if (!checkSetting(key.name, settings.value(key.name)))
            std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    const QByteArray content(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    static const QTemporaryDir place(u"/dev/shm/hekim-fuzz-XXXXXX"_s);
    SettingsPlaces places;
    places.policy.path = place.filePath(u"policy.conf"_s);
    places.defaults.path = place.filePath(u"defaults.conf"_s);
    places.user.path = place.filePath(u"settings.ini"_s);
    QFile file(places.user.path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        std::abort();
    file.close();
    if (const auto settings = Settings::load(places, {}))
        check(*settings);

    if (const auto given = ProvisioningData::fromJson(content)) {
        for (auto setting = given->settings.begin(); setting != given->settings.end(); ++setting) {
            if (!checkSetting(setting.key(), setting.value()))
                std::abort();
        }
    }
    return 0;
}
