#pragma once

#include <QtGlobal>

namespace hekim {

/// What is wrong with a file of tables, or with the archive that it is.
enum class TableFault {
    Unreadable,  ///< the file is not there, or the user must not read it
    TooLarge,    ///< the file, or what it unpacks to
    UnknownKind, ///< neither text nor XLSX nor ODS
    Protected,   ///< by a password
    Damaged,
    Empty
};

inline constexpr qint64 largestUnpacked = qint64{128} * 1024 * 1024;

} // namespace hekim
