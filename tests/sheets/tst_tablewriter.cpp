#include "sheets/archive.h"
#include "sheets/tablereader.h"
#include "sheets/tablewriter.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <clocale>

using namespace Qt::StringLiterals;
using namespace hekim;

namespace {

const ExportTable table{{u"Kod"_s, u"Ad"_s},
                        {{u"C4G61346S3"_s, u"Ağa \"Bey\"; Ş"_s},
                         {u"=1+2"_s, u"@SUM(A1)"_s},
                         {u"+90"_s, u"-5"_s},
                         {u"\t=x"_s, u"*****909"_s}}};

} // namespace

class TestTableWriter : public QObject
{
    Q_OBJECT

private slots:
    void csvIsWhatTurkishExcelOpens()
    {
        const QByteArray csv = csvOf(table);
        QVERIFY(csv.startsWith("\xEF\xBB\xBF\"Kod\";\"Ad\"\r\n\"C4G61346S3\";\"Ağa \"\"Bey\"\"; Ş\"\r\n"));
    }

    void S9_noCellOfACsvIsAFormula()
    {
        const auto tables = tablesOf(csvOf(table));
        QVERIFY(tables);
        for (const QStringList& row : tables->sheets.constFirst().rows) {
            for (const QString& cell : row)
                QVERIFY2(cell.isEmpty() || !u"=+-@\t\r"_s.contains(cell.front()), qPrintable(cell));
        }
        QCOMPARE(tables->sheets.constFirst().rows.at(2).at(0), u"'=1+2"_s);
        QCOMPARE(tables->sheets.constFirst().rows.at(4).at(1), u"*****909"_s);
    }

    void cellsOfAnXlsxAreText()
    {
        const QTemporaryDir folder;
        const auto content = xlsxOf(table, folder.path());
        QVERIFY(content);
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList()); // nothing stays
        const auto tables = tablesOf(*content);
        QVERIFY(tables);
        QCOMPARE(tables->sheets.constFirst().rows.at(2), table.rows.at(1)); // read as text, not as a result
        QCOMPARE(tables->sheets.constFirst().rows.at(0), table.heading);
    }

    void numbersOfAnXlsxHaveAPoint()
    {
        const bool isTurkish = qEnvironmentVariable("LC_ALL").startsWith(u"tr"); // tst_tablewriter.turkish
        const auto hasComma = [] { return *std::localeconv()->decimal_point == ','; };
        QCOMPARE(hasComma(), isTurkish);
        const QTemporaryDir folder;
        const auto content = xlsxOf(table, folder.path());
        QCOMPARE(hasComma(), isTurkish); // the user's way stays
        QVERIFY(content);
        const auto parts = xmlParts(*content);
        QVERIFY(parts);
        QVERIFY(parts->value(u"xl/worksheets/sheet1.xml"_s).contains("width=\"20."));
        static const QRegularExpression comma(u"\"[0-9]+,[0-9]"_s);
        for (auto part = parts->cbegin(); part != parts->cend(); ++part)
            QVERIFY2(!QString::fromUtf8(*part).contains(comma),
                     qPrintable(part.key() + u'\n' + QString::fromUtf8(*part)));
    }

    void xlsxWithoutAFolderFails() { QVERIFY(!xlsxOf(table, u"/nonexistent/folder"_s)); }
};

QTEST_GUILESS_MAIN(TestTableWriter)
#include "tst_tablewriter.moc"
