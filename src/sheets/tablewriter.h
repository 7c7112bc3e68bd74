#pragma once

#include "core/error/error.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace hekim {

/// What is exported: a heading and rows of text.
struct ExportTable
{
    QStringList heading;
    QList<QStringList> rows;
};

/// CSV as Turkish Excel opens it by a double click: UTF-8 with its mark, ";" between cells, every cell
/// quoted. A cell that a spreadsheet would take for a formula is led by an apostrophe.
QByteArray csvOf(const ExportTable& table);

/// XLSX with all cells as text, so that none is a formula. libxlsxwriter needs a folder for its temporary
/// files: give one that is kept in memory.
Result<QByteArray> xlsxOf(const ExportTable& table, const QString& temporaryFolder);

} // namespace hekim
