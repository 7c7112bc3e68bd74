#include "core/identity/pinrules.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(hekim::PinFault)

class PinRulesTest : public QObject
{
    Q_OBJECT

private slots:
    void newPins_data()
    {
        QTest::addColumn<QString>("pin");
        QTest::addColumn<PinFault>("fault");
        QTest::newRow("good") << u"482913"_s << PinFault::None;
        QTest::newRow("good with a pair") << u"448291"_s << PinFault::None;
        QTest::newRow("long") << u"48291348291305"_s << PinFault::None;
        QTest::newRow("empty") << QString() << PinFault::TooShort;
        QTest::newRow("five") << u"48291"_s << PinFault::TooShort;
        QTest::newRow("33 digits") << QString(u"4829130576"_s).repeated(4).left(33) << PinFault::TooLong;
        QTest::newRow("letter") << u"48291a"_s << PinFault::NotDigits;
        QTest::newRow("digits of another script") << u"٤٨٢٩١٣"_s << PinFault::NotDigits;
        QTest::newRow("one digit") << u"000000"_s << PinFault::Repeats;
        QTest::newRow("two digits") << u"121212"_s << PinFault::Repeats;
        QTest::newRow("three digits") << u"7197197"_s << PinFault::Repeats;
        QTest::newRow("up") << u"123456"_s << PinFault::Run;
        QTest::newRow("up over nine") << u"567890"_s << PinFault::Run;
        QTest::newRow("down") << u"987654"_s << PinFault::Run;
        QTest::newRow("down, long") << u"76543210"_s << PinFault::Run;
        QTest::newRow("start of the number") << u"172917"_s << PinFault::OfNumber;
        QTest::newRow("end of the number") << u"716060"_s << PinFault::OfNumber;
        QTest::newRow("whole number") << u"17291716060"_s << PinFault::OfNumber;
        QTest::newRow("number with more") << u"991729170"_s << PinFault::OfNumber;
    }
    void newPins()
    {
        QFETCH(QString, pin);
        QFETCH(PinFault, fault);
        const IdentityNumber doctor = IdentityNumber::parse(u"17291716060", u"doctor"_s).value();
        QCOMPARE(judgeNewPin(pin, doctor), fault);
    }

    void delaysGrow()
    {
        for (int wrong = 0; wrong < 5; ++wrong)
            QCOMPARE(pinDelay(wrong), 0s);
        QCOMPARE(pinDelay(5), 30s);
        QCOMPARE(pinDelay(6), 60s);
        QCOMPARE(pinDelay(7), 120s);
        QCOMPARE(pinDelay(11), 1920s);
        QCOMPARE(pinDelay(12), 3600s);
        QCOMPARE(pinDelay(1'000'000), 3600s);
    }

    void waitsCountDown()
    {
        const QDateTime wrong = QDateTime::fromString(u"2026-11-21T08:00:00Z"_s, Qt::ISODate);
        QCOMPARE(pinWait(4, wrong, wrong), 0s);
        QCOMPARE(pinWait(5, wrong, wrong), 30s);
        QCOMPARE(pinWait(5, wrong, wrong.addSecs(29)), 1s);
        QCOMPARE(pinWait(5, wrong, wrong.addSecs(30)), 0s);
        QCOMPARE(pinWait(5, wrong, wrong.addDays(300)), 0s);
        QVERIFY2(pinWait(5, wrong, wrong.addSecs(-3600)) == 30s, "a clock that was set back does not help");
        QVERIFY2(pinWait(5, {}, wrong) == 30s, "a time that cannot be read does not help");
    }

    void words()
    {
        QCOMPARE(pinUseFromString(u"off"), PinUse::Off);
        QCOMPARE(pinUseFromString(u"optional"), PinUse::Optional);
        QCOMPARE(pinUseFromString(u"required"), PinUse::Required);
    }
};

QTEST_GUILESS_MAIN(PinRulesTest)
#include "tst_pinrules.moc"
