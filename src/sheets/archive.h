#pragma once

#include "sheets/tablereader.h"

namespace hekim {

/// The files of a ZIP archive packed anew, within the limits of tablereader.h. liborcus unpacks an entry into
/// as much memory as the archive says it takes, and believes it: it is never given one that somebody else
/// made.
tl::expected<QByteArray, TableFault> repacked(const QByteArray& archive);

} // namespace hekim
