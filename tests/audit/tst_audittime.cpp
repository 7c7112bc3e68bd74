// Rule T1 against clocks: years ahead, set back, a month off. Lines bring their own time.

#include "audit/audittest.h"

#include "audit/auditbook.h"
#include "audit/auditretention.h"
#include "audit/proof/auditverifier.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;

namespace {

AuditFileName file(int year, int month, int part = 1)
{
    return {year, month, part};
}

} // namespace

class AuditTimeTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        m_location = {m_place->filePath(u"audit"_s), m_place->filePath(u"data/mark"_s)};
    }

    // One start with the clock years ahead, and back: nothing goes, and each line stands in its own month.
    void T1_aLeapRemovesNothing_data()
    {
        QTest::addColumn<QString>("leap");
        QTest::addColumn<QString>("file");
        QTest::newRow("five years ahead") << u"2031-05-20"_s << u"audit-2031-05.jsonl"_s;
        QTest::newRow("two months ahead") << u"2026-07-20"_s << u"audit-2026-07.jsonl"_s;
        QTest::newRow("a century ahead") << u"2126-05-20"_s << u"audit-2126-05.jsonl"_s;
        QTest::newRow("back to its beginning") << u"2000-01-01"_s << u"audit-2000-01.jsonl"_s;
        QTest::newRow("a month back") << u"2026-04-20"_s << u"audit-2026-04.2.jsonl"_s;
    }
    void T1_aLeapRemovesNothing()
    {
        QFETCH(const QString, leap);
        QFETCH(const QString, file);
        for (int month = 1; month <= 5; ++month)
            write(u"2026-0%1-05"_s.arg(month));
        const QStringList before = names();
        QCOMPARE(before.constFirst(), u"audit-2026-02.jsonl"_s); // of retention
        for (int i = 0; i < 3; ++i)
            write(leap);
        QCOMPARE(names(), before + QStringList{file});
        write(u"2026-05-21"_s);
        write(u"2026-05-22"_s);
        QCOMPARE(names(), before + QStringList({file, u"audit-2026-05.2.jsonl"_s}));
        QCOMPARE(linesOf(m_location.pathOf(file)).size(), 3);
        QCOMPARE(linesOf(m_location.pathOf(u"audit-2026-05.2.jsonl"_s)).size(), 2);
        assertWhole();
    }

    // A step that is no leap: what goes is older than promised by the right clock as well.
    void T1_aClockThatIsAMonthAheadKeepsWhatIsPromised()
    {
        for (int month = 1; month <= 5; ++month)
            write(u"2026-0%1-05"_s.arg(month));
        write(u"2026-06-20"_s);
        write(u"2026-05-21"_s);
        QCOMPARE(names(),
                 QStringList({u"audit-2026-03.jsonl"_s, u"audit-2026-04.jsonl"_s, u"audit-2026-05.jsonl"_s,
                              u"audit-2026-06.jsonl"_s, u"audit-2026-05.2.jsonl"_s}));
        assertWhole();
    }

    // And afterwards months go as they are due, the leap's with those around it.
    void T1_afterALeapMonthsGoAsTheyAreDue()
    {
        for (int month = 1; month <= 5; ++month)
            write(u"2026-0%1-05"_s.arg(month));
        write(u"2031-05-20"_s);
        write(u"2026-05-21"_s);
        for (int month = 6; month <= 8; ++month)
            write(u"2026-0%1-05"_s.arg(month));
        QCOMPARE(names(),
                 QStringList({u"audit-2026-05.jsonl"_s, u"audit-2031-05.jsonl"_s, u"audit-2026-05.2.jsonl"_s,
                              u"audit-2026-06.jsonl"_s, u"audit-2026-07.jsonl"_s, u"audit-2026-08.jsonl"_s}));
        write(u"2026-09-05"_s);
        QCOMPARE(names().constFirst(), u"audit-2026-06.jsonl"_s);
        assertWhole();
    }

    void T1_retentionCountsMonthsThatHavePassed_data()
    {
        QTest::addColumn<QList<AuditFileName>>("files");
        QTest::addColumn<AuditFileName>("present");
        QTest::addColumn<int>("keepMonths");
        QTest::addColumn<qsizetype>("removed");
        const auto row = [](const char* name, const QList<AuditFileName>& files, const AuditFileName& present,
                            int keepMonths, qsizetype removed) {
            QTest::newRow(name) << files << present << keepMonths << removed;
        };
        const QList year{file(2026, 1), file(2026, 2), file(2026, 3), file(2026, 3, 2), file(2026, 4)};
        row("none", {}, file(2026, 1), 1, 0);
        row("for ever", year, file(2026, 5), 0, 0);
        row("enough", year, file(2026, 5), 4, 0);
        row("one more", year, file(2026, 5), 2, 1);
        row("all but the last that is over", year, file(2026, 5), 1, 2);
        row("a leap", year, file(2031, 5), 2, 0);
        row("a leap after a leap", year + QList{file(2031, 5)}, file(2036, 5), 2, 1);
        row("a leap back", year, file(2000, 1), 1, 0);
        row("the present month again", year, file(2026, 4, 2), 2, 0);
        row("a computer that is used rarely", {file(2020, 1), file(2021, 1), file(2023, 7)}, file(2026, 1), 2,
            0);
        row("it, once more", {file(2020, 1), file(2021, 1), file(2023, 7), file(2026, 1)}, file(2026, 2), 2,
            1);
        row("with a leap in between", {file(2026, 1), file(2031, 1), file(2026, 2), file(2026, 3)},
            file(2026, 4), 2, 0);
        row("with several that go back and forth",
            {file(2026, 1), file(2000, 1), file(2026, 1, 2), file(2031, 1), file(2000, 2), file(2026, 2)},
            file(2026, 3), 1, 0);
        row("begun too late, corrected", {file(2031, 1), file(2026, 1), file(2026, 2), file(2026, 3)},
            file(2026, 4), 2, 1);
        row("begun too early, corrected", {file(2000, 1), file(2026, 1), file(2026, 2)}, file(2026, 3), 2, 0);
    }
    void T1_retentionCountsMonthsThatHavePassed()
    {
        QFETCH(const QList<AuditFileName>, files);
        QFETCH(const AuditFileName, present);
        QFETCH(const int, keepMonths);
        QFETCH(const qsizetype, removed);
        QCOMPARE(filesToRemove(files, present.months(), keepMonths), removed);
    }

    // Killed between what is told and what is done, at each of several files that go at once.
    void T1_aKillWhileFilesGoIsNoFault()
    {
        AuditBook small(m_location, {.keepMonths = 1, .largestFile = 1});
        const auto put = [&](const QString& day) {
            QList<QJsonObject> entries{entry(u"login"_s, day + u"T08:00:00.000Z"_s)};
            QVERIFY(small.append(entries, &m_key));
        };
        for (const QString& day :
             {u"2026-01-01"_s, u"2026-01-02"_s, u"2026-01-03"_s, u"2026-02-01"_s, u"2026-03-01"_s})
            put(day);
        const QStringList before = names();
        QHash<QString, QByteArray> contents;
        for (const QString& name : before)
            contents.insert(name, contentOf(m_location.pathOf(name)));
        put(u"2026-04-01"_s);
        QCOMPARE(names().size(), 3);
        assertWhole();
        // The files are put back from the last that went to the first: as each kill would have left them.
        for (const int file : {2, 1, 0}) {
            setContent(m_location.pathOf(before.at(file)), contents.value(before.at(file)));
            assertWhole();
        }
        put(u"2026-05-01"_s);
        QCOMPARE(names().constFirst(), u"audit-2026-03.jsonl"_s);
        assertWhole();
    }

    void T1_aClockBeyondTheCalendarHidesNothing()
    {
        write(u"2026-05-05"_s);
        write(u"9999-12-31"_s);
        write(u"+10000-01"_s); // as such a day begins
        write(u"2026-05-06"_s);
        assertWhole();
        qsizetype lines = 0;
        for (const QString& name : names())
            lines += linesOf(m_location.pathOf(name)).size();
        QCOMPARE(lines, 4);
    }

private:
    void write(const QString& day)
    {
        AuditBook book(m_location, {.keepMonths = 2, .largestFile = 1 << 20});
        QList<QJsonObject> entries{entry(u"login"_s, day + u"T08:00:00.000Z"_s)};
        QVERIFY(book.append(entries, &m_key));
    }

    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (const AuditFileName& file : auditFilesIn(m_location.folder))
            names += file.toString();
        return names;
    }

    void assertWhole() const
    {
        for (const AuditFault& fault : verifyAudit(m_location, &m_keys).faults)
            QFAIL(
                qPrintable(u"%1:%2: %3"_s.arg(fault.file).arg(fault.line).arg(static_cast<int>(fault.kind))));
    }

    const PersonDigest m_key = testKey();
    const AuditKeys m_keys = keysOf({m_key});
    std::unique_ptr<QTemporaryDir> m_place;
    AuditLocation m_location;
};

QTEST_GUILESS_MAIN(AuditTimeTest)
#include "tst_audittime.moc"
