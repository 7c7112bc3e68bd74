#pragma once

#include "core/settings.h"

namespace hekim {

constexpr qint64 maxSettingsBytes = qint64(1024) * 1024;

/// One layer as "section/key" and text, lists joined with ",". A missing file is an empty layer unless
/// `mustExist`. Whatever QSettings would take for empty (no file, a folder, binary data, HTML) is an error
/// naming the file.
Result<QMap<QString, QString>> readSettingsLayer(const SettingsPlace& place, bool mustExist);

} // namespace hekim
