#pragma once

#include "sheets/tablefault.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <tl/expected.hpp>

namespace hekim {

/// A sheet's cells as text, row by row; rows may be of different lengths.
struct Table
{
    QString name;
    QList<QStringList> rows;
};

struct Tables
{
    QList<Table> sheets;
    bool isCut = false; ///< the file holds more than the limits below let in
};

/// The tables of a CSV, XLSX or ODS file, told apart by content. Can take a second: not for the window's
/// thread. Formulas are not computed: their stored results count.
tl::expected<Tables, TableFault> readTables(const QString& path);
/// The same, of a file's content.
tl::expected<Tables, TableFault> tablesOf(const QByteArray& content);

/// What stands in a cell whose formula was written without its result.
inline constexpr QStringView formulaWithoutResult = u"=…";

inline constexpr qint64 largestTableFile = qint64{8} * 1024 * 1024;
inline constexpr qsizetype mostTableRows = 200'000;
inline constexpr qsizetype mostTableColumns = 64;
inline constexpr qsizetype mostTables = 16;
inline constexpr qsizetype mostTableCells = 4'000'000; ///< of all tables, with the empty ones between others
/// One more than is looked through for codes, so that what is cut is not taken for whole.
inline constexpr qsizetype longestCell = 4097;

} // namespace hekim
