#pragma once

#include "sheets/tablebuilder.h"

namespace hekim {

/// The table of a text: cells between semicolons, commas, tabulators or bars, whichever there are most of, in
/// quotation marks or not. Where the marks stand in odd places each line is one cell, so that none is lost.
Tables readCsv(QString text);

} // namespace hekim
