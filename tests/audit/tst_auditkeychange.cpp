// Which keys prove the lines of a trail where the key changes: rules T1, of a clinic that changes it, and T2,
// of a person who has the folder and the mark, and lets the program store a key that he knows.

#include "audit/audittest.h"

#include "audit/auditbook.h"
#include "audit/proof/auditverifier.h"

#include <QTemporaryDir>

#include <utility>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;

using Kind = AuditFault::Kind;
using Origin = AuditFormerKey::Origin;

namespace {

/// An institution and its key.
struct Owner
{
    QString code;
    PersonDigest key;
};

} // namespace

class AuditKeyChangeTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        m_location = {m_place->filePath(u"audit"_s), m_place->filePath(u"data/mark"_s)};
        m_file = m_location.pathOf(november);
        for (int i = 0; i < 4; ++i)
            write(m_old);
        QVERIFY(verify(m_old).isEmpty());
    }

    void T1_anotherInstitutionCodeLeavesTheTrailWhole_data()
    {
        QTest::addColumn<bool>("isMade");
        QTest::addColumn<QString>("before");
        for (const bool isMade : {false, true}) {
            for (const char* before : {"lines", "a change", "lines cut short", "an end that lags"})
                QTest::addRow("%s, %s", isMade ? "made" : "given", before)
                    << isMade << QString::fromLatin1(before);
        }
    }
    void T1_anotherInstitutionCodeLeavesTheTrailWhole()
    {
        QFETCH(const bool, isMade);
        QFETCH(const QString, before);
        const QByteArray marker = contentOf(endOf(m_location));
        const Owner* former = &m_old;
        if (before == "a change"_L1) {
            goOn(m_old, m_third, Origin::Given);
            former = &m_third;
        }
        if (before == "lines cut short"_L1)
            setContent(m_file, contentOf(m_file) + "{\"det");
        if (before == "an end that lags"_L1) {
            write(m_old);
            setContent(endOf(m_location), marker);
        }
        goOn(*former, m_new, isMade ? Origin::Made : Origin::Given);
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(verify(m_new), QList<AuditFault>());
            write(m_new);
        }
        const QByteArray trail = contentOf(m_file);
        QVERIFY(trail.contains("\"nextInstitution\":\"340002\""));
        QVERIFY(!trail.contains(QByteArray(PersonDigest::keyBytes, 'n').toHex()));
    }

    // It was opened before the change, and writes on with the former key.
    void T1_aWindowThatIsStillOpenLeavesTheTrailWhole()
    {
        AuditBook open(m_location);
        append(open, m_old, {});
        goOn(m_old, m_new, Origin::Given);
        append(open, m_old, {});
        QCOMPARE(verify(m_new), QList<AuditFault>());
        goOn(m_old, m_new, Origin::Known);
        append(open, m_old, {});
        QCOMPARE(verify(m_new), QList<AuditFault>());
    }

    // It was put right again: what was written meanwhile with a key that the program made is the trail's own.
    void T1_aCodeThatWasPutRightLeavesTheTrailWhole()
    {
        goOn(m_old, m_new, Origin::Made);
        goOn(m_new, m_old, Origin::Known);
        QCOMPARE(verify(m_old), QList<AuditFault>());
        goOn(m_old, m_third, Origin::Given); // and another one since
        QCOMPARE(verify(m_third), QList<AuditFault>());
    }

    // The same key for the other code, as IT gives it to all workstations.
    void T1_theSameKeyForAnotherCodeChangesNothing()
    {
        const Owner moved{u"340009"_s, m_old.key};
        goOn(m_old, moved, Origin::Given);
        AuditKeys keys = keysIn(moved);
        QCOMPARE(verifyAudit(m_location, &keys).faults, QList<AuditFault>());
        QVERIFY(!contentOf(m_file).contains("key-changed"));
    }

    // The line that names the made key goes with its month, and lines of that key stay.
    void T1_retentionForgetsNoMadeKey()
    {
        goOn(m_old, m_new, Origin::Made);
        const auto in = [](int month) { return u"2027-0%1-05T08:00:00.000Z"_s.arg(month); };
        write(m_new, in(1));
        goOn(m_new, m_old, Origin::Known, in(1));
        for (int month = 2; month <= 4; ++month)
            write(m_old, in(month), {.keepMonths = 2, .largestFile = 1 << 20});
        QVERIFY(!QFileInfo::exists(m_file));
        QVERIFY(QFileInfo::exists(m_location.pathOf(u"audit-2027-01.jsonl"_s)));
        QCOMPARE(verify(m_old), QList<AuditFault>());
    }

    // And a cut that retention made before the change counts after it.
    void T1_aTrailThatRetentionCutStaysWholeAfterAChange()
    {
        for (int month = 1; month <= 4; ++month)
            write(m_old, u"2027-0%1-05T08:00:00.000Z"_s.arg(month),
                  {.keepMonths = 1, .largestFile = 1 << 20});
        QVERIFY(!QFileInfo::exists(m_file));
        goOn(m_old, m_new, Origin::Made, u"2027-04-06T08:00:00.000Z"_s);
        QCOMPARE(verify(m_new), QList<AuditFault>());
    }

    // A line of his behind the last, by whatever way the trail came to tell of his key.
    void T2_aGivenKeyInventsNoLine_data()
    {
        QTest::addColumn<QString>("manner");
        for (const char* manner :
             {"untold", "given", "known", "given, and the program goes on", "a line that says it is made",
              "before the line that tells of it", "two that say it of each other"})
            QTest::newRow(manner) << QString::fromLatin1(manner);
    }
    void T2_aGivenKeyInventsNoLine()
    {
        QFETCH(const QString, manner);
        qint64 first = 5; // of his lines
        if (manner.startsWith("given"_L1) || manner == "known"_L1) {
            goOn(m_old, m_his, manner == "known"_L1 ? Origin::Known : Origin::Given);
            first = 6;
        } else if (manner == "a line that says it is made"_L1) {
            forge({entryOf(m_his, u"key-changed"_s,
                           {{u"nextKey"_s, m_his.key.keyName()}, {u"nextKeyMade"_s, true}})});
        } else if (manner.startsWith("before"_L1)) {
            forge({entryOf(m_his, u"form-opened"_s)});
            goOn(m_his, m_old, Origin::Known);
            goOn(m_old, m_his, Origin::Made);
        } else if (manner.startsWith("two"_L1)) {
            forge({entryOf(m_third, u"key-changed"_s, {{u"nextKey"_s, m_his.key.keyName()}})}, m_third);
            forge({entryOf(m_his, u"login"_s, {{u"formerKey"_s, m_third.key.keyName()}})});
        }
        forge({entryOf(m_his, u"form-opened"_s)});
        const AuditFault told{Kind::UnknownKey, november, first};
        QVERIFY(verify(m_old).contains(told));
        if (manner.endsWith("goes on"_L1))
            goOn(m_his, m_old, Origin::Known);
        else
            write(m_old);
        QVERIFY(verify(m_old).contains(told));
    }

    // All lines but the last ones are thrown away, and one of his says that retention did it.
    void T2_aGivenKeyErasesNoLine_data()
    {
        QTest::addColumn<QString>("told");
        for (const char* told : {"not", "as given", "as made"})
            QTest::newRow(told) << QString::fromLatin1(told);
    }
    void T2_aGivenKeyErasesNoLine()
    {
        QFETCH(const QString, told);
        if (told != "not"_L1)
            goOn(m_old, m_his, told == "as made"_L1 ? Origin::Made : Origin::Given);
        const QByteArrayList kept = linesOf(m_file).sliced(3);
        setContent(m_file, kept.join('\n') + '\n');
        const QString upTo = QString::fromLatin1(AuditLine::read(kept.constFirst())->prev);
        forge({entryOf(m_his, u"files-removed"_s,
                       {{u"detail"_s, u"audit-2024-10.jsonl"_s}, {u"upTo"_s, upTo}})});
        const AuditFault missing{Kind::FilesMissing, november, 1};
        QVERIFY(verify(m_old).contains(missing));
        goOn(m_his, m_old, Origin::Known);
        QVERIFY(verify(m_old).contains(missing));
    }

    // The whole trail is his, and says what it likes; the program goes on with the key that was always there.
    void T2_aTrailOfAGivenKeyStaysTold()
    {
        QVERIFY(QDir(m_location.folder).removeRecursively());
        QVERIFY(QFile::remove(m_location.mark));
        const QString name = m_old.key.keyName();
        forge({entryOf(m_his, u"login"_s, {{u"formerKey"_s, name}}),
               entryOf(m_his, u"key-changed"_s, {{u"nextKey"_s, name}, {u"nextKeyMade"_s, true}})});
        QVERIFY(verify(m_old).contains({Kind::UnknownKey, november, 1}));
        goOn(m_his, m_old, Origin::Known);
        QVERIFY(verify(m_old).contains({Kind::UnknownKey, november, 1}));
    }

    // Nor do lines of his become the trail's own when the clinic changes its key after them.
    void T2_aRealChangeHealsNothing()
    {
        forge({entryOf(m_his, u"form-opened"_s, {{u"formerKey"_s, m_old.key.keyName()}})});
        goOn(m_his, m_new, Origin::Made);
        QVERIFY(verify(m_new).contains({Kind::UnknownKey, november, 1}));
    }

    // As versions before this one wrote it: nothing tells it from what a given key invents.
    void T2_aChangeThatNoLineTellsIsNoProof()
    {
        write(m_new);
        QCOMPARE(verify(m_new), QList{(AuditFault{Kind::UnknownKey, november, 1})});
        QCOMPARE(verify(m_old), QList{(AuditFault{Kind::UnknownKey, november, 5})});
    }

    void T2_aBeginningOfAGivenKeyIsNone()
    {
        QVERIFY(QDir(m_location.folder).removeRecursively());
        QVERIFY(QFile::remove(m_location.mark));
        AuditBook book(m_location);
        QVERIFY(book.begin({{u"ui/language"_s, u"0"_s}}, &m_his.key));
        QCOMPARE(verify(m_old), QList{(AuditFault{Kind::NoTrail, m_location.folder, 0})});
    }

