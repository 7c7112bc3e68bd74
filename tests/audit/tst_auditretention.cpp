// Retention against a forger who has the folder and no key: what the program removes and says of it is proven
// by the lines, and by nothing that files are called.

#include "audit/audittest.h"

#include "audit/auditbook.h"
#include "audit/proof/auditverifier.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;

using Kind = AuditFault::Kind;

class AuditRetentionTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        m_location = {m_place->filePath(u"audit"_s), m_place->filePath(u"data/mark"_s)};
    }

    // Else the program would say in a sealed line that the trail begins where the forger wants it to.
    void T2_aForgerDoesNotSayWhereTheTrailBegins_data()
    {
        QTest::addColumn<QString>("manner");
        QTest::addColumn<QString>("doubted");
        const auto row = [](const char* manner, const QString& doubted) {
            QTest::newRow(manner) << QString::fromLatin1(manner) << doubted;
        };
        row("files without a seal", u"audit-2020-02.jsonl"_s);
        row("files with his own seal", u"audit-2020-02.jsonl"_s);
        row("a line before a real file's first", u"audit-2026-08.jsonl"_s);
        row("a line behind a real file's last", u"audit-2026-07.jsonl"_s);
        row("a line that only names the key", november);
        row("what is no line", u"audit-2026-08.jsonl"_s);
        row("a real file that is gone", u"audit-2026-09.jsonl"_s);
        row("the first file gone", u"audit-2026-08.jsonl"_s);
        row("the first file gone, and a line that says so", u"audit-2026-08.jsonl"_s);
    }
    void T2_aForgerDoesNotSayWhereTheTrailBegins()
    {
        QFETCH(const QString, manner);
        QFETCH(const QString, doubted);
        for (int month = 7; month <= 11; ++month)
            write(ofMonth(month));
        forge(manner);
        const QStringList before = names();
        write(u"2026-12-05"_s, 2);
        const QString december = u"audit-2026-12.jsonl"_s;
        QCOMPARE(names(), before + QStringList{december});
        QVERIFY(!contentOf(pathOf(december)).contains("files-removed"));
        const auto told = firstLineIn(pathOf(december));
        QCOMPARE(told->members.value("event"_L1), u"trail-damaged"_s);
        QCOMPARE(told->members.value("filesKept"_L1), doubted);
        QVERIFY(verify().contains({Kind::FilesKept, december, 1}));
        for (const QString& name : before) {
            if (name != november)
                QVERIFY(QFile::remove(pathOf(name)));
        }
        QVERIFY(verify().contains({Kind::FilesMissing, november, 1}));
    }

    // Genuine lines in files of old months, so that the program itself would remove them years early.
    void T1_whatFilesAreCalledRemovesNoLine_data()
    {
        QTest::addColumn<bool>("isSplit");
        QTest::newRow("renamed") << false;
        QTest::newRow("split") << true;
    }
    void T1_whatFilesAreCalledRemovesNoLine()
    {
        QFETCH(const bool, isSplit);
        for (int month = 10; month <= 11; ++month)
            write(ofMonth(month));
        int old = 0;
        for (const QString& name : names()) {
            const QByteArrayList lines = linesOf(pathOf(name));
            QVERIFY(QFile::remove(pathOf(name)));
            const qsizetype many = isSplit ? 1 : lines.size();
            for (qsizetype i = 0; i < lines.size(); i += many)
                setContent(pathOf(u"audit-2020-0%1.jsonl"_s.arg(++old)),
                           lines.sliced(i, many).join('\n') + '\n');
        }
        const QStringList before = names();
        write(u"2026-12-05"_s, 1);
        write(u"2027-01-05"_s, 1);
        QCOMPARE(names().mid(0, before.size()), before);
    }

    // Whose months the forger has written himself, behind the last line of a computer that is used rarely.
    void T1_monthsWithoutASealedLineDoNotCount()
    {
        write(u"2024-01-05"_s);
        auto last = AuditLine::read(linesOf(pathOf(u"audit-2024-01.jsonl"_s)).constLast());
        for (int month = 2; month <= 9; ++month) {
            const QByteArray text = line(u"2024-0%1-05"_s.arg(month), last->number + 1, last->hash);
            setContent(pathOf(u"audit-2024-0%1.jsonl"_s.arg(month)), text);
            last = AuditLine::read(text.chopped(1));
        }
        for (const QString& day : {u"2026-01-05"_s, u"2026-02-05"_s, u"2026-03-05"_s}) {
            write(day, 2);
            QCOMPARE(names().constFirst(), u"audit-2024-01.jsonl"_s);
        }
        write(u"2026-04-05"_s, 2); // the third month after it has begun
        QCOMPARE(names().constFirst(), u"audit-2026-01.jsonl"_s);
        QVERIFY(!contentOf(pathOf(u"audit-2026-04.jsonl"_s)).contains("filesKept"));
    }

    // What happens without a forger: lines without a seal, a line cut short, a change of the month after
    // that.
    void honestMonthsGo()
    {
        write(ofMonth(5));
        writeWith(nullptr, ofMonth(5), 2);
        write(ofMonth(6), 2);
        const QString june = pathOf(u"audit-2026-06.jsonl"_s);
        setContent(june, contentOf(june) + R"({"event":"login","seq":)");
        for (int month = 7; month <= 10; ++month)
            write(ofMonth(month), 2);
        QCOMPARE(names().constFirst(), u"audit-2026-07.jsonl"_s);
        QVERIFY(verify().isEmpty());
    }

    // A line without a seal does not count for the verification, so files wait for one that has it.
    void T2_noFileGoesWithoutASealedWord()
    {
        for (int month = 5; month <= 7; ++month)
            write(ofMonth(month));
        for (int month = 8; month <= 10; ++month)
            writeWith(nullptr, ofMonth(month), 1);
        QCOMPARE(names().size(), 6);
        const QList unsealed{AuditFault{Kind::Unsealed, u"audit-2026-08.jsonl"_s, 1}};
        QCOMPARE(verify(), unsealed);
        write(ofMonth(11), 1);
        write(ofMonth(12), 1);
        QCOMPARE(names().constFirst(), u"audit-2026-07.jsonl"_s);
        QCOMPARE(verify(), unsealed);
    }

    // Where no keychain ever answered the chain is all there is.
    void aTrailWithoutSealsLosesItsOldMonths()
    {
        for (int month = 1; month <= 6; ++month)
            writeWith(nullptr, ofMonth(month), 2);
        QCOMPARE(names().constFirst(), u"audit-2026-03.jsonl"_s);
        for (const QString& name : names())
            QVERIFY(!contentOf(pathOf(name)).contains("filesKept"));
    }

    // The former key's lines prove nothing to the new one, and are no damage either.
    void afterAChangeOfTheKeyMonthsCountAnew()
    {
        const PersonDigest other = testKey('o');
        for (int month = 1; month <= 2; ++month)
            write(ofMonth(month), 2);
        for (int month = 3; month <= 5; ++month)
            writeWith(&other, ofMonth(month), 2);
        QCOMPARE(names().constFirst(), u"audit-2026-01.jsonl"_s);
        for (int month = 6; month <= 7; ++month)
            writeWith(&other, ofMonth(month), 2);
        QCOMPARE(names().constFirst(), u"audit-2026-04.jsonl"_s);
        const AuditKeys keys = keysOf({other});
        QVERIFY(verifyAudit(m_location, &keys).faults.isEmpty());
    }
    void whatTheFormerKeyRemovedIsNoDamage()
    {
        const PersonDigest other = testKey('o');
        for (int month = 1; month <= 4; ++month)
            write(ofMonth(month), 1);
        for (int month = 5; month <= 9; ++month)
            writeWith(&other, ofMonth(month), 1);
        QCOMPARE(names().constFirst(), u"audit-2026-02.jsonl"_s);
        for (const QString& name : names())
            QVERIFY(!contentOf(pathOf(name)).contains("filesKept"));
    }

