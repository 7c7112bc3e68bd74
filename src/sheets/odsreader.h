#pragma once

#include "sheets/archive.h"
#include "sheets/tablebuilder.h"

namespace hekim {

/// The tables of an ODS file (ISO/IEC 26300).
tl::expected<Tables, TableFault> readOds(const XmlParts& parts);

} // namespace hekim
