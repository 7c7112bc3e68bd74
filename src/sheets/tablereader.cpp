#include "sheets/tablereader.h"

#include "core/text/textdecoder.h"
#include "sheets/csvreader.h"
#include "sheets/odsreader.h"
#include "sheets/xlsxreader.h"

#include <QFile>

namespace hekim {

namespace {

tl::expected<Tables, TableFault> readArchive(const QByteArray& content)
{
    const auto parts = xmlParts(content);
    if (!parts)
        return tl::make_unexpected(parts.error());
    return parts->contains(QStringLiteral("content.xml")) ? readOds(*parts) : readXlsx(*parts);
}

// An XLSX with a password is no archive, but stands in a container of older Office files under this name.
bool isProtectedXlsx(const QByteArray& content)
{
    constexpr QByteArrayView name("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e", 31);
    return content.startsWith("\xD0\xCF\x11\xE0") && content.contains(name);
}

tl::expected<Tables, TableFault> readText(const QByteArray& content)
{
    const QString text = decodedText(content);
    if (text.contains(QChar::Null)) // no text
        return tl::make_unexpected(isProtectedXlsx(content) ? TableFault::Protected
                                                            : TableFault::UnknownKind);
    return readCsv(text);
}

} // namespace

tl::expected<Tables, TableFault> tablesOf(const QByteArray& content)
{
    if (content.size() > largestTableFile)
        return tl::make_unexpected(TableFault::TooLarge);
    auto tables = content.startsWith("PK") ? readArchive(content) : readText(content);
    if (tables && tables->sheets.isEmpty())
        return tl::make_unexpected(TableFault::Empty);
    return tables;
}

tl::expected<Tables, TableFault> readTables(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::make_unexpected(TableFault::Unreadable);
    return tablesOf(file.read(largestTableFile + 1));
}

} // namespace hekim
