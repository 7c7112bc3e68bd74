#pragma once

#include "core/error/error.h"

#include <QByteArray>
#include <QFileDevice>

namespace hekim {

/// A whole file of at most `most` bytes, as it stands on disk now. The errors are of kind BadSettings with
/// the path as their subject: Unreadable, TooLarge.
Result<QByteArray> readSmallFile(const QString& path, qint64 most);

/// Puts `bytes` in the place of a file, whole or not at all: on a full disk what stood there stays. Without
/// `permissions` those of the former file are kept. The error is the system's reason, for IT.
tl::expected<void, QString> writeWholeFile(const QString& path, const QByteArray& bytes,
                                           QFileDevice::Permissions permissions = {});

} // namespace hekim
