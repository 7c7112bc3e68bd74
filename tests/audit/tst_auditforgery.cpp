// Rule T2 against a forger who has the folder, the mark and everything that the program ever wrote there, and
// a key that everybody knows, but not the institution's.

#include "audit/audittest.h"

#include "audit/auditbook.h"
#include "audit/proof/auditverifier.h"

#include <QTemporaryDir>

#include <utility>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;

using Kind = AuditFault::Kind;

class AuditForgeryTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        m_location = {m_place->filePath(u"audit"_s), m_place->filePath(u"data/mark"_s)};
        m_file = m_location.pathOf(november);
        for (const QString& event : {u"login"_s, u"launch"_s, u"form-opened"_s, u"print"_s, u"logout"_s})
            write(m_key, {entry(event)});
        QVERIFY(verify().isEmpty());
    }

    // All lines anew, and one of the environment whose key it is, so that the verification fetches that key.
    void T2_anotherOwnersKeyProvesNothing()
    {
        QList<QJsonObject> entries;
        for (const QByteArray& line : linesOf(m_file))
            entries += bare(line);
        entries[2].insert("patientMasked"_L1, u"999•••••999"_s);
        clear();
        write(m_public, entries + QList{trained(entry(u"login"_s))});
        QCOMPARE(verify(), QList{(AuditFault{Kind::UnknownKey, november, 1})});
        write(m_key, {entry(u"login"_s)});
        QVERIFY(verify().contains({Kind::UnknownKey, november, 1}));
    }

    // A line with the known key behind the cut, and marker and mark with it: they fit.
    void T2_aCutBeforeALineOfAnotherKeyIsTold_data()
    {
        QTest::addColumn<QString>("proof");
        for (const char* proof : {"none", "an older marker", "the line that stood here", "the known key's",
                                  "the marker itself", "no object"})
            QTest::newRow(proof) << QString::fromLatin1(proof);
    }
    void T2_aCutBeforeALineOfAnotherKeyIsTold()
    {
        QFETCH(const QString, proof);
        const AuditEnd last = **AuditEnd::read(endOf(m_location));
        const QByteArrayList lines = linesOf(m_file);
        const auto former = AuditLine::read(lines.at(2));
        const auto cutOff = AuditLine::read(lines.at(3));
        AuditEnd end{november, lines.first(3).join('\n').size() + 1, 4, former->hash};
        QJsonObject login = trained(entry(u"login"_s));
        if (proof == "an older marker"_L1)
            login.insert("endBefore"_L1, last.proof());
        if (proof == "the line that stood here"_L1)
            login.insert("endBefore"_L1, AuditEnd{{}, 0, 1, {}, {}, {}, cutOff}.proof());
        if (proof == "the known key's"_L1) {
            QVERIFY(end.write(endOf(m_location), &m_public));
            login.insert("endBefore"_L1, (*AuditEnd::read(endOf(m_location)))->proof());
        }
        if (proof == "the marker itself"_L1)
            login.insert("endBefore"_L1, QString::fromUtf8(last.line->text()));
        if (proof == "no object"_L1)
            login.insert("endBefore"_L1, true);
        const AuditLine line = AuditLine::make(login, 4, former->hash, &m_public);
        setContent(m_file, lines.first(3).join('\n') + '\n' + line.text() + '\n');
        end = {november, QFileInfo(m_file).size(), 5, line.hash};
        QVERIFY(end.write(endOf(m_location), &m_public));
        QVERIFY(end.write(m_location.mark, &m_public));
        QCOMPARE(verify(), QList{(AuditFault{Kind::EndUnproven, november, 4})});
        write(m_key, {entry(u"login"_s)});
        QVERIFY(verify().contains({Kind::EndUnproven, november, 4}));
    }

    // What the program writes where the key changes is proof, and holds nothing that is a marker again.
    void T2_theTrailHoldsNoMarker()
    {
        const QByteArray marker = contentOf(endOf(m_location));
        const QByteArray seal = AuditLine::read(marker)->seal;
        write(m_public, {trained(entry(u"login"_s))});
        QVERIFY(verify().isEmpty());
        const QByteArray trail = contentOf(m_file);
        QVERIFY(trail.contains("endBefore"));
        QVERIFY(!trail.contains(seal));
        QVERIFY(!trail.contains(marker.chopped(2)));
        write(m_key, {entry(u"login"_s)});
        QVERIFY(verify().isEmpty());
    }

    void T2_onlyASealedLineSaysThatFilesWereRemoved_data()
    {
        QTest::addColumn<QString>("seal");
        for (const char* seal : {"no", "the known key's", "the known key's, of its owner"})
            QTest::newRow(seal) << QString::fromLatin1(seal);
    }
    void T2_onlyASealedLineSaysThatFilesWereRemoved()
    {
        QFETCH(const QString, seal);
        write(m_key, {entry(u"login"_s, u"2026-12-01T08:00:00.000Z"_s)});
        const QString december = u"audit-2026-12.jsonl"_s;
        QJsonObject removed = entry(u"files-removed"_s, u"2026-12-01T09:00:00.000Z"_s);
        if (seal.contains("owner"_L1))
            removed = trained(removed);
        removed.insert("upTo"_L1, QString::fromLatin1(firstLineIn(m_location.pathOf(december))->prev));
        QVERIFY(QFile::remove(m_file));
        if (seal == "no"_L1)
            append(nullptr, {removed});
        else
            write(m_public, {removed});
        QList<AuditFault> faults = verify();
        if (seal.contains("owner"_L1)) { // it counts in a trail of its owner's, so there is none here
            const AuditKeys own = keysOf({m_key});
            faults = verifyAudit(m_location, &own).faults;
        }
        QVERIFY(faults.contains({Kind::FilesMissing, december, 1}));
    }

    // After retention there is no line of a low number that could tell.
    void T2_anEndWithoutItsLineIsUnproven_data()
    {
        QTest::addColumn<qint64>("next");
        QTest::addColumn<bool>("isMark");
        for (const bool isMark : {false, true}) {
            for (const int next : {1, 2, 4})
                QTest::addRow("%s %d", isMark ? "mark" : "marker", next) << qint64{next} << isMark;
        }
    }
    void T2_anEndWithoutItsLineIsUnproven()
    {
        QFETCH(const qint64, next);
        QFETCH(const bool, isMark);
        const AuditRules rules{.keepMonths = 1, .largestFile = 1 << 20};
        AuditBook book(m_location, rules);
        for (int month = 1; month <= 4; ++month) {
            QList<QJsonObject> entries(3, entry(u"login"_s, u"2027-0%1-05T00:00:00.000Z"_s.arg(month)));
            QVERIFY(book.append(entries, &m_key));
        }
        QVERIFY(verify().isEmpty());
        const QString april = u"audit-2027-04.jsonl"_s;
        const QString path = m_location.pathOf(april);
        const QByteArrayList lines = linesOf(path);
        QVERIFY(firstLineIn(m_location.pathOf(u"audit-2027-02.jsonl"_s))->number > 4);
        if (!isMark)
            setContent(path, lines.first(lines.size() - 1).join('\n') + '\n');
        QVERIFY(QFile::remove(isMark ? endOf(m_location) : m_location.mark));
        const AuditEnd end{{}, 0, next, QByteArray(64, 'a')};
        QVERIFY(end.write(isMark ? m_location.mark : endOf(m_location), nullptr));
        QVERIFY(verify().contains({Kind::EndUnproven, isMark ? u"mark"_s : u"audit.end"_s, 0}));
        AuditBook later(m_location, rules);
        for (int i = 0; i < 2; ++i) {
            QList<QJsonObject> entries{entry(u"login"_s, u"2027-04-06T00:00:00.000Z"_s)};
            QVERIFY(later.append(entries, &m_key));
            QVERIFY(verify().contains({Kind::EndUnproven, april, isMark ? lines.size() + 1 : lines.size()}));
        }
    }

    // A line says its number, the hash before it, and is sealed: all that a marker for the cut before it
    // needs.
    void T2_aLineIsNoMarkerAndAMarkerIsNoLine()
    {
        const QByteArray marker = contentOf(endOf(m_location));
        const QByteArrayList lines = linesOf(m_file);
        setContent(m_file, lines.first(3).join('\n') + '\n');
        setContent(endOf(m_location), lines.at(3));
        setContent(m_location.mark, lines.at(3));
        QCOMPARE(verify(), QList{(AuditFault{Kind::EndMissing, u"audit.end"_s, 0})});
        write(m_key, {entry(u"login"_s)});
        QVERIFY(verify().contains({Kind::EndMissing, november, 4}));

        setContent(m_file, (lines + QByteArrayList{marker}).join('\n') + '\n');
        setContent(endOf(m_location), marker);
        setContent(m_location.mark, marker);
        QCOMPARE(verify(), QList{(AuditFault{Kind::Changed, november, 6})});
    }

    // An older state of the folder, and the mark that would tell is gone.
    void T2_aDeletedMarkStaysTold_data()
    {
        QTest::addColumn<QString>("manner");
        for (const char* manner : {"at a start", "while it runs", "elsewhere meanwhile", "damaged"})
            QTest::newRow(manner) << QString::fromLatin1(manner);
    }
    void T2_aDeletedMarkStaysTold()
    {
        QFETCH(const QString, manner);
        const QByteArray lines = contentOf(m_file);
        const QByteArray marker = contentOf(endOf(m_location));
        AuditBook running(m_location);
        AuditBook& book = running;
        if (manner == "while it runs"_L1)
            writeBy(book, m_key, {entry(u"login"_s)});
        write(m_key, {entry(u"login"_s)});
        setContent(m_file, lines);
        setContent(endOf(m_location), marker);
        if (manner == "elsewhere meanwhile"_L1) {
            const AuditLocation moved{m_place->filePath(u"moved"_s), m_place->filePath(u"data/moved"_s)};
            QVERIFY(QDir().rename(m_location.folder, moved.folder));
            AuditBook there(moved);
            writeBy(there, m_key, {entry(u"login"_s)});
            QVERIFY(QDir().rename(moved.folder, m_location.folder));
        }
        if (manner == "damaged"_L1)
            setContent(m_location.mark, "{}");
        else
            QVERIFY(QFile::remove(m_location.mark));
        QCOMPARE(verify(), QList{(AuditFault{Kind::MarkMissing, u"mark"_s, 0})});
        const qint64 next = linesOf(m_file).size() + 1;
        for (int i = 0; i < 2; ++i) {
            writeBy(book, m_key, {entry(u"login"_s)});
            QVERIFY(verify().contains({Kind::MarkMissing, november, next}));
        }
        for (int i = 0; i < 2; ++i) { // once more and again, while this window runs
            QVERIFY(QFile::remove(m_location.mark));
            writeBy(book, m_key, {entry(u"login"_s)});
            QVERIFY(verify().contains({Kind::MarkMissing, november, linesOf(m_file).size() - 1}));
        }
    }

    // The end marker of the first day, before the first line, and nothing else.
    void T2_aBeginningPutBackHidesNothing()
    {
        clear();
        const QJsonObject settings{{u"ui/language"_s, u"0"_s}};
        AuditBook book(m_location);
        QVERIFY(book.begin(settings, &m_key));
        const QByteArray beginning = contentOf(endOf(m_location));
        write(m_key, {entry(u"login"_s)});
        clear();
        makeAuditFolder(m_location.folder);
        setContent(endOf(m_location), beginning);
        const QList told{AuditFault{Kind::MarkMissing, u"mark"_s, 0}};
        QCOMPARE(verify(), told);
        AuditBook next(m_location);
        QVERIFY(!next.begin({{u"ui/language"_s, u"1"_s}}, &m_key));
        QCOMPARE(verify(), told);
        writeBy(next, m_key, {entry(u"login"_s)});
        QVERIFY(verify().contains({Kind::MarkMissing, november, 1}));
    }

    // A copy for a look at it names another place.
    void aCopyElsewhereHasNoMark()
    {
        const AuditLocation copy{m_place->filePath(u"copy"_s), m_place->filePath(u"data/copy"_s)};
        QVERIFY(QDir().rename(m_location.folder, copy.folder));
        const AuditVerdict verdict = verifyAudit(copy, &m_keys);
        QVERIFY(verdict.faults.isEmpty());
        QVERIFY(!verdict.marked);
    }

    // The folder is renamed and a link stands in its place: to an older state, or to nothing. Where that is
    // no mark was ever kept, or an old one.
    void T2_anOlderFolderBehindALinkIsTold_data()
    {
        QTest::addColumn<QString>("manner");
        QTest::addColumn<AuditFault>("told");
        QTest::addColumn<AuditFault>("later");
        const auto row = [](const char* manner, const AuditFault& told, const AuditFault& later) {
            QTest::newRow(manner) << QString::fromLatin1(manner) << told << later;
        };
        row("never used", {Kind::CutShort, november, 4}, {Kind::Missing, november, 4});
        row("used before", {Kind::CutShort, november, 5}, {Kind::Missing, november, 5});
        row("begun there", {Kind::CutShort, november, 4}, {Kind::Missing, november, 4});
        row("written anew", {Kind::WrittenAnew, november, 6}, {Kind::WrittenAnew, november, 8});
        row("empty", {Kind::Emptied, november, 0}, {Kind::FilesMissing, november, 1});
        row("its mark gone", {Kind::MarkMissing, {}, 0}, {Kind::MarkMissing, november, 4});
        row("its mark damaged", {Kind::MarkMissing, {}, 0}, {Kind::MarkMissing, november, 4});
    }
    void T2_anOlderFolderBehindALinkIsTold()
    {
        QFETCH(const QString, manner);
        QFETCH(AuditFault, told);
        QFETCH(const AuditFault, later);
        const QString folder = m_place->filePath(u"link/live"_s);
        const QString older = m_place->filePath(u"older"_s);
        QVERIFY(QDir().mkpath(m_place->filePath(u"real"_s)));
        QVERIFY(QDir().mkpath(older));
        QVERIFY(QFile::link(m_place->filePath(u"real"_s), m_place->filePath(u"link"_s))); // as a home may be
        const auto exchange = [&] {
            QVERIFY(!QFileInfo::exists(folder) || QDir().rename(folder, folder + u".away"_s));
            QVERIFY(QFile::link(older, folder));
        };
        const auto copy = [](const QString& from, const QString& to) {
            makeAuditFolder(to);
            for (const QString& name : QDir(from).entryList(QDir::Files))
                QVERIFY(QFile::copy(from + u'/' + name, to + u'/' + name));
        };
        if (manner == "begun there"_L1)
            exchange();
        writeAt(folder, 3);
        if (manner == "begun there"_L1) {
            QVERIFY(QFile::remove(folder));
            copy(older, folder);
        } else if (manner != "empty"_L1) {
            copy(folder, older);
        }
        if (manner == "used before"_L1) {
            exchange();
            writeAt(folder, 1);
            QVERIFY(QFile::remove(folder));
            copy(older, folder);
            QVERIFY(QDir(folder + u".away"_s).removeRecursively());
        }
        writeAt(folder, 3);
        QVERIFY(verifyAudit(markedAt(folder), &m_keys).faults.isEmpty());
        if (manner == "written anew"_L1) {
            const QString path = older + u'/' + november;
            for (int i = 0; i < 4; ++i) {
                const auto last = AuditLine::read(linesOf(path).constLast());
                const AuditLine line =
                    AuditLine::make(entry(u"login"_s), last->number + 1, last->hash, nullptr);
                setContent(path, contentOf(path) + line.text() + '\n');
            }
        }
        if (manner.startsWith("its mark"_L1)) {
            const QString mark = markedAt(folder).mark;
            told.file = QFileInfo(mark).fileName();
            if (manner == "its mark gone"_L1)
                QVERIFY(QFile::remove(mark));
            else
                setContent(mark, "{}");
        }
        exchange();
        const QString shown = manner == "begun there"_L1 ? older : folder; // by its own path: no link tells
        QVERIFY(verifyAudit(markedAt(shown), &m_keys).faults.contains(told));
        for (int i = 0; i < 2; ++i) {
            writeAt(shown, 1);
            QVERIFY(verifyAudit(markedAt(shown), &m_keys).faults.contains(later));
        }
        qsizetype damages = 0;
        for (const QByteArray& line : linesOf(folder + u'/' + november))
            damages += line.contains("trail-damaged") ? 1 : 0;
        QVERIFY(damages <= 1);
    }

    // To another disk, with a link where it was.
    void aFolderThatWasMovedIsTheSameTrail()
    {
        const QString folder = m_place->filePath(u"live"_s);
        writeAt(folder, 2);
        QVERIFY(QDir().rename(folder, m_place->filePath(u"disk"_s)));
        QVERIFY(QFile::link(m_place->filePath(u"disk"_s), folder));
        for (int i = 0; i < 2; ++i) {
            QVERIFY(verifyAudit(markedAt(folder), &m_keys).faults.isEmpty());
            writeAt(folder, 2);
        }
        QVERIFY(QFile::remove(folder));
        QVERIFY(QDir().rename(m_place->filePath(u"disk"_s), folder));
        writeAt(folder, 2);
        QCOMPARE(linesOf(folder + u'/' + november).size(), 8);
        QVERIFY(verifyAudit(markedAt(folder), &m_keys).faults.isEmpty());
    }

    void T2_theSameFolderIsTheSamePlace()
    {
        const QString link = m_place->filePath(u"link"_s);
        QVERIFY(QFile::link(m_location.folder, link));
        QCOMPARE(AuditLocation{link}.place(), m_location.place());
        QCOMPARE(AuditLocation{m_place->path() + u"/./data/../audit/"_s}.place(), m_location.place());
        const AuditLocation later{link + u"/later/audit"_s};
        const QString before = later.place();
        makeAuditFolder(later.folder);
        QCOMPARE(later.place(), before);
        QVERIFY(later.place() != m_location.place());
    }

