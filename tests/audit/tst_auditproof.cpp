// Rule T2: a person who has the folder and not the key does something to it, and the program goes on writing.
// What was done stays told.

#include "audit/audittest.h"

#include "audit/auditbook.h"
#include "audit/proof/auditverifier.h"

#include <QCryptographicHash>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;

using Kind = AuditFault::Kind;

class AuditProofTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        m_location = {m_place->filePath(u"audit"_s), m_place->filePath(u"data/mark"_s)};
        m_file = m_location.pathOf(november);
        m_book = std::make_unique<AuditBook>(m_location);
        write({u"login"_s, u"launch"_s});
        write({u"form-opened"_s, u"print"_s, u"images-opened"_s});
        write({u"logout"_s});
        QVERIFY(verify().isEmpty());
    }

    void T2_aCutEndStaysTold_data()
    {
        QTest::addColumn<QString>("marker");
        QTest::addColumn<QString>("mark");
        QTest::addColumn<bool>("running");
        for (const char* marker : {"kept", "gone", "unsealed", "unsealed at a wrong place", "of another key",
                                   "under the key's name", "the beginning", "damaged"}) {
            for (const char* mark :
                 {"kept", "gone", "unsealed", "of another key", "the beginning", "damaged"}) {
                QTest::addRow("marker %s, mark %s", marker, mark)
                    << QString::fromLatin1(marker) << QString::fromLatin1(mark) << false;
            }
            QTest::addRow("marker %s, while it runs", marker)
                << QString::fromLatin1(marker) << u"gone"_s << true;
        }
    }
    void T2_aCutEndStaysTold()
    {
        QFETCH(const QString, marker);
        QFETCH(const QString, mark);
        QFETCH(const bool, running);
        constexpr int left = 4;
        setContent(m_file, linesOf(m_file).first(left).join('\n') + '\n');
        forge(endOf(m_location), marker);
        forge(m_location.mark, mark);
        QVERIFY2(!verify().isEmpty(), "before anything is written");
        if (!running)
            m_book = std::make_unique<AuditBook>(m_location);
        for (int i = 0; i < 2; ++i) {
            write({u"login"_s});
            const auto faults = verify();
            QVERIFY(!faults.isEmpty());
            QCOMPARE(faults.constFirst().file, november);
            QCOMPARE(faults.constFirst().line, left + 1);
        }
    }

    // By a window of another environment, which cannot check the marker.
    void T2_aCutEndIsToldAfterAWindowWithAnotherKey()
    {
        setContent(m_file, linesOf(m_file).first(4).join('\n') + '\n');
        forge(endOf(m_location), u"under the key's name"_s);
        QVERIFY(QFile::remove(m_location.mark));
        const PersonDigest training = testKey('t');
        const AuditKeys keys = keysOf({m_key, training});
        AuditBook other(m_location);
        QList<QJsonObject> entries{entry(u"login"_s)};
        QVERIFY(other.append(entries, &training));
        QCOMPARE(verifyAudit(m_location, &keys).faults, QList{(AuditFault{Kind::EndUnproven, november, 5})});
        m_book = std::make_unique<AuditBook>(m_location);
        write({u"login"_s});
        QCOMPARE(verifyAudit(m_location, &keys).faults, QList{(AuditFault{Kind::EndUnproven, november, 5})});
    }

    // Without the key at hand, in the program or in the verification.
    void T2_aCutEndIsToldWithoutTheKey()
    {
        setContent(m_file, linesOf(m_file).first(4).join('\n') + '\n');
        forge(endOf(m_location), u"unsealed"_s);
        QVERIFY(QFile::remove(m_location.mark));
        m_book = std::make_unique<AuditBook>(m_location);
        QList<QJsonObject> entries{entry(u"login"_s)};
        QVERIFY(m_book->append(entries, nullptr));
        QVERIFY(verify().contains({Kind::EndUnproven, november, 5}));
        QVERIFY(verify().contains({Kind::Unsealed, november, 5}));
        QVERIFY(verifyAudit(m_location, nullptr).faults.contains({Kind::EndUnproven, november, 5}));
    }

    void T2_aChainWrittenAnewStaysTold_data()
    {
        QTest::addColumn<QString>("seals");
        QTest::addColumn<QString>("mark");
        for (const char* seals : {"unsealed", "of another key", "under the key's name"}) {
            for (const char* mark : {"kept", "gone", "anew"})
                QTest::addRow("%s, mark %s", seals, mark)
                    << QString::fromLatin1(seals) << QString::fromLatin1(mark);
        }
    }
    void T2_aChainWrittenAnewStaysTold()
    {
        QFETCH(const QString, seals);
        QFETCH(const QString, mark);
        const PersonDigest stranger = testKey('x');
        const AuditLocation forged{m_place->filePath(u"forged"_s)};
        AuditBook book(forged);
        QList<QJsonObject> entries;
        for (const QString& event :
             {u"login"_s, u"launch"_s, u"form-opened"_s, u"print"_s, u"export"_s, u"logout"_s})
            entries += entry(event);
        QVERIFY(book.append(entries, seals == "unsealed"_L1 ? nullptr : &stranger));
        QVERIFY(QDir(m_location.folder).removeRecursively());
        QVERIFY(QDir().rename(forged.folder, m_location.folder));
        if (mark != "kept"_L1)
            QVERIFY(QFile::remove(m_location.mark));
        if (seals == "under the key's name"_L1)
            renameKey(stranger);
        if (mark == "anew"_L1)
            setContent(m_location.mark, contentOf(endOf(m_location)));
        const auto whole = [this] { return verify().isEmpty(); };
        QVERIFY(!whole());
        QCOMPARE(verify().contains({Kind::WrittenAnew, november, 6}), mark == "kept"_L1);
        const Kind kind = seals == "unsealed"_L1         ? Kind::Unsealed
                          : seals == "of another key"_L1 ? Kind::UnknownKey
                                                         : Kind::Forged;
        QVERIFY(verify().contains({kind, november, 1}));
        m_book = std::make_unique<AuditBook>(m_location);
        for (int i = 0; i < 2; ++i) {
            write({u"login"_s});
            QVERIFY(verify().contains({kind, november, 1}));
            QCOMPARE(verify().contains({Kind::WrittenAnew, november, 7}), mark == "kept"_L1);
        }
    }

    void T2_anEmptiedFolderStaysTold_data()
    {
        QTest::addColumn<QString>("left");
        for (const char* left : {"nothing", "no folder", "the marker", "an empty file", "the beginning"})
            QTest::newRow(left) << QString::fromLatin1(left);
    }
    void T2_anEmptiedFolderStaysTold()
    {
        QFETCH(const QString, left);
        const QByteArray marker = contentOf(endOf(m_location));
        QVERIFY(QDir(m_location.folder).removeRecursively());
        if (left != "no folder"_L1)
            QVERIFY(QDir().mkdir(m_location.folder));
        if (left == "the marker"_L1)
            setContent(endOf(m_location), marker);
        if (left == "the beginning"_L1)
            QVERIFY(AuditEnd{}.write(endOf(m_location), nullptr));
        if (left == "an empty file"_L1)
            setContent(m_file, {});
        QCOMPARE(verify().constFirst(), left == "an empty file"_L1
                                            ? (AuditFault{Kind::CutShort, november, 1})
                                            : (AuditFault{Kind::Emptied, november, 0}));
        m_book = std::make_unique<AuditBook>(m_location);
        for (int i = 0; i < 2; ++i) {
            write({u"login"_s});
            QCOMPARE(verify().constFirst(), (AuditFault{Kind::FilesMissing, november, 1}));
        }
    }

    void T2_anOlderStateOfTheFolderStaysTold()
    {
        const QByteArray lines = contentOf(m_file);
        const QByteArray marker = contentOf(endOf(m_location));
        write({u"login"_s, u"form-opened"_s, u"logout"_s});
        setContent(m_file, lines);
        setContent(endOf(m_location), marker);
        QCOMPARE(verify(), QList{(AuditFault{Kind::CutShort, november, 7})});
        m_book = std::make_unique<AuditBook>(m_location);
        write({u"login"_s});
        QCOMPARE(verify(), QList{(AuditFault{Kind::Missing, november, 7})});
    }

    // Everything that would tell is put back as it was: the window that runs still knows.
    void T2_aCutEndWhileItRunsIsMissed()
    {
        const QByteArray lines = contentOf(m_file);
        const QByteArray marker = contentOf(endOf(m_location));
        const QByteArray mark = contentOf(m_location.mark);
        write({u"login"_s, u"form-opened"_s, u"logout"_s});
        setContent(m_file, lines);
        setContent(endOf(m_location), marker);
        setContent(m_location.mark, mark);
        write({u"login"_s});
        QCOMPARE(verify(), QList{(AuditFault{Kind::Missing, november, 7})});
    }

    // Killed after the lines, after the mark, or with a disk that has no room for either.
    void T1_endsThatLagAreNoFault()
    {
        QList<std::pair<QByteArray, QByteArray>> before; // marker and mark after each writing
        const auto keep = [&] { before += {contentOf(endOf(m_location)), contentOf(m_location.mark)}; };
        keep();
        write({u"login"_s});
        keep();
        write({u"form-opened"_s, u"logout"_s});
        keep();
        const QByteArray lines = contentOf(m_file);
        for (const auto& [marker, unused] : std::as_const(before)) {
            for (const auto& [unusedToo, mark] : std::as_const(before)) {
                setContent(m_file, lines);
                setContent(endOf(m_location), marker);
                setContent(m_location.mark, mark);
                QVERIFY(verify().isEmpty());
                m_book = std::make_unique<AuditBook>(m_location);
                write({u"login"_s});
                QVERIFY(verify().isEmpty());
                QCOMPARE(linesOf(m_file).size(), 10);
            }
        }
    }

    // The key comes and goes, as a keychain does: what was written without it is told, and nothing else is.
    void T1_aLostKeyIsNoCutEnd()
    {
        const PersonDigest next = testKey('n');
        const AuditKeys keys = keysOf({m_key, next});
        for (const PersonDigest* key : {static_cast<const PersonDigest*>(nullptr), &next,
                                        static_cast<const PersonDigest*>(nullptr), &m_key, &next}) {
            m_book = std::make_unique<AuditBook>(m_location);
            QList<QJsonObject> entries{entry(u"login"_s)};
            QVERIFY(m_book->append(entries, key));
        }
        QCOMPARE(verifyAudit(m_location, &keys).faults,
                 (QList<AuditFault>{{Kind::Unsealed, november, 7}, {Kind::Unsealed, november, 9}}));
    }

    // Killed after the lines, or after the mark, and the next window has another key or none.
    void T1_endsThatLagAreNoFaultWithAnotherKeyEither_data()
    {
        QTest::addColumn<int>("marker");
        QTest::addColumn<int>("mark");
        QTest::addColumn<bool>("hasKey");
        for (const bool hasKey : {false, true}) {
            for (const int marker : {0, 1, 2}) {
                for (const int mark : {0, 1, 2, 3})
                    QTest::addRow("marker %d, mark %d, %s", marker, mark, hasKey ? "another key" : "no key")
                        << marker << mark << hasKey;
            }
        }
    }
    void T1_endsThatLagAreNoFaultWithAnotherKeyEither()
    {
        QFETCH(const int, marker);
        QFETCH(const int, mark);
        QFETCH(const bool, hasKey);
        QVERIFY(QDir(m_location.folder).removeRecursively());
        QVERIFY(QFile::remove(m_location.mark));
        m_book = std::make_unique<AuditBook>(m_location);
        QVERIFY(m_book->begin({{u"ui/language"_s, u"0"_s}}, &m_key));
        QList<std::pair<QByteArray, QByteArray>> ends; // marker and mark after each writing
        const auto keep = [&] { ends += {contentOf(endOf(m_location)), contentOf(m_location.mark)}; };
        keep();
        write({u"login"_s});
        keep();
        write({u"launch"_s, u"form-opened"_s});
        keep();
        write({u"print"_s, u"logout"_s});
        keep();
        setContent(endOf(m_location), ends.at(marker).first);
        setContent(m_location.mark, ends.at(mark).second);
        const PersonDigest next = testKey('n');
        const AuditKeys keys = keysOf({m_key, next});
        m_book = std::make_unique<AuditBook>(m_location);
        for (const PersonDigest* key : {hasKey ? &next : nullptr, &m_key}) {
            QList<QJsonObject> entries{entry(u"login"_s), entry(u"logout"_s)};
            QVERIFY(m_book->append(entries, key));
        }
        QCOMPARE(verifyAudit(m_location, &keys).faults,
                 hasKey ? QList<AuditFault>() : QList{(AuditFault{Kind::Unsealed, november, 6})});
    }

    // What stands in the trail as proof of an end proves no other one.
    void T2_aProofServesItsOwnPlaceOnly_data()
    {
        QTest::addColumn<int>("left");
        for (const int left : {7, 8, 9, 10})
            QTest::addRow("%d lines left", left) << left;
    }
    void T2_aProofServesItsOwnPlaceOnly()
    {
        QFETCH(const int, left);
        QList<QJsonObject> entries{entry(u"login"_s)};
        QVERIFY(m_book->append(entries, nullptr)); // the seventh line
        const auto proof = AuditLine::read(linesOf(m_file).constLast())->members.value("endBefore"_L1);
        QVERIFY(!proof.toObject().isEmpty());
        for (int i = 0; i < 5; ++i)
            write({u"print"_s});
        QByteArrayList lines = linesOf(m_file).first(left);
        const auto former = AuditLine::read(lines.constLast());
        QJsonObject forged = entry(u"logout"_s);
        forged.insert("endBefore"_L1, proof);
        const AuditLine line = AuditLine::make(forged, former->number + 1, former->hash, nullptr);
        lines += line.text();
        setContent(m_file, lines.join('\n') + '\n');
        const AuditEnd end{november, QFileInfo(m_file).size(), line.number + 1, line.hash};
        QVERIFY(end.write(endOf(m_location), nullptr));
        QVERIFY(end.write(m_location.mark, nullptr));
        const bool hasSealedBefore = left > 7; // else the line before has no key, and no end to be proven
        QCOMPARE(verify().contains({Kind::EndUnproven, november, left + 1}), hasSealedBefore);
        QVERIFY(!verify().isEmpty());
    }

    void aTrailThatWasBegunHasNoLineYet()
    {
        QVERIFY(QDir(m_location.folder).removeRecursively());
        QVERIFY(QFile::remove(m_location.mark));
        QCOMPARE(verify(), QList{(AuditFault{Kind::NoTrail, m_location.folder, 0})});
        AuditBook book(m_location);
        QVERIFY(book.begin({{u"ui/language"_s, u"0"_s}}, &m_key));
        QVERIFY(verify().isEmpty());
        QVERIFY(book.begin({{u"ui/language"_s, u"0"_s}}, nullptr));
        QCOMPARE(verify(), QList{(AuditFault{Kind::NoTrail, m_location.folder, 0})});
        m_book = std::make_unique<AuditBook>(m_location);
        write({u"login"_s});
        QVERIFY(verify().isEmpty());
        QVERIFY(!book.begin({{u"ui/language"_s, u"1"_s}}, &m_key));
    }

