#include "audit/audittest.h"

#include "audit/auditbook.h"
#include "audit/proof/auditverifier.h"

#include <QLockFile>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;

namespace {

Result<void> write(AuditBook& book, QList<QJsonObject> entries)
{
    const PersonDigest key = testKey();
    return book.append(entries, &key);
}

QStringList names(const QString& folder)
{
    QStringList all;
    for (const AuditFileName& file : auditFilesIn(folder))
        all += file.toString();
    return all;
}

#ifdef Q_OS_LINUX
/// Bytes that this process has read so far.
qint64 bytesRead()
{
    const QByteArray text = contentOf(u"/proc/self/io"_s);
    const qsizetype start = text.indexOf("rchar: ") + 7;
    return text.mid(start, text.indexOf('\n', start) - start).toLongLong();
}

/// Can be read as it stands, and never be written again: a link into a folder of the system.
class ReadOnlyFile
{
public:
    explicit ReadOnlyFile(const QString& path)
    {
        const QString former = path + u".d/a"_s;
        if (!QDir().mkpath(path + u".d"_s) || !QFile::rename(path, former))
            qFatal("not moved");
        m_file.setFileName(former);
        // A writer would follow the link to where it was.
        if (!m_file.open(QIODevice::ReadOnly) || !QDir(path + u".d"_s).removeRecursively() ||
            !QFile::link(u"/proc/%1/fd/%2"_s.arg(QCoreApplication::applicationPid()).arg(m_file.handle()),
                         path))
            qFatal("no link");
    }

private:
    QFile m_file; ///< the link leads to it
};
#endif

void makeOld(const QString& path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(-3600), QFileDevice::FileModificationTime));
}

} // namespace

class AuditBookTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        m_folder = m_place->filePath(u"state/audit"_s);
        m_file = m_folder + u'/' + november;
    }

    void T1_anAppendReadsTheTrailOnceOnly_data()
    {
        QTest::addColumn<QString>("place"); // which end cannot be written
        QTest::addColumn<QString>("how");
        QTest::newRow("all is well") << QString() << QString();
        for (const QString& place : {u"marker"_s, u"mark"_s}) {
            for (const QString& how : {u"missing"_s, u"behind"_s, u"ahead"_s})
                QTest::addRow("the %s is %s", qPrintable(place), qPrintable(how)) << place << how;
        }
    }

    // Where it cannot be kept how far it reached, it is known to the process that has written it.
    void T1_anAppendReadsTheTrailOnceOnly()
    {
#ifdef Q_OS_LINUX
        QFETCH(const QString, place);
        QFETCH(const QString, how);
        const AuditLocation location{m_folder, m_place->filePath(u"config/a.mark"_s)};
        const QString path = place == u"mark" ? location.mark : endOf(location);
        constexpr int many = 5000;
        constexpr qint64 few = qint64{256} * 1024;
        {
            AuditBook former(location);
            QVERIFY(write(former, {entry(u"login"_s)}));
            const QByteArray behind = contentOf(path);
            QVERIFY(write(former, QList<QJsonObject>(many, entry(u"launch"_s))));
            const QByteArray whole = contentOf(m_file);
            if (how == u"ahead")
                QVERIFY(write(former, QList<QJsonObject>(many, entry(u"launch"_s))));
            const QByteArray ahead = contentOf(path);
            if (how == u"behind")
                setContent(path, behind);
            if (how == u"ahead") {
                for (const QString& end : {location.mark, endOf(location)})
                    QVERIFY(QFile::remove(end));
                setContent(path, ahead);
                setContent(m_file, whole);
            }
        }
        const qint64 size = QFileInfo(m_file).size();
        std::optional<ReadOnlyFile> readOnly;
        if (how == u"missing") {
            QVERIFY(QFile::remove(path));
            QVERIFY(QDir().mkpath(path)); // and none can be made
        } else if (!how.isEmpty()) {
            readOnly.emplace(path);
        }

        AuditBook book(location);
        for (int i = 0; i < 3; ++i) {
            const qint64 before = bytesRead();
            QVERIFY(write(book, {entry(u"launch"_s)}));
            const qint64 read = bytesRead() - before;
            const qint64 most = i > 0 ? few : how == u"ahead" ? 3 * size + few : size + few;
            QVERIFY2(read <= most, qPrintable(u"%1 of %2 at append %3"_s.arg(read).arg(size).arg(i)));
        }
#else
        QSKIP("what a process reads is counted on Linux only");
#endif
    }

    void eachLineFollowsOnTheOneBefore()
    {
        AuditBook book({m_folder});
        QVERIFY(write(book, {entry(u"login"_s), entry(u"launch"_s)}));
        QVERIFY(write(book, {entry(u"logout"_s)}));
        QByteArray prev = auditBeginning();
        qint64 number = 1;
        for (const QByteArray& text : linesOf(m_file)) {
            const auto line = AuditLine::read(text);
            QVERIFY(line);
            QCOMPARE(line->number, number++);
            QCOMPARE(line->prev, prev);
            QVERIFY(line->isSealedBy(testKey()));
            QVERIFY(!line->isSealedBy(testKey('l')));
            prev = line->hash;
        }
        QCOMPARE(number, 4);
    }

    // Two windows of one user, and an end marker that neither can write.
    void T1_linesOfTwoProcessesFollowWhereNoEndCanBeKept()
    {
        QVERIFY(QDir().mkpath(endOf({m_folder})));
        AuditBook one({m_folder});
        AuditBook other({m_folder});
        for (int i = 0; i < 3; ++i) {
            QVERIFY(write(one, {entry(u"login"_s), entry(u"logout"_s)}));
            QVERIFY(write(other, {entry(u"launch"_s)}));
        }
        QByteArray prev = auditBeginning();
        qint64 number = 1;
        for (const QByteArray& text : linesOf(m_file)) {
            const auto line = AuditLine::read(text);
            QVERIFY(line);
            QCOMPARE(line->number, number++);
            QCOMPARE(line->prev, prev);
            prev = line->hash;
        }
        QVERIFY(number > 9);
    }

    void T2_aCutEndIsMissedWhereNoEndCanBeKept()
    {
        QVERIFY(QDir().mkpath(endOf({m_folder})));
        AuditBook book({m_folder});
        QVERIFY(write(book, {entry(u"login"_s)}));
        const QByteArray before = contentOf(m_file);
        const qint64 lines = linesOf(m_file).size();
        QVERIFY(write(book, {entry(u"launch"_s)}));
        setContent(m_file, before);
        QVERIFY(write(book, {entry(u"logout"_s)}));
        QCOMPARE(AuditLine::read(linesOf(m_file).constLast())->number, lines + 2);
    }

    void S1_onlyTheUserReadsIt()
    {
        AuditBook book({m_folder});
        QVERIFY(write(book, {entry(u"login"_s)}));
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(m_file) & others));
        QVERIFY(!(QFile::permissions(m_folder + u"/audit.end"_s) & others));
        QVERIFY(!(QFile::permissions(m_folder) & (others | QFile::ExeGroup | QFile::ExeOther)));
    }

    void aMonthIsAFile()
    {
        AuditBook book({m_folder});
        QVERIFY(write(book, {entry(u"login"_s, u"2026-11-30T23:59:59.999Z"_s),
                             entry(u"login"_s, u"2026-12-01T00:00:00.000Z"_s)}));
        QVERIFY(write(book, {entry(u"login"_s, u"2027-01-01T00:00:00.000Z"_s)}));
        QCOMPARE(names(m_folder),
                 QStringList({november, u"audit-2026-12.jsonl"_s, u"audit-2027-01.jsonl"_s}));
    }

    void aFullFileGoesOnInAnother()
    {
        AuditBook book({m_folder}, {.keepMonths = 0, .largestFile = 600});
        for (int i = 0; i < 12; ++i)
            QVERIFY(write(book, {entry(u"login"_s)}));
        QVERIFY(names(m_folder).size() >= 4);
        QCOMPARE(names(m_folder).at(1), u"audit-2026-11.2.jsonl"_s);
    }

    void partsAreOrderedByTheirNumber()
    {
        QDir().mkpath(m_folder);
        for (const QString& name :
             {u"audit-2026-11.10.jsonl"_s, u"audit-2026-11.2.jsonl"_s, november, u"audit-2026-2.jsonl"_s,
              u"audit-2026-13.jsonl"_s, u"audit-2026-11.1.jsonl"_s})
            setContent(m_folder + u'/' + name, {});
        QCOMPARE(names(m_folder),
                 QStringList({november, u"audit-2026-11.2.jsonl"_s, u"audit-2026-11.10.jsonl"_s}));
    }

    void oldFilesGoAndThatIsTold()
    {
        AuditBook book({m_folder}, {.keepMonths = 2, .largestFile = 1 << 20});
        for (int month = 1; month <= 5; ++month)
            QVERIFY(write(book, {entry(u"login"_s, u"2026-0%1-05T00:00:00.000Z"_s.arg(month))}));
        QCOMPARE(names(m_folder), QStringList({u"audit-2026-02.jsonl"_s, u"audit-2026-03.jsonl"_s,
                                               u"audit-2026-04.jsonl"_s, u"audit-2026-05.jsonl"_s}));
        const auto told = AuditLine::read(linesOf(m_folder + u"/audit-2026-05.jsonl"_s).constFirst());
        QVERIFY(told);
        QCOMPARE(told->members.value("event"_L1), u"files-removed"_s);
        QCOMPARE(told->members.value("detail"_L1), u"audit-2026-01.jsonl"_s);
    }

    void aCrashInMidLineIsEndedAndTold()
    {
        AuditBook book({m_folder});
        QVERIFY(write(book, {entry(u"login"_s), entry(u"launch"_s)}));
        const QByteArray whole = contentOf(m_file);
        const PersonDigest key = testKey();
        const AuditKeys keys = keysOf({key});
        for (qsizetype cut = 1; cut < whole.size(); ++cut) {
            // The end marker as it stood before the lines that the crash interrupted.
            QVERIFY(AuditEnd{}.write(AuditEnd::pathIn(m_folder), &key));
            setContent(m_file, whole.first(cut));
            AuditBook next({m_folder});
            QVERIFY(write(next, {entry(u"login"_s)}));
            // A whole line that lacks its end only is no torn one.
            const bool torn = whole.at(cut - 1) != '\n' && whole.at(cut) != '\n';
            const AuditVerdict verdict = verifyAudit({m_folder}, &keys);
            QVERIFY2(verdict.faults.isEmpty(), qPrintable(QString::number(cut)));
            QCOMPARE(verdict.torn, torn ? 1 : 0);
            const QByteArrayList lines = linesOf(m_file);
            const auto last = AuditLine::read(lines.constLast());
            const auto told = AuditLine::read(lines.at(lines.size() - 2));
            QVERIFY(last && told);
            QCOMPARE(last->prev, told->hash);
            if (!torn)
                continue;
            QCOMPARE(told->members.value("event"_L1), u"trail-damaged"_s);
            QCOMPARE(told->members.value("tornBytes"_L1).toInteger(), lines.at(lines.size() - 3).size());
        }
    }

    void linesAfterTheEndMarkerAreTakenOver()
    {
        AuditBook book({m_folder});
        QVERIFY(write(book, {entry(u"login"_s)}));
        const QByteArray early = contentOf(m_folder + u"/audit.end"_s);
        QVERIFY(write(book, {entry(u"launch"_s)}));
        setContent(m_folder + u"/audit.end"_s, early); // the crash came between the line and its mark
        QVERIFY(write(book, {entry(u"logout"_s)}));
        const QByteArrayList lines = linesOf(m_file);
        QCOMPARE(lines.size(), 3);
        QCOMPARE(AuditLine::read(lines.at(2))->prev, AuditLine::read(lines.at(1))->hash);
    }

    void aMissingEndMarkerIsTold()
    {
        AuditBook book({m_folder});
        QVERIFY(write(book, {entry(u"login"_s)}));
        QVERIFY(QFile::remove(m_folder + u"/audit.end"_s));
        QVERIFY(write(book, {entry(u"logout"_s)}));
        const auto told = AuditLine::read(linesOf(m_file).at(1));
        QVERIFY(told);
        QCOMPARE(told->number, 2);
        QVERIFY(told->members.value("endMissing"_L1).toBool());
    }

    void whatDoesNotFitWaitsAndLeavesNothing()
    {
#ifdef Q_OS_UNIX
        AuditBook book({m_folder});
        QVERIFY(write(book, {entry(u"login"_s)}));
        const QByteArray before = contentOf(m_file);
        std::signal(SIGXFSZ, SIG_IGN); // told as an error, as a full disk is
        rlimit old{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &old), 0);
        rlimit small = old;
        small.rlim_cur = static_cast<rlim_t>(before.size()) + 100;
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        QList<QJsonObject> entries{entry(u"launch"_s), entry(u"logout"_s)};
        const PersonDigest key = testKey();
        const auto full = book.append(entries, &key);
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &old), 0);
        QVERIFY(!full);
        QCOMPARE(entries.size(), 2);
        QCOMPARE(contentOf(m_file), before);
        QVERIFY(book.append(entries, &key));
        QVERIFY(entries.isEmpty());
        QCOMPARE(linesOf(m_file).size(), 3);
