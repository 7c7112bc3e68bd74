#pragma once

#include "core/error.h"

#include <QByteArray>

namespace hekim {

/// A whole file of at most `most` bytes, as it stands on disk now. The errors are of kind BadSettings with
/// the path as their step: Unreadable, TooLarge.
Result<QByteArray> readSmallFile(const QString& path, qint64 most);

} // namespace hekim
