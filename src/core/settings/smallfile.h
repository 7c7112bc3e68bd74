#pragma once

#include "core/error/error.h"

#include <QByteArray>

namespace hekim {

/// A whole file of at most `most` bytes, as it stands on disk now. The errors are of kind BadSettings with
/// the path as their subject: Unreadable, TooLarge.
Result<QByteArray> readSmallFile(const QString& path, qint64 most);

} // namespace hekim
