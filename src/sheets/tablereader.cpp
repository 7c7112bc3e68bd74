#include "sheets/tablereader.h"

#include "sheets/textdecoder.h"
#include "sheets/workbook.h"

#include <orcus/csv_parser.hpp>

#include <QFile>

#include <algorithm>
#include <array>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

struct CsvHandler
{
    void begin_parse() {}
    void end_parse() {}
    void begin_row() { table.rows.emplaceBack(); }
    void end_row() {}
    void cell(const char* bytes, size_t size, bool)
    {
        if (table.rows.size() <= mostTableRows && table.rows.constLast().size() < mostTableColumns)
            table.rows.last().append(
                QString::fromUtf8(bytes, static_cast<qsizetype>(size)).left(longestCell));
    }
    // How liborcus says it from 0.18 on.
    void cell(std::string_view value, bool transient) { cell(value.data(), value.size(), transient); }

    Table table;
};

// 0.17 takes pointer and size, later ones a view.
template <class Parser>
void parse(std::string_view bytes, CsvHandler& handler, const orcus::csv::parser_config& config)
{
    if constexpr (std::is_constructible_v<Parser, std::string_view, CsvHandler&,
                                          const orcus::csv::parser_config&>) {
        Parser(bytes, handler, config).parse();
    } else {
        Parser(bytes.data(), bytes.size(), handler, config).parse();
    }
}

// Which of Excel's and the databases' separators it is: the one that stands most often in the first lines.
char separatorOf(const QByteArray& text)
{
    constexpr qsizetype sample = 8192;
    const QByteArray start = text.left(sample);
    constexpr std::array separators{';', ',', '\t', '|'};
    return *std::max_element(separators.begin(), separators.end(),
                             [&](char one, char other) { return start.count(one) < start.count(other); });
}

QStringList plainLines(const QString& text)
{
    QStringList lines = text.split(u'\n');
    lines.resize(std::min(lines.size(), mostTableRows));
    return lines;
}

tl::expected<QList<Table>, TableFault> readText(const QByteArray& content)
{
    QString text = decodedText(content);
    // liborcus knows lines of Unix only.
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    if (text.contains(QChar::Null)) // no text
        return tl::make_unexpected(TableFault::UnknownKind);
    QByteArray bytes = text.toUtf8();
    char separator = separatorOf(bytes);
    if (separator == '\t') { // a blank to liborcus, whatever it is told
        constexpr char unitSeparator = '\x1f';
        bytes.replace('\t', unitSeparator);
        separator = unitSeparator;
    }
    CsvHandler handler;
    try {
        orcus::csv::parser_config config;
        config.delimiters.push_back(separator);
        config.text_qualifier = '"';
        parse<orcus::csv_parser<CsvHandler>>({bytes.constData(), static_cast<size_t>(bytes.size())}, handler,
                                             config);
    } catch (const std::exception&) {
        // A quotation mark in an odd place: its lines can be read all the same.
        handler.table.rows.clear();
        for (const QString& line : plainLines(text))
            handler.table.rows.append({line.left(longestCell)});
    }
    if (handler.table.rows.size() > mostTableRows)
        handler.table.rows.resize(mostTableRows);
    return QList<Table>{handler.table};
}

bool hasCells(const Table& table)
{
    return std::any_of(table.rows.begin(), table.rows.end(), [](const QStringList& row) {
        return std::any_of(row.begin(), row.end(),
                           [](const QString& cell) { return !cell.trimmed().isEmpty(); });
    });
}

} // namespace

tl::expected<QList<Table>, TableFault> tablesOf(const QByteArray& content)
{
    if (content.size() > largestTableFile)
        return tl::make_unexpected(TableFault::TooLarge);
    auto tables = content.startsWith("PK") ? readWorkbook(content) : readText(content);
    if (!tables)
        return tables;
    tables->removeIf([](const Table& table) { return !hasCells(table); });
    if (tables->isEmpty())
        return tl::make_unexpected(TableFault::Empty);
    return tables;
}

tl::expected<QList<Table>, TableFault> readTables(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::make_unexpected(TableFault::Unreadable);
    return tablesOf(file.read(largestTableFile + 1));
}

} // namespace hekim