#else
        QSKIP("file sizes are limited on Unix only");
#endif
    }

    // Killed after making the lock file and before writing into it: no process holds the trail.
    void aLockFileThatACrashLeftEmptyHoldsNobodyUp()
    {
        AuditBook book({m_folder});
        QVERIFY(write(book, {entry(u"login"_s)}));
        const QString lock = m_folder + u"/audit.lock"_s;
        setContent(lock, {});
        makeOld(lock);
        QVERIFY(write(book, {entry(u"logout"_s)}));
        QCOMPARE(linesOf(m_file).size(), 2);
    }

    void whatAKillLeftOfAnEndMarkerGoes()
    {
        AuditBook book({m_folder, m_place->filePath(u"data/x.mark"_s)});
        QVERIFY(write(book, {entry(u"login"_s)}));
        const QStringList left{m_folder + u"/audit.end.aB3dEf"_s, m_place->filePath(u"data/x.mark.xYz012"_s)};
        for (const QString& path : left)
            setContent(path, "half a line");
        QVERIFY(write(book, {entry(u"logout"_s)}));
        for (const QString& path : left)
            QVERIFY(!QFile::exists(path));
    }

    void aLivingHolderKeepsTheTrailHoweverLong()
    {
        AuditBook book({m_folder});
        QVERIFY(write(book, {entry(u"login"_s)}));
        QLockFile holder(m_folder + u"/audit.lock"_s);
        QVERIFY(holder.tryLock());
        makeOld(holder.fileName());
        book.setPatience(std::chrono::milliseconds(1));
        QVERIFY(!write(book, {entry(u"logout"_s)}));
        holder.unlock();
        QVERIFY(write(book, {entry(u"logout"_s)}));
        QCOMPARE(linesOf(m_file).size(), 2);
    }

    void aFolderThatCannotBeWrittenIsAnError()
    {
        setContent(m_place->filePath(u"state"_s), "a file where the folder should be");
        AuditBook book({m_folder});
        book.setPatience(std::chrono::milliseconds(1));
        QVERIFY(!write(book, {entry(u"login"_s)}));
    }

private:
    std::unique_ptr<QTemporaryDir> m_place;
    QString m_folder;
    QString m_file;
};

QTEST_GUILESS_MAIN(AuditBookTest)
#include "tst_auditbook.moc"
