#include "core/settings/inichange.h"

#include "core/files/wholefile.h"
#include "core/settings/inifile.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QSettings>
#include <QTemporaryDir>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestWait = 1000; // ms

QMap<QString, QVariant> valuesIn(const QSettings& settings)
{
    QMap<QString, QVariant> values;
    const QStringList keys = settings.allKeys();
    for (const QString& key : keys)
        values.insert(key, settings.value(key));
    return values;
}

/// What `change` makes of `text`: by QSettings in a copy, and read again from another one.
std::optional<QByteArray> changed(const QByteArray& text, const std::function<void(QSettings&)>& change)
{
    const QTemporaryDir folder; // for this user alone
    const QString copy = folder.filePath(u"copy.ini"_s);
    const QString proof = folder.filePath(u"proof.ini"_s);
    if (!folder.isValid() || !writeWholeFile(copy, text))
        return {};
    QSettings settings(copy, QSettings::IniFormat);
    change(settings);
    settings.sync();
    const auto bytes = readSmallFile(copy, maxIniBytes);
    if (settings.status() != QSettings::NoError || !bytes || !writeWholeFile(proof, *bytes) ||
        valuesIn(QSettings(proof, QSettings::IniFormat)) != valuesIn(settings))
        return {};
    return *bytes;
}

/// QSettings knows a file that it has read by its size and time, and two changes can fall into one tick of
/// the clock.
void makeLater(const QString& path, const QDateTime& before)
{
    QFile file(path);
    if (QFileInfo(path).lastModified() <= before && file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        file.setFileTime(before.addMSecs(1), QFileDevice::FileModificationTime);
}

} // namespace

Result<void> changeIniFile(const QString& path, const std::function<void(QSettings&)>& change)
{
    constexpr auto userOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    const QDir folder = QFileInfo(path).absoluteDir();
    if (!folder.exists() && (!QDir().mkpath(QFileInfo(folder.path()).path()) ||
                             !QDir().mkdir(folder.path(), userOnly | QFileDevice::ExeOwner)))
        return badSettings(path, InputFault::Unreadable);
    QLockFile lock(path + u".lock"_s); // the one that QSettings takes
    if (!lock.tryLock(longestWait))
        return badSettings(path, InputFault::Unreadable);
    const bool isNew = !QFileInfo::exists(path);
    const auto content = isNew ? QByteArray() : readSmallFile(path, maxIniBytes);
    if (!content)
        return tl::make_unexpected(content.error());
    const QDateTime before = QFileInfo(path).lastModified();
    const auto text = changed(IniFile::of(*content).text, change);
    if (!text || !writeWholeFile(path, *text, isNew ? userOnly : QFileDevice::Permissions()))
        return badSettings(path, InputFault::Unreadable);
    if (!isNew)
        makeLater(path, before);
    return {};
}

} // namespace hekim
