#pragma once

#include "core/error/error.h"

#include <functional>

class QSettings;

namespace hekim {

constexpr qint64 maxIniBytes = qint64(1024) * 1024;

/// Changes an INI file, whole or not at all; a new one is for this user alone. QSettings by itself leaves an
/// empty file behind where the disk is full, and tells of no error (seen with Qt 6.4.2). The errors are of
/// kind BadSettings with the path as their subject.
Result<void> changeIniFile(const QString& path, const std::function<void(QSettings&)>& change);

} // namespace hekim
