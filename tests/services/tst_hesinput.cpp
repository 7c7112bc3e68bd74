#include "services/hes/hesinput.h"
#include "services/hes/heslist.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;

class TestHesInput : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void findsSeveral();
    void listTellsDuplicatesAndMalformedRowsByLine();
    void listPassesOverAHeading();
    void listTakesSeveralCodesOnALine();
    void findsTheColumn();
    void listIsLimited();
};

void TestHesInput::reads_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("code");
    const auto code = u"C4G61346S3"_s;
    QTest::newRow("as printed") << u"C4G6-1346-S3"_s << code;
    QTest::newRow("blanks") << u"  c4g6 1346 s3\n"_s << code;
    QTest::newRow("dash of a word processor") << u"C4G6–1346—S3"_s << code;
    QTest::newRow("minus sign") << u"C4G6−1346−S3"_s << code;
    QTest::newRow("scanner on a Turkish keyboard") << u"c4g6*1346*s3"_s << code;
    QTest::newRow("no-break blanks") << u"C4G6\u00A01346\u00A0S3"_s << code;
    QTest::newRow("invisible characters") << u"\uFEFFC4G6\u200B-1346\u00AD-S3"_s << code;
    // Whichever of the four keys a Turkish keyboard has under the finger, the code's letter is I.
    QTest::newRow("i") << u"i4g6-1346-s3"_s << u"I4G61346S3"_s;
    QTest::newRow("ı") << u"ı4g6-1346-s3"_s << u"I4G61346S3"_s;
    QTest::newRow("İ") << u"İ4G6-1346-S3"_s << u"I4G61346S3"_s;
    QTest::newRow("I") << u"I4G6-1346-S3"_s << u"I4G61346S3"_s;
    QTest::newRow("i with a combining dot") << u"i\u03074g6-1346-s3"_s << u"I4G61346S3"_s;
    QTest::newRow("all four in a text") << u"HES: iıİI-1346-S3."_s << u"IIII1346S3"_s;
    QTest::newRow("QR with words") << u"HES KODU: C4G6-1346-S3 Son kullanma 01.01.2022"_s << code;
    QTest::newRow("QR with an address") << u"https://hes.example/kod?c=C4G61346S3&v=1"_s << code;
    QTest::newRow("QR with bars") << u"c4g61346s3|AYŞE|10000000146"_s << code;
    QTest::newRow("twice the same") << u"C4G6-1346-S3 (C4G61346S3)"_s << code;
}

void TestHesInput::reads()
{
    QLocale::setDefault(QLocale(QLocale::Turkish, QLocale::Turkey));
    QFETCH(QString, typed);
    const auto code = readHesCode(typed, u"hes"_s);
    QLocale::setDefault(QLocale::c());
    QVERIFY(code);
    QTEST(code->text(), "code");
}

void TestHesInput::refuses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<InputFault>("fault");
    QTest::newRow("empty") << QString() << InputFault::Empty;
    QTest::newRow("one short") << u"C4G6-1346-S"_s << InputFault::WrongCodeLength;
    QTest::newRow("one long") << u"C4G6-1346-S34"_s << InputFault::WrongCodeLength;
    QTest::newRow("Turkish letter") << u"Ç4G6-1346-S3"_s << InputFault::BadCharacters;
    QTest::newRow("part of a longer word") << u"xC4G61346S3, C4G61346S3x"_s << InputFault::BadCharacters;
    QTest::newRow("a word and a telephone number")
        << u"HASTANESIN (5321234567)"_s << InputFault::BadCharacters;
    QTest::newRow("two codes") << u"C4G6-1346-S3, P2G8-8532-S2"_s << InputFault::GivenTwice;
    QTest::newRow("huge") << QString(longestHesInput + 1, u'A') << InputFault::TooLong;
}

void TestHesInput::refuses()
{
    QFETCH(QString, typed);
    const auto code = readHesCode(typed, u"hes"_s);
    QVERIFY(!code);
    QTEST(code.error().fault, "fault");
}