private:
    void append(const PersonDigest* key, QList<QJsonObject> entries) const
    {
        AuditBook book(m_location);
        QVERIFY(book.append(entries, key));
    }
    void write(const PersonDigest& key, const QList<QJsonObject>& entries) const { append(&key, entries); }
    static void writeBy(AuditBook& book, const PersonDigest& key, QList<QJsonObject> entries)
    {
        QVERIFY(book.append(entries, &key));
    }

    /// With the mark that AuditLocation::standard() would name.
    [[nodiscard]] AuditLocation markedAt(const QString& folder) const
    {
        return {folder,
                m_place->filePath(u"marks/"_s + AuditLocation::markOf(AuditLocation{folder}.place()))};
    }
    void writeAt(const QString& folder, int lines) const
    {
        for (int i = 0; i < lines; ++i) {
            AuditBook book(markedAt(folder));
            writeBy(book, m_key, {entry(u"login"_s)});
        }
    }

    void clear() const
    {
        QVERIFY(QDir(m_location.folder).removeRecursively());
        QVERIFY(QFile::remove(m_location.mark));
    }

    /// Of the environment whose key everybody knows.
    static QJsonObject trained(QJsonObject entry)
    {
        entry.insert("environment"_L1, u"training"_s);
        return entry;
    }

    /// What the line says, without the chain.
    static QJsonObject bare(const QByteArray& text)
    {
        QJsonObject members = AuditLine::read(text)->members;
        for (const auto& own : {"seq"_L1, "prev"_L1, "seal"_L1, "hash"_L1, "key"_L1})
            members.remove(own);
        return members;
    }

    [[nodiscard]] QList<AuditFault> verify() const { return verifyAudit(m_location, &m_keys).faults; }

    const PersonDigest m_key = testKey();
    const PersonDigest m_public = testKey('p');
    const AuditKeys m_keys = keysOf({m_key}) + keysOf({m_public}, EnvironmentName::Training);
    std::unique_ptr<QTemporaryDir> m_place;
    AuditLocation m_location;
    QString m_file;
};

QTEST_GUILESS_MAIN(AuditForgeryTest)
#include "tst_auditforgery.moc"
