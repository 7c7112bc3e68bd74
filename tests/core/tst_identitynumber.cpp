#include "core/identity/identitynumber.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;

class TestIdentityNumber : public QObject
{
    Q_OBJECT

private slots:
    void checksum_data();
    void checksum();
    void refusesMalformed_data();
    void refusesMalformed();
    void liveRefusesWrongChecksumOthersDoNot();
    void foreignersNumberIsKnownByItsPrefix();
    void masksAndGroups();
    void digitsOfTypedText();
};

void TestIdentityNumber::checksum_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<bool>("holds");
    for (const char* valid : {"10000000146", "17291716060", "23456789060", "10000008098", "10000009088"})
        QTest::newRow(valid) << QString::fromLatin1(valid) << true;
    for (const char* invalid : {"10000000147", "12345678901", "11111111111", "10000000156"})
        QTest::newRow(invalid) << QString::fromLatin1(invalid) << false;
}

void TestIdentityNumber::checksum()
{
    QFETCH(QString, number);
    const auto parsed = IdentityNumber::parse(number, u"patient"_s);
    QVERIFY(parsed);
    QCOMPARE(parsed->digits(), number);
    QTEST(parsed->checksumHolds(), "holds");
}

void TestIdentityNumber::refusesMalformed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<InputFault>("fault");
    QTest::newRow("empty") << QString() << InputFault::Empty;
    QTest::newRow("short") << u"1000000014"_s << InputFault::WrongLength;
    QTest::newRow("long") << u"100000001460"_s << InputFault::WrongLength;
    QTest::newRow("huge") << QString(1'000'000, u'1') << InputFault::WrongLength;
    QTest::newRow("leading zero") << u"01000000014"_s << InputFault::WrongStart;
    QTest::newRow("letter O") << u"1OOOOOOO146"_s << InputFault::NotDigits;
    QTest::newRow("Turkish letters") << u"1ığşİöü0146"_s << InputFault::NotDigits;
    QTest::newRow("Arabic-Indic digits") << u"١٠٠٠٠٠٠٠١٤٦"_s << InputFault::NotDigits;
    QTest::newRow("full-width digits") << u"１０００００００１４６"_s << InputFault::NotDigits;
    QTest::newRow("blank before") << u" 10000000146"_s << InputFault::NotDigits;
    QTest::newRow("newline after") << u"10000000146\n"_s << InputFault::NotDigits;
    QTest::newRow("grouped") << u"100 000 001 46"_s << InputFault::NotDigits;
    QTest::newRow("minus") << u"-1000000014"_s << InputFault::NotDigits;
    QTest::newRow("NUL inside") << u"10000"_s + QChar::Null + u"00146"_s << InputFault::NotDigits;
}

void TestIdentityNumber::refusesMalformed()
{
    QFETCH(QString, text);
    const auto parsed = IdentityNumber::parse(text, u"doctor"_s);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().kind, ErrorKind::BadInput);
    QCOMPARE(parsed.error().subject, u"doctor"_s);
    QTEST(parsed.error().fault, "fault");
    QVERIFY(text.isEmpty() || !parsed.error().detail.contains(text));
}

void TestIdentityNumber::liveRefusesWrongChecksumOthersDoNot()
{
    const QString testDoctor = u"11111111111"_s;
    for (const auto environment : {EnvironmentName::Test, EnvironmentName::Training, EnvironmentName::Custom})
        QVERIFY(IdentityNumber::parseFor(environment, testDoctor, u"doctor"_s));
    const auto live = IdentityNumber::parseFor(EnvironmentName::Live, testDoctor, u"doctor"_s);
    QVERIFY(!live);
    QCOMPARE(live.error().fault, InputFault::WrongChecksum);
    QVERIFY(IdentityNumber::parseFor(EnvironmentName::Live, u"10000000146", u"doctor"_s));
}

void TestIdentityNumber::foreignersNumberIsKnownByItsPrefix()
{
    for (const auto& number : {u"97000000000"_s, u"98123456789"_s, u"99999999999"_s}) {
        const auto parsed = IdentityNumber::parseFor(EnvironmentName::Live, number, u"patient"_s);
        QVERIFY(parsed);
        QCOMPARE(parsed->kind(), IdentityNumber::Kind::Ykn);
        QVERIFY(parsed->checksumHolds());
    }
    QCOMPARE(IdentityNumber::parse(u"96999999999", {})->kind(), IdentityNumber::Kind::Tckn);
}

void TestIdentityNumber::masksAndGroups()
{
    const auto number = IdentityNumber::parse(u"10000000146", {});
    QCOMPARE(number->masked(), u"100\u2022\u2022\u2022\u2022\u2022146"_s);
    QCOMPARE(number->grouped(), u"100 000 001 46"_s);
}

void TestIdentityNumber::digitsOfTypedText()
{
    QCOMPARE(IdentityNumber::digitsOf(u" 100 000.001-46\n"), u"10000000146"_s);
    QCOMPARE(IdentityNumber::digitsOf(u"T.C. ١٢３ı"), QString());
}

QTEST_GUILESS_MAIN(TestIdentityNumber)
#include "tst_identitynumber.moc"
