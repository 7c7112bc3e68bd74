// Whatever is in a file: its tables keep their limits, and a list can be made of each column.
#include "core/heslist.h"
#include "sheets/tablereader.h"

#include <cstdlib>

using namespace hekim;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    const QByteArray content(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto tables = tablesOf(content);
    if (!tables)
        return 0;
    if (tables->isEmpty() || tables->size() > mostTables)
        std::abort();
    for (const Table& table : *tables) {
        if (table.rows.size() > mostTableRows)
            std::abort();
        for (const QStringList& row : table.rows) {
            if (row.size() > mostTableColumns)
                std::abort();
        }
        if (const int column = hesColumnOf(table.rows);
            column >= 0 && hesListOf(table.rows, column).entries.isEmpty())
            std::abort();
    }
    return 0;
}
