#pragma once

#include "sheets/tablefault.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

#include <utility>

namespace hekim {

/// The XML files of an archive by their names in small letters, which tell parts apart in XLSX.
using XmlParts = QHash<QString, QByteArray>;

/// The XML files of a ZIP archive, unpacked within the limit of tablefault.h, whatever it says of itself.
tl::expected<XmlParts, TableFault> xmlParts(const QByteArray& archive);

/// A new ZIP archive of these files, names (ASCII) and contents; empty where it could not be made.
QByteArray zipped(const QList<std::pair<QString, QByteArray>>& files);

} // namespace hekim