private:
    static QJsonObject entryOf(const Owner& owner, const QString& event, const QJsonObject& more = {})
    {
        QJsonObject made = entry(event);
        made.insert(u"institution"_s, owner.code);
        for (auto member = more.begin(); member != more.end(); ++member)
            made.insert(member.key(), member.value());
        return made;
    }

    void write(const Owner& owner, const QString& time = {}, const AuditRules& rules = {}) const
    {
        AuditBook book(m_location, rules);
        append(book, owner, time);
    }

    static void append(AuditBook& book, const Owner& owner, const QString& time)
    {
        QJsonObject line = entryOf(owner, u"login"_s);
        if (!time.isEmpty())
            line.insert(u"time"_s, time);
        QList<QJsonObject> entries{line};
        QVERIFY(book.append(entries, &owner.key));
    }

    /// As the program does with both keys at hand.
    void goOn(const Owner& former, const Owner& owner, Origin origin, const QString& time = {}) const
    {
        AuditBook book(m_location);
        book.setFormerKey({former.key, origin});
        append(book, owner, time);
    }

    /// His lines, with everything around them as it should be.
    void forge(QList<QJsonObject> entries) const { forge(std::move(entries), m_his); }
    void forge(QList<QJsonObject> entries, const Owner& owner) const
    {
        AuditBook book(m_location);
        QVERIFY(book.append(entries, &owner.key));
    }

    [[nodiscard]] AuditKeys keysIn(const Owner& present) const
    {
        AuditKeys keys;
        for (const Owner& owner : {m_old, m_new, m_third, m_his, present}) {
            AuditKey key{owner.key, {EnvironmentName::Custom, owner.code}};
            key.isInForce = owner.code == present.code;
            keys.insert(owner.key.keyName(), key);
        }
        return keys;
    }

    [[nodiscard]] QList<AuditFault> verify(const Owner& present) const
    {
        const AuditKeys keys = keysIn(present);
        return verifyAudit(m_location, &keys).faults;
    }

    const Owner m_old{u"340001"_s, testKey('o')};
    const Owner m_new{u"340002"_s, testKey('n')};
    const Owner m_third{u"340003"_s, testKey('t')};
    const Owner m_his{u"34000l"_s, testKey('h')};
    std::unique_ptr<QTemporaryDir> m_place;
    AuditLocation m_location;
    QString m_file;
};

QTEST_GUILESS_MAIN(AuditKeyChangeTest)
#include "tst_auditkeychange.moc"
