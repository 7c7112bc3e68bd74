#include "sheets/tablereader.h"
#include "support/places.h"

#include <QStringEncoder>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;

Q_DECLARE_METATYPE(hekim::TableFault)

namespace {

QString data(const QString& name)
{
    return QStringLiteral(HEKIM_SOURCE "/tests/sheets/data/") + name;
}

QByteArray in(QStringConverter::Encoding encoding, const QString& text,
              QStringConverter::Flag flag = QStringConverter::Flag::WriteBom)
{
    return QStringEncoder(encoding, flag).encode(text);
}

} // namespace

class TestTableReader : public QObject
{
    Q_OBJECT

private slots:
    void readsText_data()
    {
        QTest::addColumn<QByteArray>("content");
        const auto text =
            u"Ad;HES Kodu\r\nİsmail Işık;C4G6-1346-S3\r\n\r\n\"Ağa; Şule\";\"P2G8\"\"8532S2\"\r\n"_s;
        QTest::newRow("UTF-8") << text.toUtf8();
        QTest::newRow("UTF-8 with mark") << in(QStringConverter::Utf8, text);
        QTest::newRow("UTF-16 little endian") << in(QStringConverter::Utf16LE, text);
        QTest::newRow("UTF-16 big endian") << in(QStringConverter::Utf16BE, text);
        QTest::newRow("UTF-16 little endian without a mark")
            << in(QStringConverter::Utf16LE, text, QStringConverter::Flag::Default);
        QTest::newRow("UTF-16 big endian without a mark")
            << in(QStringConverter::Utf16BE, text, QStringConverter::Flag::Default);
        QTest::newRow("Windows-1254") << QByteArray("Ad;HES Kodu\r\n\xDDsmail I\xFE\xFDk;C4G6-1346-S3\r\n\r\n"
                                                    "\"A\xF0"
                                                    "a; \xDEule\";\"P2G8\"\"8532S2\"\r\n");
        QTest::newRow("commas") << QByteArray("Ad,HES Kodu\r\nİsmail Işık,C4G6-1346-S3\r\n\r\n"
                                              "\"Ağa; Şule\",\"P2G8\"\"8532S2\"\r\n");
        QTest::newRow("tabulators, lines of Unix") << QByteArray("Ad\tHES Kodu\nİsmail Işık\tC4G6-1346-S3\n\n"
                                                                 "\"Ağa; Şule\"\t\"P2G8\"\"8532S2\"\n");
    }

    void readsText()
    {
        QFETCH(QByteArray, content);
        const auto tables = tablesOf(content);
        QVERIFY(tables);
        QCOMPARE(tables->sheets.size(), 1);
        const auto cell = [&](int row, int column) {
            return tables->sheets.constFirst().rows.value(row).value(column).trimmed();
        };
        QCOMPARE(cell(0, 1), u"HES Kodu"_s);
        QCOMPARE(cell(1, 0), u"İsmail Işık"_s);
        QCOMPARE(cell(1, 1), u"C4G6-1346-S3"_s);
        QVERIFY(cell(2, 0).isEmpty()); // an empty line keeps the numbers of the others right
        QCOMPARE(cell(3, 0), u"Ağa; Şule"_s);
        QCOMPARE(cell(3, 1), u"P2G8\"8532S2"_s);
    }

    void readsLinesWhereQuotesAreOdd()
    {
        const auto tables = tablesOf("C4G61346S3\n\"abc\"d\"\nP2G88532S2\n");
        QVERIFY(tables);
        QCOMPARE(tables->sheets.constFirst().rows.value(2).value(0), u"P2G88532S2"_s);
    }

    void readsLinesWhereAQuoteNeverEnds()
    {
        const auto tables = tablesOf("Ad;Kod\n\"Ay\xC5\x9F"
                                     "e;C4G61346S3\nAli;P2G88532S2\n");
        QVERIFY(tables);
        QCOMPARE(tables->sheets.constFirst().rows.value(2).value(0), u"Ali;P2G88532S2"_s);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<TableFault>("fault");
        QTest::newRow("nothing") << QByteArray() << TableFault::Empty;
        QTest::newRow("blank lines") << QByteArray("\r\n ; ;\r\n") << TableFault::Empty;
        QTest::newRow("old Excel") << QByteArray::fromHex("d0cf11e0a1b11ae1") + QByteArray(600, '\0')
                                   << TableFault::UnknownKind;
        QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16)
                                 << TableFault::UnknownKind;
        QTest::newRow("Excel with a password")
            << QByteArray::fromHex("d0cf11e0a1b11ae1") + QByteArray(600, '\0') +
                   in(QStringConverter::Utf16LE, u"EncryptedPackage"_s, QStringConverter::Flag::Default)
            << TableFault::Protected;
        QTest::newRow("too large") << QByteArray(largestTableFile + 1, 'x') << TableFault::TooLarge;
    }

    void refuses()
    {
        QFETCH(QByteArray, content);
        const auto tables = tablesOf(content);
        QVERIFY(!tables);
        QTEST(tables.error(), "fault");
    }

    void refusesAFileThatIsNotThere()
    {
        const auto tables = readTables(data(u"nothing.csv"_s));
        QVERIFY(!tables);
        QCOMPARE(tables.error(), TableFault::Unreadable);
    }

    void limitsRowsAndColumns()
    {
        const auto tables =
            tablesOf(QByteArray("x;").repeated(200) + '\n' + QByteArray("x\n").repeated(mostTableRows));
        QVERIFY(tables);
        QCOMPARE(tables->sheets.constFirst().rows.size(), mostTableRows);
        QCOMPARE(tables->sheets.constFirst().rows.constFirst().size(), mostTableColumns);
        QVERIFY(tables->isCut);
        QVERIFY(!tablesOf("Ad;Kod\nx;C4G61346S3\n")->isCut);
    }
};

QTEST_GUILESS_MAIN(TestTableReader)
#include "tst_tablereader.moc"
