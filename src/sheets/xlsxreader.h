#pragma once

#include "sheets/archive.h"
#include "sheets/tablebuilder.h"

namespace hekim {

/// The worksheets of an XLSX file (ECMA-376, also its strict form), in the order in which the workbook names
/// them.
tl::expected<Tables, TableFault> readXlsx(const XmlParts& parts);

} // namespace hekim
