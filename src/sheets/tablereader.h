#pragma once

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

enum class TableFault {
    Unreadable,  ///< the file is not there or may not be read
    TooLarge,    ///< the file, or what it unpacks to
    UnknownKind, ///< neither text nor XLSX nor ODS
    Damaged,
    Empty
};

/// The tables of a CSV, XLSX or ODS file, told apart by content. May take a second: not for the window's
/// thread.
tl::expected<QList<Table>, TableFault> readTables(const QString& path);
/// The same, of a file's content.
tl::expected<QList<Table>, TableFault> tablesOf(const QByteArray& content);

inline constexpr qint64 largestTableFile = 8 * 1024 * 1024;
inline constexpr qint64 largestUnpacked = 128 * 1024 * 1024;
inline constexpr qsizetype mostTableRows = 200'000; ///< what lies beyond is left out
inline constexpr qsizetype mostTableColumns = 64;
inline constexpr qsizetype mostTables = 16;
inline constexpr qsizetype longestCell = 4096;

} // namespace hekim