void TestHesInput::findsSeveral()
{
    const auto codes = findHesCodes(u"C4G6-1346-S3;P2G88532S2 C4G61346S3"_s);
    QCOMPARE(codes.size(), 2);
    QCOMPARE(codes.at(0).text(), u"C4G61346S3"_s);
    QCOMPARE(codes.at(1).text(), u"P2G88532S2"_s);
}

void TestHesInput::listTellsDuplicatesAndMalformedRowsByLine()
{
    const HesList list =
        hesListOf(u"C4G6-1346-S3\n\nP2G88532S2\r\nc4g61346s3\nAyşe Çınarlı 12\nF4G61346S3"_s);
    QCOMPARE(list.entries.size(), 3);
    QCOMPARE(list.entries.at(0).line, 1);
    QCOMPARE(list.entries.at(1).line, 3);
    QCOMPARE(list.entries.at(2).line, 6);
    QCOMPARE(list.duplicates.size(), 1);
    QCOMPARE(list.duplicates.at(0).line, 4);
    QCOMPARE(list.duplicates.at(0).firstLine, 1);
    QCOMPARE(list.malformed.size(), 1);
    QCOMPARE(list.malformed.at(0).line, 5);
    QCOMPARE(list.malformed.at(0).text, u"Ayşe Çınarlı 12"_s);
    QVERIFY(!list.isCut);
}

void TestHesInput::listPassesOverAHeading()
{
    const HesList list = hesListOf({{u"HES Kodu"_s, 1}, {u"C4G61346S3"_s, 2}, {u"Toplam"_s, 3}});
    QCOMPARE(list.entries.size(), 1);
    QCOMPARE(list.malformed.size(), 1); // only the first line can be a heading
    QCOMPARE(list.malformed.at(0).line, 3);
    // Ten letters, yet no code.
    QVERIFY(hesListOf(u"HES Kodları\nC4G61346S3"_s).malformed.isEmpty());
    QCOMPARE(hesListOf(u"HES Kodları\nC4G61346S3"_s).entries.size(), 1);
    QCOMPARE(hesListOf(u"HES Kodu"_s).malformed.size(), 1);       // alone it is what was meant
    QCOMPARE(hesListOf(u"=…\nC4G61346S3"_s).malformed.size(), 1); // no word
}

void TestHesInput::listTakesSeveralCodesOnALine()
{
    const HesList list = hesListOf(u"C4G6-1346-S3, P2G88532S2\tAyşe F4G61346S3"_s);
    QCOMPARE(list.codes().size(), 3);
    QCOMPARE(list.entries.at(2).line, 1);
}

void TestHesInput::findsTheColumn()
{
    const QList<QStringList> rows{{u"Ad"_s, u"Telefon"_s, u"HES KODU"_s},
                                  {u"Ayşe"_s, u"5321234567"_s, u"C4G6-1346-S3"_s},
                                  {u"P2G88532S2"_s, {}, u"F4G61346S3"_s},
                                  {u"Ali"_s}};
    QCOMPARE(hesColumnOf({{u"C4G6-1346-S3"_s}}), 0);
    QCOMPARE(hesColumnOf({}), -1);
    QCOMPARE(hesColumnOf({{u"Ad"_s, u"Soyad"_s}}), -1);
    QCOMPARE(hesColumnOf({rows.at(0), {u"Ayşe"_s, u"HES"_s, u"C4G6-1346-S3"_s}}), 2);
    const HesList list = hesListOf(rows, 2);
    QCOMPARE(list.entries.size(), 2);
    QCOMPARE(list.entries.at(1).line, 3);
    QVERIFY(list.malformed.isEmpty());
    QCOMPARE(list.blank, 1); // Ali's is told by number
}

void TestHesInput::listIsLimited()
{
    QList<HesLine> lines;
    for (int i = 0; i <= mostHesCodes; ++i)
        lines.append({u"A%1"_s.arg(i, 9, 10, QLatin1Char('0')), i + 1});
    const HesList list = hesListOf(lines);
    QCOMPARE(list.entries.size(), mostHesCodes);
    QVERIFY(list.isCut);
}

QTEST_GUILESS_MAIN(TestHesInput)
#include "tst_hesinput.moc"
