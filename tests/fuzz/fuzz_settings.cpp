// Whatever stands in a settings file: what is taken is valid key by key.
#include "core/settings/settings.h"

#include <QDateTime>
#include <QFile>
#include <QTemporaryDir>
#include <QTimeZone>

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace hekim;

namespace {

/// QSettings knows a file it has read by size and time of change, and would not read the next input of the
/// same length: each gets a millisecond of its own.
void write(const QString& path, const QByteArray& content)
{
    static qint64 moment = 0;
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) || file.write(content) != content.size() ||
        !file.setFileTime(QDateTime::fromMSecsSinceEpoch(++moment, QTimeZone::utc()),
                          QFileDevice::FileModificationTime))
        std::abort();
}

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
    places.user.path = place.filePath(u"settings.ini"_s);
    write(places.user.path, content);
    if (const auto settings = Settings::load(places, {}))
        check(*settings);
    return 0;
}
