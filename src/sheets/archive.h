#pragma once

#include "sheets/tablereader.h"

#include <QList>
#include <QString>

#include <utility>

namespace hekim {

/// The files of a ZIP archive packed anew, within the limits of tablereader.h. liborcus unpacks an entry into
/// as much memory as the archive says it takes, and believes it: it is never given one that somebody else
/// made.
tl::expected<QByteArray, TableFault> repacked(const QByteArray& archive);

/// A new ZIP archive of these files, names (ASCII) and contents; empty where it could not be made.
QByteArray zipped(const QList<std::pair<QString, QByteArray>>& files);

} // namespace hekim
