#include "training/erapor/reportbook.h"
#include "training/pages/pagetemplate.h"
#include "training/pages/people.h"
#include "training/pages/sessionbook.h"
#include "training/token/keybook.h"

#include <QSet>
#include <QTimeZone>
#include <QtTest>

#include <thread>

using namespace hekim;
using namespace hekim::training;
using namespace Qt::StringLiterals;

class TestTrainingBooks : public QObject
{
    Q_OBJECT

private slots:
    void aTokenExpiresWhenItsTimeIsUp()
    {
        TokenBook book(clock(), 1200);
        const auto token = book.issue(u"17291716060"_s);
        m_now = m_now.addSecs(1199);
        QCOMPARE(book.find(token).state, TokenBook::State::Valid);
        QCOMPARE(book.find(token).value, u"17291716060"_s);
        m_now = m_now.addSecs(1);
        QCOMPARE(book.find(token).state, TokenBook::State::Expired);
        m_now = m_now.addDays(2);
        book.issue(u"17291716060"_s);
        QCOMPARE(book.find(token).state, TokenBook::State::Unknown);
        QCOMPARE(book.find("").state, TokenBook::State::Unknown);
    }

    void aSessionLivesWhileItIsUsed()
    {
        SessionBook book(clock(), 100);
        const auto session = book.open(u"17291716060"_s);
        for (int use = 0; use < 5; ++use) {
            m_now = m_now.addSecs(99);
            QVERIFY(book.doctorOf(session).has_value());
        }
        m_now = m_now.addSecs(100);
        QVERIFY(!book.doctorOf(session).has_value());
        QVERIFY(!book.doctorOf("").has_value());
    }

    void reportNumbersAreUniqueAcrossThreads()
    {
        ReportBook book(clock());
        std::vector<std::thread> writers;
        for (int writer = 0; writer < 8; ++writer) {
            writers.emplace_back([&book, writer] {
                for (int turn = 0; turn < 50; ++turn) {
                    book.add(u"d"_s, u"p"_s, {}, u"%1/%2"_s.arg(writer).arg(turn));
                }
            });
        }
        for (auto& writer : writers) {
            writer.join();
        }
        QSet<QString> numbers;
        QSet<QString> references;
        const auto reports = book.ofDoctor(u"d"_s);
        for (const auto& report : reports) {
            numbers.insert(report.number);
            references.insert(report.reference);
        }
        QCOMPARE(numbers.size(), 400);
        QCOMPARE(references.size(), 400);
    }

    void aReportIsSignedOnce()
    {
        ReportBook book(clock());
        const auto report = book.add(u"d"_s, u"p"_s, {}, u"k"_s);
        QVERIFY(!book.sign(u"other"_s, report.number));
        QVERIFY(book.sign(u"d"_s, report.number));
        QVERIFY(!book.sign(u"d"_s, report.number));
        QVERIFY(book.find(u"d"_s, report.number)->signedAt.has_value());
    }

    void neighbouringNumbersAreDifferentPeople()
    {
        const auto first = citizenOf(*IdentityNumber::parse(u"23456789060"_s, {}));
        const auto again = citizenOf(*IdentityNumber::parse(u"23456789060"_s, {}));
        const auto other = citizenOf(*IdentityNumber::parse(u"30517284662"_s, {}));
        QCOMPARE(first.name, again.name);
        QCOMPARE(first.address, again.address);
        QVERIFY(first.address != other.address);
        QVERIFY(first.birthDate.isValid() && first.birthDate < QDate(2007, 1, 1));
    }

    void escapingLeavesNothingThatOpensOrCloses()
    {
        QCOMPARE(Html::escaped(u"<a href='x' title=\"ş\">&amp;"_s).text(),
                 u"&lt;a href=&#39;x&#39; title=&quot;ş&quot;&gt;&amp;amp;"_s);
    }

private:
    Clock clock()
    {
        return [this] { return m_now; };
    }
    QDateTime m_now{QDate(2026, 3, 29), QTime(0, 30), QTimeZone::utc()};
};

QTEST_GUILESS_MAIN(TestTrainingBooks)
#include "tst_training_books.moc"