private:
    static QString ofMonth(int month) { return u"2026-%1-05"_s.arg(month, 2, 10, QChar(u'0')); }
    [[nodiscard]] QString pathOf(const QString& name) const { return m_location.pathOf(name); }

    void writeWith(const PersonDigest* key, const QString& day, int keepMonths) const
    {
        AuditBook book(m_location, {.keepMonths = keepMonths, .largestFile = 1 << 20});
        QList<QJsonObject> entries(3, entry(u"login"_s, day + u"T08:00:00.000Z"_s));
        QVERIFY(book.append(entries, key));
    }
    void write(const QString& day, int keepMonths = 0) const { writeWith(&m_key, day, keepMonths); }

    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (const AuditFileName& file : auditFilesIn(m_location.folder))
            names += file.toString();
        return names;
    }

    [[nodiscard]] QList<AuditFault> verify() const { return verifyAudit(m_location, &m_keys).faults; }

    /// So that a program which believes the folder says that the trail begins with November, or hides that
    /// lines before it are not as they were.
    void forge(const QString& manner) const
    {
        const QString first = pathOf(u"audit-2026-07.jsonl"_s);
        const QString second = pathOf(u"audit-2026-08.jsonl"_s);
        const QString last = pathOf(november);
        const QByteArray wanted = firstLineIn(last)->prev;
        const auto end = AuditLine::read(linesOf(last).constLast());
        const PersonDigest own = testKey('f');
        if (manner.startsWith("files with"_L1)) {
            const PersonDigest* seal = manner.contains("his own"_L1) ? &own : nullptr;
            setContent(pathOf(u"audit-2020-01.jsonl"_s), line(u"2020-01-05"_s, 1, auditBeginning(), seal));
            setContent(pathOf(u"audit-2020-02.jsonl"_s), line(u"2020-02-05"_s, 1, wanted, seal));
        }
        if (manner == "a line before a real file's first"_L1)
            setContent(second, line(ofMonth(8), 4, wanted) + contentOf(second));
        if (manner == "a line behind a real file's last"_L1)
            setContent(first, contentOf(first) + line(ofMonth(7), 7, wanted));
        if (manner == "a line that only names the key"_L1)
            setContent(last, contentOf(last) + line(ofMonth(11), end->number + 1, end->hash, nullptr,
                                                    {{u"key"_s, m_key.keyName()}}));
        if (manner == "what is no line"_L1)
            setContent(second, "no line\n" + contentOf(second));
        if (manner == "a real file that is gone"_L1)
            QVERIFY(QFile::remove(second));
        if (manner.endsWith("says so"_L1))
            setContent(last,
                       contentOf(last) + line(ofMonth(11), end->number + 1, end->hash, nullptr,
                                              {{u"event"_s, u"files-removed"_s},
                                               {u"upTo"_s, QString::fromLatin1(firstLineIn(second)->prev)}}));
        if (manner.startsWith("the first file gone"_L1))
            QVERIFY(QFile::remove(first));
    }

    static QByteArray line(const QString& day, qint64 number, const QByteArray& prev,
                           const PersonDigest* key = nullptr, const QJsonObject& members = {})
    {
        QJsonObject login = entry(u"login"_s, day + u"T08:00:00.000Z"_s);
        for (auto member = members.begin(); member != members.end(); ++member)
            login.insert(member.key(), member.value());
        return AuditLine::make(login, number, prev, key).text() + '\n';
    }

    const PersonDigest m_key = testKey();
    const AuditKeys m_keys = keysOf({m_key});
    std::unique_ptr<QTemporaryDir> m_place;
    AuditLocation m_location;
};

QTEST_GUILESS_MAIN(AuditRetentionTest)
#include "tst_auditretention.moc"
