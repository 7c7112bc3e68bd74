#include "sheets/tablebuilder.h"

#include <algorithm>
#include <cmath>

namespace hekim {

void TableBuilder::begin(const QString& name)
{
    m_tables.sheets.append({name.left(longestCell), {}});
}

void TableBuilder::put(qsizetype row, qsizetype column, const QString& text)
{
    if (text.trimmed().isEmpty())
        return;
    QList<QStringList>& rows = m_tables.sheets.last().rows;
    const qsizetype added = std::max<qsizetype>(0, column + 1 - rows.value(row).size());
    if (row >= mostTableRows || column >= mostTableColumns || m_tables.sheets.size() > mostTables ||
        m_cells + added > mostTableCells) {
        m_tables.isCut = true;
        return;
    }
    m_cells += added;
    rows.resize(std::max(rows.size(), row + 1));
    QStringList& cells = rows[row];
    cells.resize(std::max(cells.size(), column + 1));
    cells[column] = text.left(longestCell);
}

void TableBuilder::repeat(qsizetype row, qsizetype times)
{
    QList<QStringList>& rows = m_tables.sheets.last().rows;
    if (row >= rows.size() || rows.at(row).isEmpty())
        return;
    const qsizetype last = std::min(row + times, mostTableRows);
    m_tables.isCut = m_tables.isCut || last < row + times;
    const QStringList cells = rows.at(row); // a list that grows moves its own; the copies share their cells
    rows.resize(std::max(rows.size(), last), cells);
}

Tables TableBuilder::tables() const
{
    Tables tables = m_tables;
    tables.sheets.removeIf([](const Table& table) { return table.rows.isEmpty(); });
    return tables;
}

QString cellNumber(const QString& stored)
{
    constexpr double exact = 1e15; // as far as a double holds each whole number, and a spreadsheet shows it
    bool isNumber = false;
    const double value = stored.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(value))
        return stored;
    return std::floor(value) == value && std::fabs(value) < exact
               ? QString::number(static_cast<qint64>(value))
               : QString::number(value, 'g', 15);
}

} // namespace hekim
