#include "services/hes/heslist.h"
#include "sheets/archive.h"
#include "sheets/tablereader.h"
#include "sheets/tablewriter.h"
#include "support/places.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;

Q_DECLARE_METATYPE(hekim::TableFault)

namespace {

QString data(const QString& name)
{
    return QStringLiteral(HEKIM_SOURCE "/tests/sheets/data/") + name;
}

/// What a doctor is shown of a list: each code and each line that holds none, as "2 C4G61346S3" and "6 ?
/// #N/A".
QStringList told(const Table& table)
{
    const HesList list = hesListOf(table.rows, hesColumnOf(table.rows));
    QMap<int, QString> lines;
    for (const HesList::Entry& entry : list.entries)
        lines[entry.line] += entry.code.text();
    for (const HesList::Duplicate& twice : list.duplicates)
        lines[twice.line] += u"= "_s + twice.code.text();
    for (const HesList::Malformed& bad : list.malformed)
        lines[bad.line] += u"? "_s + bad.text;
    QStringList words;
    for (auto line = lines.cbegin(); line != lines.cend(); ++line)
        words += QString::number(line.key()) + u' ' + line.value();
    return words;
}

const QByteArray declaration = R"(<?xml version="1.0" encoding="UTF-8"?>)";

/// An XLSX of one sheet with these rows, as Excel names its parts.
QByteArray xlsx(const QByteArray& rows, const QByteArray& strings = {})
{
    const QByteArray office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const QByteArray package = "http://schemas.openxmlformats.org/package/2006/relationships";
    const QByteArray main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    return zipped(
        {{u"_rels/.rels"_s, declaration + R"(<Relationships xmlns=")" + package +
                                R"("><Relationship Id="rId1" Type=")" + office +
                                R"(/officeDocument" Target="xl/workbook.xml"/></Relationships>)"},
         {u"xl/workbook.xml"_s,
          declaration + R"(<workbook xmlns=")" + main + R"(" xmlns:r=")" + office +
              R"("><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
         {u"xl/_rels/workbook.xml.rels"_s,
          declaration + R"(<Relationships xmlns=")" + package + R"("><Relationship Id="rId1" Type=")" +
              office + R"(/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type=")" +
              office + R"(/sharedStrings" Target="sharedStrings.xml"/></Relationships>)"},
         {u"xl/worksheets/sheet1.xml"_s, declaration + R"(<worksheet xmlns=")" + main + R"("><sheetData>)" +
                                             rows + R"(</sheetData></worksheet>)"},
         {u"xl/sharedStrings.xml"_s,
          declaration + R"(<sst xmlns=")" + main + R"(">)" + strings + R"(</sst>)"}});
}

/// An ODS of one table with this content.
QByteArray ods(const QByteArray& table)
{
    return zipped(
        {{u"mimetype"_s, "application/vnd.oasis.opendocument.spreadsheet"},
         {u"content.xml"_s,
          declaration +
              R"(<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" )"
              R"(xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" )"
              R"(xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>)"
              R"(<table:table table:name="S">)" +
              table + R"(</table:table></office:spreadsheet></office:body></office:document-content>)"}});
}

} // namespace

