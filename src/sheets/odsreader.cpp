#include "sheets/odsreader.h"

#include <QXmlStreamReader>

#include <algorithm>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String officeNames{"urn:oasis:names:tc:opendocument:xmlns:office:1.0"};
constexpr QLatin1String tableNames{"urn:oasis:names:tc:opendocument:xmlns:table:1.0"};
constexpr QLatin1String textNames{"urn:oasis:names:tc:opendocument:xmlns:text:1.0"};

qsizetype timesOf(const QXmlStreamAttributes& attributes, QLatin1String names, QLatin1String attribute)
{
    return std::max(1, attributes.value(names, attribute).toInt());
}

// The paragraphs of the cell at whose start the reader stands, up to its end. What is drawn or noted there is
// not of it.
QString textOf(QXmlStreamReader& xml)
{
    QString text;
    for (int depth = 1; depth > 0 && !xml.atEnd();) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement:
            if (xml.namespaceUri() != textNames || xml.name() == u"ruby-text" || xml.name() == u"note") {
                xml.skipCurrentElement();
                break;
            }
            ++depth;
            if (xml.name() == u"s")
                text += QString(std::min(timesOf(xml.attributes(), textNames, "c"_L1), longestCell), u' ');
            else if (xml.name() == u"tab")
                text += u'\t';
            else if (xml.name() == u"line-break" || (xml.name() == u"p" && !text.isEmpty()))
                text += u'\n';
            break;
        case QXmlStreamReader::EndElement:
            --depth;
            break;
        case QXmlStreamReader::Characters:
            if (depth > 1)
                text += xml.text();
            break;
        default:
            break;
        }
        text.truncate(longestCell);
    }
    return text;
}

QString cellOf(QXmlStreamReader& xml)
{
    const QXmlStreamAttributes attributes = xml.attributes();
    const auto office = [&](QLatin1String name) { return attributes.value(officeNames, name).toString(); };
    QString text = textOf(xml);
    if (const QString number = office("value"_L1); !number.isEmpty())
        return cellNumber(number);
    for (const QLatin1String stored :
         {"string-value"_L1, "date-value"_L1, "time-value"_L1, "boolean-value"_L1}) {
        if (text.isEmpty())
            text = office(stored);
    }
    const bool hasResult = !text.isEmpty() || attributes.hasAttribute(officeNames, "value-type"_L1);
    return hasResult || !attributes.hasAttribute(tableNames, "formula"_L1) ? text
                                                                           : formulaWithoutResult.toString();
}

void readRow(QXmlStreamReader& xml, qsizetype& row, TableBuilder& table)
{
    const qsizetype times = timesOf(xml.attributes(), tableNames, "number-rows-repeated"_L1);
    qsizetype column = 0;
    while (xml.readNextStartElement()) {
        if (xml.name() != u"table-cell" && xml.name() != u"covered-table-cell") {
            xml.skipCurrentElement();
            continue;
        }
        const qsizetype count = timesOf(xml.attributes(), tableNames, "number-columns-repeated"_L1);
        const QString cell = cellOf(xml);
        for (qsizetype i = 0; i < std::min(count, mostTableColumns + 1); ++i)
            table.put(row, column + i, cell);
        column += count;
    }
    table.repeat(row, times);
    row += times;
}

} // namespace

tl::expected<Tables, TableFault> readOds(const XmlParts& parts)
{
    if (parts.value(u"meta-inf/manifest.xml"_s).contains("encryption-data"))
        return tl::make_unexpected(TableFault::Protected);
    QXmlStreamReader xml(parts.value(u"content.xml"_s));
    TableBuilder table;
    bool isSpreadsheet = false;
    bool hasTable = false;
    qsizetype row = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"spreadsheet") {
            isSpreadsheet = true;
        } else if (isSpreadsheet && xml.name() == u"table" && xml.namespaceUri() == tableNames) {
            table.begin(xml.attributes().value(tableNames, "name"_L1).toString());
            row = 0;
            hasTable = true;
        } else if (hasTable && xml.name() == u"table-row") {
            readRow(xml, row, table);
        } else if (xml.name() == u"shapes" || xml.name() == u"tracked-changes") {
            xml.skipCurrentElement(); // tables can stand in them
        }
    }
    if (xml.hasError())
        return tl::make_unexpected(TableFault::Damaged);
    if (!isSpreadsheet)
        return tl::make_unexpected(TableFault::UnknownKind);
    return table.tables();
}

} // namespace hekim
