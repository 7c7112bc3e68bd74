#include "core/launch/reason.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;

class TestReason : public QObject
{
    Q_OBJECT

private slots:
    void numbersAreTheGuides();
    void refuses_data();
    void refuses();
    void namesDiffer();
};

void TestReason::numbersAreTheGuides()
{
    QCOMPARE(reasonFromString(u"0").value(), Reason::GeneralCondition);
    QCOMPARE(reasonFromString(u"1").value(), Reason::SmoothboreRifle);
    QCOMPARE(reasonFromString(u"2").value(), Reason::OccupationalHealth);
    QCOMPARE(reasonFromString(u"3").value(), Reason::MentalCapacity);
}

void TestReason::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<InputFault>("fault");
    QTest::newRow("empty") << QString() << InputFault::Empty;
    for (const char* text : {"4", "-1", "02", "2.0", " 2", "2 ", "+2", "two", "٢", "99999999999999999999"})
        QTest::newRow(text) << QString::fromUtf8(text) << InputFault::OutOfRange;
}

void TestReason::refuses()
{
    QFETCH(QString, text);
    const auto reason = reasonFromString(text);
    QVERIFY(!reason);
    QCOMPARE(reason.error().subject, u"reason"_s);
    QTEST(reason.error().fault, "fault");
}

void TestReason::namesDiffer()
{
    QSet<QString> names;
    for (const Reason reason : allReasons())
        names.insert(displayName(reason));
    QCOMPARE(names.size(), 4);
    QVERIFY(!names.contains(QString()));
}

QTEST_GUILESS_MAIN(TestReason)
#include "tst_reason.moc"
