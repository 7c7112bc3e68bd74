#include "sheets/xlsxreader.h"

#include <QDir>
#include <QXmlStreamReader>

#include <algorithm>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

struct Relationship
{
    QString id;
    QString type; ///< the end of its URI, which is the same in the strict form
    QString part;
};

// Where a part leads; the package itself has no name.
QList<Relationship> relationshipsOf(const XmlParts& parts, const QString& part)
{
    const QString folder = part.left(part.lastIndexOf(u'/') + 1);
    QXmlStreamReader xml(parts.value(folder + u"_rels/"_s + part.sliced(folder.size()) + u".rels"_s));
    QList<Relationship> relationships;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != u"Relationship")
            continue;
        const QXmlStreamAttributes attributes = xml.attributes();
        const QString type = attributes.value("Type"_L1).toString();
        const QString target = attributes.value("Target"_L1).toString().toLower();
        relationships.append({attributes.value("Id"_L1).toString(), type.sliced(type.lastIndexOf(u'/') + 1),
                              target.startsWith(u'/') ? target.sliced(1) : QDir::cleanPath(folder + target)});
    }
    return relationships;
}

// A text with its formatted pieces, without the phonetic ones. "r" holds no further "r".
QString textOf(QXmlStreamReader& xml, bool hasPieces = true)
{
    QString text;
    while (xml.readNextStartElement()) {
        if (xml.name() == u"t")
            text += xml.readElementText();
        else if (xml.name() == u"r" && hasPieces)
            text += textOf(xml, false);
        else
            xml.skipCurrentElement();
    }
    return text;
}

QStringList sharedStrings(QXmlStreamReader& xml)
{
    QStringList strings;
    if (xml.readNextStartElement()) {
        while (xml.readNextStartElement()) {
            if (xml.name() == u"si")
                strings.append(textOf(xml));
            else
                xml.skipCurrentElement();
        }
    }
    return strings;
}

struct Place
{
    qsizetype row = 0;
    qsizetype column = 0;
};

// "B12"; what it does not say is as it would be without it.
Place placeOf(QStringView reference, Place otherwise)
{
    constexpr qsizetype letters = 3;
    qsizetype column = 0;
    qsizetype end = 0;
    for (;
         end < std::min(reference.size(), letters) && reference.at(end) >= u'A' && reference.at(end) <= u'Z';
         ++end)
        column = column * 26 + (reference.at(end).unicode() - u'A' + 1);
    const qsizetype row = reference.sliced(end).toInt();
    return {row > 0 ? row - 1 : otherwise.row, column > 0 ? column - 1 : otherwise.column};
}

QString cellOf(QXmlStreamReader& xml, const QStringList& strings)
{
    const QString type = xml.attributes().value("t"_L1).toString();
    bool isFormula = false;
    QString value;
    while (xml.readNextStartElement()) {
        if (xml.name() == u"is") {
            value = textOf(xml);
        } else if (xml.name() == u"v") {
            value = xml.readElementText();
        } else {
            isFormula = isFormula || xml.name() == u"f";
            xml.skipCurrentElement();
        }
    }
    if (isFormula && value.isEmpty() && type != u"str") // which can be empty
        return formulaWithoutResult.toString();
    if (type == u"s") {
        bool isNumber = false;
        const qsizetype index = value.toInt(&isNumber);
        if (!isNumber || index < 0 || index >= strings.size())
            xml.raiseError(u"no such shared string"_s);
        return strings.value(index);
    }
    if (type == u"b")
        return value == u"1" || value == u"true" ? u"TRUE"_s : u"FALSE"_s;
    return type.isEmpty() || type == u"n" ? cellNumber(value) : value;
}

void readRows(QXmlStreamReader& xml, const QStringList& strings, TableBuilder& table)
{
    Place place;
    while (xml.readNextStartElement()) {
        if (xml.name() != u"row") {
            xml.skipCurrentElement();
            continue;
        }
        place = {placeOf(xml.attributes().value("r"_L1), place).row, 0};
        while (xml.readNextStartElement()) {
            if (xml.name() != u"c") {
                xml.skipCurrentElement();
                continue;
            }
            place = placeOf(xml.attributes().value("r"_L1), place);
            table.put(place.row, place.column, cellOf(xml, strings));
            ++place.column;
        }
        ++place.row;
    }
}

void readSheet(QXmlStreamReader& xml, const QStringList& strings, TableBuilder& table)
{
    if (!xml.readNextStartElement())
        return;
    while (xml.readNextStartElement()) {
        if (xml.name() == u"sheetData")
            readRows(xml, strings, table);
        else
            xml.skipCurrentElement();
    }
}

const Relationship* find(const QList<Relationship>& relationships, QLatin1String type, QStringView id = {})
{
    const auto found = std::find_if(relationships.begin(), relationships.end(), [&](const Relationship& one) {
        return one.type == type && (id.isNull() || one.id == id);
    });
    return found == relationships.end() ? nullptr : &*found;
}

// r:id, whatever the prefix.
QString relationshipId(const QXmlStreamAttributes& attributes)
{
    for (const QXmlStreamAttribute& attribute : attributes) {
        if (attribute.name() == u"id" && !attribute.namespaceUri().isEmpty())
            return attribute.value().toString();
    }
    return {};
}

} // namespace

tl::expected<Tables, TableFault> readXlsx(const XmlParts& parts)
{
    const QList<Relationship> package = relationshipsOf(parts, {});
    const Relationship* book = find(package, "officeDocument"_L1);
    QXmlStreamReader workbook(parts.value(book ? book->part : QString()));
    if (!workbook.readNextStartElement() || workbook.name() != u"workbook")
        return tl::make_unexpected(TableFault::UnknownKind);
    const QList<Relationship> links = relationshipsOf(parts, book->part);
    QStringList strings;
    if (const Relationship* link = find(links, "sharedStrings"_L1)) {
        QXmlStreamReader xml(parts.value(link->part));
        strings = sharedStrings(xml);
        if (xml.hasError())
            return tl::make_unexpected(TableFault::Damaged);
    }
    TableBuilder table;
    while (!workbook.atEnd()) {
        if (workbook.readNext() != QXmlStreamReader::StartElement || workbook.name() != u"sheet")
            continue;
        const Relationship* link = find(links, "worksheet"_L1, relationshipId(workbook.attributes()));
        if (!link)
            continue; // a chart, or a sheet of macros
        table.begin(workbook.attributes().value("name"_L1).toString());
        QXmlStreamReader sheet(parts.value(link->part));
        readSheet(sheet, strings, table);
        if (sheet.hasError())
            return tl::make_unexpected(TableFault::Damaged);
    }
    if (workbook.hasError())
        return tl::make_unexpected(TableFault::Damaged);
    return table.tables();
}

} // namespace hekim
