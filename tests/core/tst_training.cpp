#include "core/settings/settings.h"
#include "core/settings/training.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;

class TestTraining : public QObject
{
    Q_OBJECT

private slots:
    void everyNumberIsValidAndOnce();
    void thePrintedOnesAreThere();
    void schemeCanBeListed();
};

void TestTraining::everyNumberIsValidAndOnce()
{
    const auto people = training::doctors() + training::patients();
    QCOMPARE(training::doctors().size(), 4);
    QCOMPARE(training::patients().size(), 6);
    QSet<QString> numbers;
    for (const auto& person : people) {
        QVERIFY2(IdentityNumber::parseFor(EnvironmentName::Live, person.number, u"patient"_s),
                 qPrintable(person.number));
        QVERIFY(!person.name.isEmpty());
        numbers.insert(person.number);
    }
    QCOMPARE(numbers.size(), people.size());
}

void TestTraining::thePrintedOnesAreThere()
{
    const auto has = [](const QList<training::Person>& people, const QString& number) {
        return std::any_of(people.begin(), people.end(),
                           [&](const auto& person) { return person.number == number; });
    };
    QVERIFY(has(training::doctors(), u"17291716060"_s));
    QVERIFY(has(training::doctors(), u"23456789060"_s));
    for (const QString& number : {u"10000000146"_s, u"10000008098"_s, u"10000009088"_s})
        QVERIFY(has(training::patients(), number));
}

void TestTraining::schemeCanBeListed()
{
    QVERIFY(checkSetting(u"web/externalSchemes"_s, QStringView(training::signatureScheme).toString()));
}

QTEST_GUILESS_MAIN(TestTraining)
#include "tst_training.moc"
