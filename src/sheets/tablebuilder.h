#pragma once

#include "sheets/tablereader.h"

namespace hekim {

/// Puts tables together cell by cell, within the limits of tablereader.h.
class TableBuilder
{
public:
    /// A new table: the cells that follow are of it.
    void begin(const QString& name);
    void put(qsizetype row, qsizetype column, const QString& text);
    /// The row stands there `times` in all.
    void repeat(qsizetype row, qsizetype times);

    /// Those with something in their cells.
    [[nodiscard]] Tables tables() const;

private:
    Tables m_tables;
    qsizetype m_cells = 0;
};

/// How a person reads a number of a file: a whole one as it was typed, without exponent.
QString cellNumber(const QString& stored);

} // namespace hekim
