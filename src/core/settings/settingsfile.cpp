#include "core/settings/settingsfile.h"

#include "core/files/wholefile.h"
#include "core/settings/inichange.h"
#include "core/settings/inifile.h"
#include "core/text/strictjson.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryFile>

#include <algorithm>
#include <filesystem>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

enum class Presence { Missing, Regular, Unusable };

/// QFileInfo says "does not exist" of a file in a folder that must not be entered as well, and a policy must
/// not get lost that way.
Presence presenceOf(const QString& path)
{
    std::error_code failure;
    const auto status = std::filesystem::status(std::filesystem::path(path.toStdU16String()), failure);
    if (status.type() == std::filesystem::file_type::not_found)
        return Presence::Missing;
    return status.type() == std::filesystem::file_type::regular ? Presence::Regular : Presence::Unusable;
}

bool isRegistry([[maybe_unused]] const SettingsPlace& place)
{
#ifdef Q_OS_WIN
    return place.format == QSettings::NativeFormat;
#else
    return false;
#endif
}

/// QSettings reads binary data and broken UTF-8 without complaint.
Result<QByteArray> checkedContent(const QString& path)
{
    Result<QByteArray> content = readSmallFile(path, maxIniBytes);
    if (content && isUtf16(*content))
        return badSettings(path, InputFault::Utf16);
    if (content && content->contains('\0'))
        return badSettings(path, InputFault::MalformedFile);
    if (content && !isUtf8(*content))
        return badSettings(path, InputFault::NotUtf8);
    return content;
}

Result<void> checkStatus(const QSettings& settings, const QString& path)
{
    switch (settings.status()) {
    case QSettings::NoError:
        return {};
    case QSettings::FormatError:
        return badSettings(path, InputFault::MalformedFile);
    case QSettings::AccessError:
        break;
    }
    return badSettings(path, InputFault::Unreadable);
}

Result<void> checkWritable(const QMap<QString, QString>& values)
{
    static const QRegularExpression name(u"\\A[A-Za-z0-9_]+/[A-Za-z0-9_]+\\z"_s);
    for (auto entry = values.begin(); entry != values.end(); ++entry) {
        const QString& value = entry.value();
        if (!name.match(entry.key()).hasMatch())
            return badSettings(entry.key(), InputFault::UnknownField);
        if (std::any_of(value.begin(), value.end(),
                        [](QChar c) { return c.category() == QChar::Other_Control; }))
            return badSettings(entry.key(), InputFault::BadCharacters);
    }
    return {};
}

Result<QMap<QString, QString>> valuesOf(const QSettings& settings, const QString& path)
{
    QMap<QString, QString> values;
    const QStringList keys = settings.allKeys();
    if (const auto checked = checkStatus(settings, path); !checked)
        return tl::make_unexpected(checked.error());
    for (const QString& key : keys) {
        auto text = settingText(settings.value(key), key, path);
        if (!text)
            return tl::make_unexpected(text.error());
        values.insert(key, text->trimmed());
    }
    return values;
}

} // namespace

Result<QString> settingText(const QVariant& value, const QString& key, const QString& path)
{
    switch (value.typeId()) {
    case QMetaType::UnknownType:
        return QString();
    case QMetaType::QStringList:
        return value.toStringList().join(u',');
    case QMetaType::QString:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
        return value.toString();
    default:
        return badSettings(key, InputFault::NotText, path);
    }
}

Result<SettingsContent> readSettingsPlace(const SettingsPlace& place, bool mustExist)
{
    if (place.path.isEmpty())
        return SettingsContent();
    const auto withoutDoubles = [](const QMap<QString, QString>& values) {
        return SettingsContent{values, {}};
    };
    if (isRegistry(place))
        return valuesOf(QSettings(place.path, place.format), place.path).map(withoutDoubles);
    const auto presence = presenceOf(place.path);
    if (presence == Presence::Missing && !mustExist)
        return SettingsContent();
    if (presence != Presence::Regular)
        return badSettings(place.path, InputFault::Unreadable);
    const auto content = checkedContent(place.path);
    if (!content)
        return tl::make_unexpected(content.error());
    const IniFile file = IniFile::of(*content);
    const auto withDoubles = [&file](const QMap<QString, QString>& values) {
        return SettingsContent{values, file.givenTwice};
    };
    if (file.text == *content)
        return valuesOf(QSettings(place.path, place.format), place.path).map(withDoubles);
    QTemporaryFile copy; // for this user alone, gone at the end
    if (!copy.open() || copy.write(file.text) != file.text.size() || !copy.flush())
        return badSettings(place.path, InputFault::Unreadable);
    return valuesOf(QSettings(copy.fileName(), place.format), place.path).map(withDoubles);
}

Result<void> writeSettings(const SettingsPlace& place, const QMap<QString, QString>& values)
{
    if (auto checked = checkWritable(values); !checked)
        return checked;
    // Reading first: a file that cannot be understood is left as it is.
    if (const auto present = readSettingsPlace(place, false); !present)
        return tl::make_unexpected(present.error());
    const auto change = [&values](QSettings& settings) {
        for (auto entry = values.begin(); entry != values.end(); ++entry)
            settings.setValue(entry.key(), entry.value());
    };
    if (!isRegistry(place))
        return changeIniFile(place.path, change);
    QSettings settings(place.path, place.format);
    change(settings);
    settings.sync();
    return checkStatus(settings, place.path);
}

} // namespace hekim
