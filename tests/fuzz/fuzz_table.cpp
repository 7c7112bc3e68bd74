// Whatever is in a file: its tables keep their limits, and a list can be made of each column. The same as a
// part of an archive, since few inputs keep the checksums of one.
#include "services/hes/heslist.h"
#include "sheets/odsreader.h"
#include "sheets/tablereader.h"
#include "sheets/xlsxreader.h"

#include <cstdlib>

using namespace hekim;

namespace {

void check(const tl::expected<Tables, TableFault>& tables)
{
    if (!tables)
        return;
    if (tables->sheets.size() > mostTables)
        std::abort();
    for (const Table& table : tables->sheets) {
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
}

XmlParts workbookWith(const QByteArray& part)
{
    using namespace Qt::StringLiterals;
    return {{u"_rels/.rels"_s, R"(<R><Relationship Type="/officeDocument" Target="b"/></R>)"},
            {u"b"_s, R"(<workbook xmlns:r="r"><sheet r:id="1"/></workbook>)"},
            {u"_rels/b.rels"_s, R"(<R><Relationship Id="1" Type="/worksheet" Target="s"/>)"
                                R"(<Relationship Type="/sharedStrings" Target="/s"/></R>)"},
            {u"s"_s, part}};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    const QByteArray content(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto tables = tablesOf(content);
    if (tables && tables->sheets.isEmpty())
        std::abort();
    check(tables);
    check(readOds({{QStringLiteral("content.xml"), content}}));
    check(readXlsx(workbookWith(content)));
    return 0;
}
