#pragma once

#include "core/settings/settings.h"

namespace hekim {

struct SettingsContent
{
    QMap<QString, QString> values; ///< "section/key" and text, lists joined with ","
    QStringList givenTwice;        ///< sections and keys (inifile.h)
};

/// What stands in one place. A missing file is an empty one unless `mustExist`. Whatever QSettings would take
/// for empty (no file, a folder, binary data, HTML) is an error naming the file.
Result<SettingsContent> readSettingsPlace(const SettingsPlace& place, bool mustExist);

/// One value of an INI file or of the registry (REG_SZ, REG_DWORD, REG_QWORD) as text. INI values with a bare
/// comma are lists; "@Variant(…)" and its like are nothing that we ever write.
Result<QString> settingText(const QVariant& value, const QString& key, const QString& path);

} // namespace hekim