/// XLSX and ODS files, as programs write them and as they arrive broken.
class TestWorkbooks : public QObject
{
    Q_OBJECT

private slots:
    void readsXlsx()
    {
        const QTemporaryDir folder;
        const auto content =
            xlsxOf({{u"Ad"_s, u"HES"_s}, {{u"İsmail Işık"_s, u"C4G6-1346-S3"_s}, {{}, u"P2G88532S2"_s}}},
                   folder.path());
        QVERIFY(content);
        QVERIFY(content->startsWith("PK"));
        const auto tables = tablesOf(*content);
        QVERIFY(tables);
        QCOMPARE(tables->sheets.size(), 1);
        const auto& rows = tables->sheets.constFirst().rows;
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows.at(1), QStringList({u"İsmail Işık"_s, u"C4G6-1346-S3"_s}));
        QCOMPARE(rows.at(2).value(1), u"P2G88532S2"_s);
    }

    void readsOds()
    {
        const auto tables = readTables(data(u"staff.ods"_s));
        QVERIFY(tables);
        QCOMPARE(tables->sheets.constFirst().name, u"Personel"_s);
        const auto& rows = tables->sheets.constFirst().rows;
        QCOMPARE(rows.value(0).value(1), u"HES Kodu"_s);
        QCOMPARE(rows.value(1), QStringList({u"İsmail Işık"_s, u"C4G6-1346-S3"_s}));
        QCOMPARE(rows.value(4).value(0), u"42"_s);
        QCOMPARE(rows.value(4).value(1), u"P2G88532S2"_s);
    }

    void readsWhatOtherProgramsWrite_data()
    {
        QTest::addColumn<QStringList>("expected");
        const QStringList plain{u"2 C4G61346S3"_s, u"3 P2G88532S2"_s};
        const QStringList calc =
            plain + QStringList{u"6 R4G61346S3"_s, u"7 N4G61346S3"_s,  u"8 = N4G61346S3"_s,
                                u"9 ? #DIV/0!"_s,  u"10 1234567890"_s, u"11 B4G61346S3"_s};
        QTest::newRow("libreoffice.ods") << calc;
        QTest::newRow("libreoffice.xlsx") << calc;
        QTest::newRow("excel.xlsx") << plain +
                                           QStringList{u"4 B4G61346S3"_s, u"5 R4G61346S3"_s, u"6 ? #N/A"_s};
        QTest::newRow("openxmlsdk.xlsx") << plain + QStringList{u"5 R4G61346S3"_s};
        QTest::newRow("openpyxl.xlsx")
            << plain + QStringList{u"5 ? "_s + formulaWithoutResult.toString(), u"6 ? TRUE"_s, u"7 ? #N/A"_s};
        QTest::newRow("odfpy.ods") << plain + QStringList{u"4 ? "_s + formulaWithoutResult.toString()};
    }

    void readsWhatOtherProgramsWrite()
    {
        QFETCH(QStringList, expected);
        const auto tables = readTables(data(QString::fromLatin1(QTest::currentDataTag())));
        QVERIFY(tables);
        QCOMPARE(tables->sheets.constFirst().name, u"Personel"_s);
        QCOMPARE(tables->sheets.constFirst().rows.constFirst().value(4), u"HES Kodu"_s);
        QCOMPARE(told(tables->sheets.constFirst()), expected);
        QVERIFY(!tables->isCut);
    }

    void readsOdds_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("XLSX: phonetic and formatted pieces")
            << xlsx(
                   R"(<row r="2"><c r="C2" t="s"><v>0</v></c></row>)",
                   R"(<si><r><rPr/><t>C4G6</t></r><r><t>1346S3</t></r><rPh sb="0" eb="1"><t>X</t></rPh></si>)")
            << QStringList{u"2 C4G61346S3"_s};
        QTest::newRow("XLSX: cells without references")
            << xlsx(R"(<row><c t="str"><v>a</v></c><c/><c t="str"><v>C4G61346S3</v></c></row>)"
                    R"(<row/><row><c/><c/><c t="str"><v>P2G88532S2</v></c></row>)")
            << QStringList{u"1 C4G61346S3"_s, u"3 P2G88532S2"_s};
        QTest::newRow("XLSX: rows out of order")
            << xlsx(R"(<row r="3"><c r="A3" t="str"><v>P2G88532S2</v></c></row>)"
                    R"(<row r="1"><c r="A1" t="str"><v>C4G61346S3</v></c></row>)")
            << QStringList{u"1 C4G61346S3"_s, u"3 P2G88532S2"_s};
        QTest::newRow("XLSX: an exponent is no code, and said")
            << xlsx(R"(<row r="1"><c r="A1" t="str"><v>C4G61346S3</v></c></row>)"
                    R"(<row r="2"><c r="A2"><v>1.2345670000000001E+16</v></c></row>)")
            << QStringList{u"1 C4G61346S3"_s, u"2 ? 1.234567e+16"_s};
        QTest::newRow("ODS: heading rows, groups, repeated columns")
            << ods(R"(<table:table-header-rows><table:table-row><table:table-cell table:number-columns-repeated="3">)"
                   R"(<text:p>Kod</text:p></table:table-cell></table:table-row></table:table-header-rows>)"
                   R"(<table:table-row-group><table:table-row><table:table-cell table:number-columns-repeated="2"/>)"
                   R"(<table:table-cell><text:p>C4G6<text:span>-1346</text:span>-S3</text:p></table:table-cell>)"
                   R"(</table:table-row></table:table-row-group>)")
            << QStringList{u"2 C4G61346S3"_s};
        QTest::newRow("ODS: values without their text")
            << ods(R"(<table:table-row><table:table-cell office:value-type="string" office:string-value="C4G61346S3"/>)"
                   R"(</table:table-row><table:table-row><table:table-cell office:value-type="float")"
                   R"( office:value="1.23456789E9"/></table:table-row>)")
            << QStringList{u"1 C4G61346S3"_s, u"2 1234567890"_s};
        QTest::newRow("ODS: what is repeated to the end of the sheet")
            << ods(R"(<table:table-row><table:table-cell><text:p>C4G61346S3</text:p></table:table-cell>)"
                   R"(<table:table-cell table:number-columns-repeated="16383"/></table:table-row>)"
                   R"(<table:table-row table:number-rows-repeated="1048575"><table:table-cell/></table:table-row>)")
            << QStringList{u"1 C4G61346S3"_s};
    }

    void readsOdds()
    {
        QFETCH(QByteArray, content);
        QFETCH(QStringList, expected);
        const auto tables = tablesOf(content);
        QVERIFY(tables);
        QCOMPARE(told(tables->sheets.constFirst()), expected);
        QVERIFY(!tables->isCut);
    }

    void tellsWhatIsCut_data()
    {
        QTest::addColumn<QByteArray>("content");
        const auto row = [](const QByteArray& attributes, const QByteArray& cell) {
            return ods("<table:table-row " + attributes + "><table:table-cell " + cell +
                       "><text:p>x</text:p></table:table-cell></table:table-row>");
        };
        QTest::newRow("rows") << row(R"(table:number-rows-repeated="200001")", {});
        QTest::newRow("columns") << row({}, R"(table:number-columns-repeated="65")");
        QTest::newRow("sheets") << ods(
            QByteArray(
                R"(<table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>)"
                R"(</table:table><table:table table:name="S">)")
                .repeated(17));
        QTest::newRow("cells") << ods(
            QByteArray(
                "<table:table-row><table:table-cell table:number-columns-repeated=\"64\"><text:p>x</text:p>"
                "</table:table-cell></table:table-row>")
                .repeated(62'501));
    }

    void tellsWhatIsCut()
    {
        QFETCH(QByteArray, content);
        const auto tables = tablesOf(content);
        QVERIFY(tables);
        QVERIFY(tables->isCut);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<TableFault>("fault");
        QByteArray laughs = R"(<!DOCTYPE a [<!ENTITY a "C4G61346S3">)";
        for (char name = 'b'; name < 'm'; ++name)
            laughs += QByteArray("<!ENTITY ") + name + " \"" +
                      ('&' + QByteArray(1, char(name - 1)) + ';').repeated(9) + "\">";
        QTest::newRow("no archive") << QByteArray("PK\x03\x04") + QByteArray(200, 'x') << TableFault::Damaged;
        QTest::newRow("another kind of document")
            << zipped({{u"word/document.xml"_s, "<document/>"}}) << TableFault::UnknownKind;
        QTest::newRow("a text of Writer")
            << zipped({{u"content.xml"_s, "<office><body><text/></body></office>"}})
            << TableFault::UnknownKind;
        QTest::newRow("ODS with a password")
            << zipped({{u"META-INF/manifest.xml"_s, "<manifest:encryption-data/>"},
                       {u"content.xml"_s, "\x01\x02"}})
            << TableFault::Protected;
        QTest::newRow("XLSX that is cut")
            << xlsx(R"(<row><c t="str"><v>C4G61346S3</v></c></row><row>)") << TableFault::Damaged;
        QTest::newRow("XLSX without its strings")
            << xlsx(R"(<row r="1"><c r="A1" t="s"><v>7</v></c></row>)", "<si><t>x</t></si>")
            << TableFault::Damaged;
        QTest::newRow("entities") << zipped({{u"content.xml"_s, laughs + "]><a>&l;</a>"}})
                                  << TableFault::Damaged;
        QTest::newRow("ODS with a row outside a table")
            << zipped({{u"content.xml"_s, "<o "
                                          "xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"><"
                                          "spreadsheet><table-row><table-cell o:value=\"1\"/>"
                                          "</table-row></spreadsheet></o>"}})
            << TableFault::Empty;
        QTest::newRow("empty XLSX") << xlsx("<row/>") << TableFault::Empty;
    }

    void refuses()
    {
        QFETCH(QByteArray, content);
        const auto tables = tablesOf(content);
        QVERIFY(!tables);
        QTEST(tables.error(), "fault");
    }

    void refusesWhatUnpacksToTooMuch()
    {
        const auto tables = readTables(data(u"bomb.xlsx"_s));
        QVERIFY(!tables);
        QCOMPARE(tables.error(), TableFault::TooLarge);
    }
};

QTEST_GUILESS_MAIN(TestWorkbooks)
#include "tst_workbooks.moc"