private:
    void write(const QStringList& events)
    {
        QList<QJsonObject> entries;
        for (const QString& event : events)
            entries += entry(event);
        QVERIFY(m_book->append(entries, &m_key));
    }

    [[nodiscard]] QList<AuditFault> verify() const { return verifyAudit(m_location, &m_keys).faults; }

    /// An end that fits what is left, as a person without the key writes it.
    void forge(const QString& path, const QString& manner) const
    {
        if (manner == "kept"_L1)
            return;
        if (manner == "gone"_L1) {
            QVERIFY(QFile::remove(path));
            return;
        }
        if (manner == "damaged"_L1) {
            setContent(path, "{}");
            return;
        }
        const auto last = AuditLine::read(linesOf(m_file).constLast());
        AuditEnd end;
        if (manner != "the beginning"_L1) {
            end.file = november;
            end.size = QFileInfo(m_file).size() + (manner.contains("wrong place"_L1) ? 100 : 0);
            end.next = last->number + 1;
            end.prev = last->hash;
        }
        const PersonDigest stranger = testKey('x');
        QVERIFY(end.write(path, manner.contains("key"_L1) ? &stranger : nullptr));
        if (manner == "under the key's name"_L1)
            setContent(path, renamed(contentOf(path), stranger));
    }

    /// The same line with the institution's key named, and its hash right.
    [[nodiscard]] QByteArray renamed(QByteArray text, const PersonDigest& stranger) const
    {
        text.replace(stranger.keyName().toLatin1(), m_key.keyName().toLatin1());
        constexpr qsizetype hash = 64;
        const qsizetype at = text.size() - 2 - hash;
        constexpr qsizetype begin = 10; // ","hash":"
        return text.replace(
            at, hash, QCryptographicHash::hash(text.first(at - begin), QCryptographicHash::Sha256).toHex());
    }

    void renameKey(const PersonDigest& stranger) const
    {
        QByteArray prev = auditBeginning();
        QByteArrayList lines;
        for (QByteArray text : linesOf(m_file)) {
            const QByteArray old = AuditLine::read(text)->prev;
            text = renamed(text.replace("\"prev\":\"" + old, "\"prev\":\"" + prev), stranger);
            prev = AuditLine::read(text)->hash;
            lines += text;
        }
        setContent(m_file, lines.join('\n') + '\n');
        AuditEnd end = **AuditEnd::read(endOf(m_location));
        end.prev = prev;
        QVERIFY(end.write(endOf(m_location), &stranger));
        setContent(endOf(m_location), renamed(contentOf(endOf(m_location)), stranger));
    }

    const PersonDigest m_key = testKey();
    const AuditKeys m_keys = keysOf({m_key});
    std::unique_ptr<QTemporaryDir> m_place;
    AuditLocation m_location;
    QString m_file;
    std::unique_ptr<AuditBook> m_book;
};

QTEST_GUILESS_MAIN(AuditProofTest)
#include "tst_auditproof.moc"
