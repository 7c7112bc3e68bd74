#include "audit/audittest.h"

#include "audit/auditbook.h"
#include "audit/proof/auditverifier.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;

using Kind = AuditFault::Kind;

namespace {

AuditFault at(Kind kind, qint64 line, const QString& file = november)
{
    return {kind, file, line};
}

/// Under the address sanitizer everything is many times slower: how long it took says nothing.
#ifdef __SANITIZE_ADDRESS__
constexpr bool isSanitized = true;
#else
constexpr bool isSanitized = false;
#endif

} // namespace

class AuditVerifierTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        m_folder = m_place->filePath(u"audit"_s);
        m_location = {m_folder, m_place->filePath(u"data/mark"_s)};
        m_file = m_folder + u'/' + november;
    }

    void T2_noTrailIsNotToldAsWhole() { QCOMPARE(verify().faults, QList{at(Kind::NoTrail, 0, m_folder)}); }

    void aDayIsWhole()
    {
        writeDay();
        const auto verdict = verify();
        QVERIFY(verdict.faults.isEmpty());
        QCOMPARE(verdict.lines, 6);
        QCOMPARE(verdict.sealed, 6);
        QCOMPARE(verdict.files, 1);
    }

    // The promise of the format: whichever byte is changed, the line is found.
    void anyChangedByteIsFoundAndLocated()
    {
        writeDay();
        const QByteArray day = contentOf(m_file);
        qint64 line = 1;
        for (qsizetype i = 0; i < day.size(); ++i) {
            for (const char change : {char(day.at(i) ^ 1), '\n', char(day.at(i) ^ 0x20), '\0'}) {
                if (change == day.at(i))
                    continue;
                QByteArray changed = day;
                changed[i] = change;
                setContent(m_file, changed);
                for (const AuditKeys* keys : {&m_keys, static_cast<const AuditKeys*>(nullptr)}) {
                    const auto verdict = verifyAudit(m_location, keys);
                    QVERIFY2(!verdict.faults.isEmpty(), qPrintable(QString::number(i)));
                    QCOMPARE(verdict.faults.constFirst(), at(Kind::Changed, line));
                }
            }
            if (day.at(i) == '\n')
                ++line;
        }
        QCOMPARE(line, 7);
    }

    void aChangedEndMarkerIsFound()
    {
        writeDay();
        const QString path = m_folder + u"/audit.end"_s;
        const QByteArray end = contentOf(path);
        for (qsizetype i = 0; i < end.size(); ++i) {
            QByteArray changed = end;
            changed[i] = static_cast<char>(changed.at(i) ^ 1);
            setContent(path, changed);
            QCOMPARE(verify().faults, QList{at(Kind::EndMissing, 0, u"audit.end"_s)});
        }
    }

    void aCutTailIsFound()
    {
        writeDay();
        const QByteArrayList lines = linesOf(m_file);
        for (qsizetype left = 1; left < lines.size(); ++left) {
            setContent(m_file, lines.first(left).join('\n') + '\n');
            QCOMPARE(verify().faults, QList{at(Kind::CutShort, left + 1)});
        }
        setContent(m_file, {});
        QVERIFY(!verify().faults.isEmpty());
        QVERIFY(QFile::remove(m_file));
        QCOMPARE(verify().faults, QList{at(Kind::Emptied, 0)});
    }

    void aCutTailIsFoundWhenWritingHasGoneOn()
    {
        writeDay();
        setContent(m_file, linesOf(m_file).first(4).join('\n') + '\n');
        write({entry(u"login"_s)});
        QCOMPARE(verify().faults, QList{at(Kind::Missing, 5)});
    }

    void aRemovedLineIsFound()
    {
        writeDay();
        QByteArrayList lines = linesOf(m_file);
        lines.removeAt(2);
        setContent(m_file, lines.join('\n') + '\n');
        QCOMPARE(verify().faults, QList{at(Kind::Missing, 3)});
    }

    void aDoubledOrInsertedLineIsFound()
    {
        writeDay();
        QByteArrayList lines = linesOf(m_file);
        lines.insert(3, lines.at(1));
        setContent(m_file, lines.join('\n') + '\n');
        QCOMPARE(verify().faults.constFirst(), at(Kind::OutOfPlace, 4));
    }

    void exchangedLinesAreFound()
    {
        writeDay();
        const QByteArrayList lines = linesOf(m_file);
        for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
            QByteArrayList moved = lines;
            moved.swapItemsAt(i, i + 1);
            setContent(m_file, moved.join('\n') + '\n');
            const auto faults = verify().faults;
            QVERIFY(!faults.isEmpty());
            QCOMPARE(faults.constFirst().line, i == 0 ? 1 : i + 1);
        }
    }

    void aMissingFileIsFound()
    {
        for (int month = 1; month <= 3; ++month)
            write({entry(u"login"_s, u"2026-0%1-05T00:00:00.000Z"_s.arg(month))});
        const QString first = m_folder + u"/audit-2026-01.jsonl"_s;
        const QString second = m_folder + u"/audit-2026-02.jsonl"_s;
        QVERIFY(QFile::rename(second, second + u".away"_s));
        QCOMPARE(verify().faults, QList{at(Kind::Missing, 1, u"audit-2026-03.jsonl"_s)});
        QVERIFY(QFile::rename(second + u".away"_s, second));
        QVERIFY(QFile::remove(first));
        QCOMPARE(verify().faults, QList{at(Kind::FilesMissing, 1, u"audit-2026-02.jsonl"_s)});
    }

    void whatRetentionRemovedIsNotMissed()
    {
        AuditBook book(m_location, {.keepMonths = 1, .largestFile = 1 << 20});
        for (int month = 1; month <= 6; ++month) {
            QList<QJsonObject> entries{entry(u"login"_s, u"2026-0%1-05T00:00:00.000Z"_s.arg(month))};
            QVERIFY(book.append(entries, &m_key));
            QVERIFY(verify().faults.isEmpty());
        }
        QCOMPARE(verify().files, 3);
    }

    void aChainWrittenAnewWithoutTheKeyIsFound()
    {
        writeDay();
        const auto end = AuditEnd::read(endOf(m_location));
        QVERIFY(end && *end);
        QByteArray prev = auditBeginning();
        QByteArrayList forged;
        const PersonDigest other = testKey('f');
        for (const QByteArray& text : linesOf(m_file)) {
            AuditLine line = *AuditLine::read(text);
            QJsonObject members = line.members;
            for (const auto& own : {"seq"_L1, "prev"_L1, "seal"_L1, "hash"_L1, "key"_L1})
                members.remove(own);
            if (line.number == 3)
                members.insert("patientMasked"_L1, u"999•••••999"_s);
            // Sealed with a key of the forger's, under the institution's name.
            AuditLine made = AuditLine::make(members, line.number, prev, &other);
            QByteArray again = made.text();
            again.replace(other.keyName().toLatin1(), m_key.keyName().toLatin1());
            const qsizetype hashAt = again.size() - 2 - 64;
            again.replace(
                hashAt, 64,
                QCryptographicHash::hash(again.first(hashAt - 10), QCryptographicHash::Sha256).toHex());
            QVERIFY(AuditLine::read(again));
            prev = AuditLine::read(again)->hash;
            forged.append(again);
        }
        setContent(m_file, forged.join('\n') + '\n');
        AuditEnd marked = **end;
        marked.prev = prev;
        QVERIFY(marked.write(endOf(m_location), nullptr));
        QVERIFY2(verifyAudit({m_folder}, nullptr).faults.isEmpty(), "the chain alone holds");
        QCOMPARE(verify().faults.constFirst(), at(Kind::Forged, 1));
        QVERIFY2(verifyAudit(m_location, nullptr).faults.contains(at(Kind::WrittenAnew, 6)),
                 "the mark knows");
    }

    void anEndMarkerOfSomebodyElseIsFound()
    {
        writeDay();
        const auto end = AuditEnd::read(endOf(m_location));
        setContent(m_file, linesOf(m_file).first(5).join('\n') + '\n');
        AuditEnd cut = **end;
        cut.next = 6;
        cut.prev = AuditLine::read(linesOf(m_file).constLast())->hash;
        QVERIFY(cut.write(endOf(m_location), nullptr));
        QCOMPARE(verify().faults, (QList{at(Kind::CutShort, 6), at(Kind::EndUnproven, 0, u"audit.end"_s)}));
        QCOMPARE(verifyAudit({m_folder}, &m_keys).faults, QList{at(Kind::EndUnproven, 0, u"audit.end"_s)});
    }

    void T2_linesOfAnotherKeyOrNoneAreNamedAndCounted()
    {
        writeDay();
        AuditBook book(m_location);
        QList<QJsonObject> unsealed{entry(u"login"_s)};
        QVERIFY(book.append(unsealed, nullptr));
        const PersonDigest other = testKey('l');
        QList<QJsonObject> others{entry(u"login"_s), entry(u"logout"_s)};
        QVERIFY(book.append(others, &other));
        const auto verdict = verify();
        QCOMPARE(verdict.faults, (QList{at(Kind::Unsealed, 7), at(Kind::UnknownKey, 8)}));
        QCOMPARE(verdict.sealed, 6);
        QCOMPARE(verdict.unsealed, 1);
        QCOMPARE(verdict.otherKey, 2);
    }

    // A year of a busy workstation; a debug build verifies it in about two seconds.
    void aHundredThousandLinesAreVerifiedQuickly()
    {
        constexpr int lines = 100000;
        QList<QJsonObject> entries(lines, entry(u"form-opened"_s));
        AuditBook book(m_location);
        QVERIFY(book.append(entries, &m_key));
        QElapsedTimer time;
        time.start();
        const auto verdict = verify();
        qInfo("%d lines verified in %lld ms", lines, time.elapsed());
        QVERIFY(verdict.faults.isEmpty());
        QCOMPARE(verdict.sealed, lines);
        QVERIFY(isSanitized || time.elapsed() < 30000);
    }

    void aCrashIsNoFault()
    {
        writeDay();
        const QByteArray day = contentOf(m_file);
        for (const qsizetype bytes : {qsizetype{1}, qsizetype{200}}) {
            setContent(m_file, day + day.first(bytes));
            QVERIFY2(verify().faults.isEmpty(), "before anything was written after the crash");
            write({entry(u"login"_s)});
            auto verdict = verify();
            QVERIFY(verdict.faults.isEmpty());
            QCOMPARE(verdict.torn, 1);

            QByteArray changed = contentOf(m_file);
            changed[day.size()] = 'x';
            setContent(m_file, changed);
            QCOMPARE(verify().faults.constFirst(), at(Kind::Changed, 7));
            QVERIFY(QFile::remove(m_file));
            QVERIFY(QFile::remove(m_folder + u"/audit.end"_s));
            QVERIFY(QFile::remove(m_location.mark));
            writeDay();
        }
    }

    void aLostEndMarkerStaysTold()
    {
        writeDay();
        QVERIFY(QFile::remove(m_folder + u"/audit.end"_s));
        QCOMPARE(verify().faults, QList{at(Kind::EndMissing, 0, u"audit.end"_s)});
        write({entry(u"login"_s)});
        QCOMPARE(verify().faults, QList{at(Kind::EndMissing, 7)});
    }

private:
    AuditVerdict verify() const { return verifyAudit(m_location, &m_keys); }

    void write(QList<QJsonObject> entries)
    {
        AuditBook book(m_location);
        QVERIFY(book.append(entries, &m_key));
    }

    void writeDay()
    {
        write(
            {entry(u"login"_s, u"2026-11-21T08:00:00.000Z"_s), entry(u"launch"_s), entry(u"form-opened"_s)});
        write({entry(u"images-opened"_s), entry(u"print"_s)});
        write({entry(u"logout"_s, u"2026-11-21T17:00:00.000Z"_s)});
    }

    const PersonDigest m_key = testKey();
    const AuditKeys m_keys = keysOf({m_key});
    AuditLocation m_location;
    std::unique_ptr<QTemporaryDir> m_place;
    QString m_folder;
    QString m_file;
};

QTEST_GUILESS_MAIN(AuditVerifierTest)
#include "tst_auditverifier.moc"
