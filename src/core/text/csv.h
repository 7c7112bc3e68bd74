#pragma once

#include <QByteArray>
#include <QStringList>

namespace hekim {

/// The mark with which a CSV file begins, so that Turkish Excel opens it as UTF-8 by a double click.
inline constexpr char csvBegin[] = "\xEF\xBB\xBF";

/// One line of a CSV file: ";" between cells, every cell quoted. A cell that a spreadsheet would take for a
/// formula is led by an apostrophe.
QByteArray csvRow(const QStringList& cells);

} // namespace hekim
