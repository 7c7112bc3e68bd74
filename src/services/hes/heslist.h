#pragma once

#include "core/launch/hescode.h"

#include <QList>
#include <QStringList>

namespace hekim {

/// Codes for a batch, in the order of their rows, each once, and what could not be taken with its line.
struct HesList
{
    struct Entry
    {
        HesCode code;
        int line = 0; ///< 1 is the first
    };
    struct Duplicate
    {
        HesCode code;
        int line = 0;
        int firstLine = 0;
    };
    struct Malformed
    {
        QString text; ///< shortened
        int line = 0;
    };
    QList<Entry> entries;
    QList<Duplicate> duplicates;
    QList<Malformed> malformed;
    qsizetype blank = 0; ///< rows of a table that hold something, but not in this column
    bool isCut = false;  ///< there were more than mostHesCodes

    [[nodiscard]] QList<HesCode> codes() const;
};

inline constexpr qsizetype mostHesCodes = 50'000;

/// A cell or line and where it stands.
struct HesLine
{
    QString text;
    int line = 0;
};

/// The first line may be a heading: where it holds no code, it is passed over.
HesList hesListOf(const QList<HesLine>& lines);
/// The column of a table that holds most codes; -1 where none does.
int hesColumnOf(const QList<QStringList>& rows);
/// One column of a table; a line is a row of it.
HesList hesListOf(const QList<QStringList>& rows, int column);
/// Pasted text: a code or several on each line, whatever stands beside them.
HesList hesListOf(const QString& text);

} // namespace hekim
