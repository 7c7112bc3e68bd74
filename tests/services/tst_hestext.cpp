#include "services/hes/hestext.h"

#include <QSet>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace hekim;

Q_DECLARE_METATYPE(hekim::HesRisk)
Q_DECLARE_METATYPE(hekim::HesTruth)

namespace {

HesResult found(HesRisk risk)
{
    HesResult result;
    result.outcome = HesResult::Outcome::Found;
    result.risk = risk;
    return result;
}

} // namespace

class TestHesText : public QObject
{
    Q_OBJECT

private slots:
    void P5_onlyTheTwoWordsAreARisk_data();
    void P5_onlyTheTwoWordsAreARisk();
    void P5_unknownIsNeverCalledRiskless();
    void outcomesAreToldApart();
    void truthsByTheGuidesTables_data();
    void truthsByTheGuidesTables();
    void expiryIsTold();
};

void TestHesText::P5_onlyTheTwoWordsAreARisk_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<HesRisk>("risk");
    QTest::newRow("risky") << u"RISKY"_s << HesRisk::Risky;
    QTest::newRow("riskless") << u"RISKLESS"_s << HesRisk::Riskless;
    for (const auto& other :
         {u""_s, u"riskless"_s, u"RISKLESS "_s, u"RİSKLESS"_s, u"UNKNOWN"_s, u"NOT_RISKY"_s, u"null"_s})
        QTest::addRow("other: %s", qUtf8Printable(other)) << other << HesRisk::Unknown;
}

void TestHesText::P5_onlyTheTwoWordsAreARisk()
{
    QFETCH(QString, status);
    QTEST(hesRiskFromStatus(status), "risk");
}

void TestHesText::P5_unknownIsNeverCalledRiskless()
{
    const QString riskless = hesHeadline(found(HesRisk::Riskless));
    HesResult unanswered;
    for (const HesResult& result : {found(HesRisk::Unknown), unanswered}) {
        QCOMPARE(hesHeadline(result), u"Unknown"_s);
        QVERIFY(hesHeadline(result) != riskless);
    }
    // A risk that stands beside an outcome that has none is not believed.
    HesResult expired = found(HesRisk::Riskless);
    expired.outcome = HesResult::Outcome::Expired;
    QVERIFY(hesHeadline(expired) != riskless);
}

void TestHesText::outcomesAreToldApart()
{
    QSet<QString> advices;
    for (const auto outcome : {HesResult::Outcome::NotFound, HesResult::Outcome::Expired,
                               HesResult::Outcome::Refused, HesResult::Outcome::Unanswered}) {
        HesResult result;
        result.outcome = outcome;
        result.errorKey = u"strangekey"_s;
        advices.insert(hesAdvice(result));
        if (outcome == HesResult::Outcome::Refused)
            QVERIFY(hesAdvice(result).contains(u"strangekey"_s));
    }
    for (const auto risk : {HesRisk::Risky, HesRisk::Riskless, HesRisk::Unknown})
        advices.insert(hesAdvice(found(risk)));
    QCOMPARE(advices.size(), 7);
    QVERIFY(!advices.contains(QString()));
}

void TestHesText::truthsByTheGuidesTables_data()
{
    QTest::addColumn<HesRisk>("risk");
    QTest::addColumn<HesTruth>("truth");
    QTest::addColumn<QString>("vaccination");
    QTest::addColumn<QString>("immunity");
    const auto no = HesRisk::Riskless;
    QTest::newRow("true") << no << HesTruth::Yes << u"vaccinated (two doses)"_s
                          << u"immune (had COVID-19 in the last 6 months)"_s;
    QTest::newRow("false") << no << HesTruth::No << u"not vaccinated, or not all doses"_s
                           << u"did not have COVID-19 in the last 6 months"_s;
    QTest::newRow("null") << no << HesTruth::NotShown << u"not vaccinated, or the person does not share it"_s
                          << u"not immune, or the person does not share it"_s;
    QTest::newRow("null of a person at risk")
        << HesRisk::Risky << HesTruth::NotShown << u"not shown for a person at risk"_s
        << u"not shown for a person at risk"_s;
}

void TestHesText::truthsByTheGuidesTables()
{
    QFETCH(HesRisk, risk);
    QFETCH(HesTruth, truth);
    HesResult result = found(risk);
    QVERIFY(hesVaccination(result).isEmpty()); // it was not asked
    QVERIFY(hesImmunity(result).isEmpty());
    QVERIFY(hesNegativeTest(result).isEmpty());
    result.details = HesDetails{truth, truth, {}};
    QTEST(hesVaccination(result), "vaccination");
    QTEST(hesImmunity(result), "immunity");
}

void TestHesText::expiryIsTold()
{
    HesResult result = found(HesRisk::Riskless);
    QVERIFY(hesExpiry(result).isEmpty());
    result.expiresAt = QDateTime({2021, 1, 1}, {21, 0}, QTimeZone::utc());
    QVERIFY(!hesExpiry(result).isEmpty());
    QVERIFY(isOver(result, result.expiresAt));
    QVERIFY(!isOver(result, result.expiresAt.addSecs(-1)));
    result.details = HesDetails{HesTruth::NotShown, HesTruth::NotShown, result.expiresAt};
    QVERIFY(hesNegativeTest(result).contains(hesExpiry(result)));
}

QTEST_GUILESS_MAIN(TestHesText)
#include "tst_hestext.moc"
