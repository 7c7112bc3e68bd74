#include "core/launch/hescode.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;

class TestHesCode : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
};

void TestHesCode::reads_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("code");
    QTest::newRow("plain") << u"G1A2B3C4D5"_s << u"G1A2B3C4D5"_s;
    QTest::newRow("lower case") << u"g1a2b3c4d5"_s << u"G1A2B3C4D5"_s;
    QTest::newRow("dashes and blanks") << u" g1a2-b3c4-d5\t"_s << u"G1A2B3C4D5"_s;
    QTest::newRow("four kinds of I") << u"iıİI123456"_s << u"IIII123456"_s;
}

void TestHesCode::reads()
{
    // Whatever the language of the computer: "i" must not become "İ".
    QLocale::setDefault(QLocale(QLocale::Turkish, QLocale::Turkey));
    QFETCH(QString, typed);
    const auto code = HesCode::parse(typed, u"hes"_s);
    QLocale::setDefault(QLocale::c());
    QVERIFY(code);
    QTEST(code->text(), "code");
}

void TestHesCode::refuses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<InputFault>("fault");
    QTest::newRow("empty") << QString() << InputFault::Empty;
    QTest::newRow("only dashes") << u"-- -"_s << InputFault::Empty;
    QTest::newRow("nine") << u"G1A2B3C4D"_s << InputFault::WrongCodeLength;
    QTest::newRow("eleven") << u"G1A2B3C4D5E"_s << InputFault::WrongCodeLength;
    QTest::newRow("ş") << u"G1A2B3C4Dş"_s << InputFault::BadCharacters;
    QTest::newRow("ß, which would become SS") << u"G1A2B3C4ß"_s << InputFault::BadCharacters;
    QTest::newRow("Cyrillic А") << u"G1А2B3C4D5"_s << InputFault::BadCharacters;
    QTest::newRow("full-width digit") << u"G１A2B3C4D5"_s << InputFault::BadCharacters;
    QTest::newRow("NUL") << u"G1A2B3C4D"_s + QChar::Null << InputFault::BadCharacters;
    QTest::newRow("slash") << u"G1A2B3C4/5"_s << InputFault::BadCharacters;
    QTest::newRow("huge") << QString(100'000, u'A') << InputFault::TooLong;
}

void TestHesCode::refuses()
{
    QFETCH(QString, typed);
    const auto code = HesCode::parse(typed, u"hes"_s);
    QVERIFY(!code);
    QCOMPARE(code.error().subject, u"hes"_s);
    QTEST(code.error().fault, "fault");
}

QTEST_GUILESS_MAIN(TestHesCode)
#include "tst_hescode.moc"
