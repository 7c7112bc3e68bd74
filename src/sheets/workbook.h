#pragma once

#include "sheets/tablereader.h"

namespace hekim {

/// The sheets of an XLSX or ODS file, read by liborcus. Formulas are not computed: their stored results
/// count.
tl::expected<QList<Table>, TableFault> readWorkbook(const QByteArray& content);

} // namespace hekim
