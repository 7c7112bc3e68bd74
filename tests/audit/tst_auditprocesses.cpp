// The trail with real processes that write it: several at a time, killed ones, and a disk that is really
// full.

#include "audit/audittest.h"

#include "audit/auditbook.h"
#include "audit/auditfiles.h"
#include "audit/audittrail.h"
#include "audit/proof/auditend.h"
#include "audit/proof/auditverifier.h"
#include "services/secrets/keychain.h"
#include "support/places.h"
#include "support/smalldisk.h"

#include <QCryptographicHash>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThread>

#include <atomic>
#include <map>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace hekim;
using namespace hekim::test;

namespace {

constexpr int patience = 60000; // ms, on a busy machine

PersonDigest trainingKey()
{
    return PersonDigest(QCryptographicHash::hash("hekim-asistani training", QCryptographicHash::Sha256));
}

std::atomic<int> attempts = 0; ///< to write, that failed
QtMessageHandler usual = nullptr;

void countAttempts(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    if (text.startsWith("audit: events wait"_L1))
        ++attempts;
    else
        usual(type, context, text);
}

} // namespace

class AuditProcessesTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        attempts = 0;
        usual = qInstallMessageHandler(countAttempts);
        m_place = std::make_unique<QTemporaryDir>();
        m_folder = m_place->filePath(u"audit"_s);
        m_location = {m_folder, m_place->filePath(u"data/mark"_s)};
    }

    void cleanup() { qInstallMessageHandler(usual); }

    // Two sessions of one user, a terminal server's two windows: one chain, and no line of either is missing.
    void T1_severalProcessesKeepOneChain()
    {
        constexpr int writers = 4;
        constexpr int each = 500;
        std::vector<std::unique_ptr<QProcess>> processes;
        for (int i = 0; i < writers; ++i)
            processes.push_back(write(QChar(u'a' + i), each));
        for (const auto& process : processes) {
            QVERIFY(process->waitForFinished(patience));
            QCOMPARE(process->exitStatus(), QProcess::NormalExit);
            QCOMPARE(process->exitCode(), 0);
        }
        const AuditVerdict verdict = verify();
        QVERIFY(verdict.faults.isEmpty());
        QCOMPARE(verdict.lines, writers * each);
        QCOMPARE(verdict.sealed, writers * each);
        const Written written = read();
        QCOMPARE(written.events.size(), std::size_t{writers});
        for (const auto& [name, numbers] : written.events)
            QCOMPARE(numbers, upTo(each));
    }

    // Killed at any moment, in mid-line too: what stands there verifies, nothing of it is missing or doubled,
    // and the next writer goes on.
    void T1_killedWritersLeaveAWholeTrail()
    {
        constexpr int kills = 60;
        constexpr int longest = 20000; // µs after the first writing
        const quint32 seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        std::map<QString, qsizetype> told;
        for (int i = 0; i < kills; ++i) {
            const QString name = u"k%1"_s.arg(i);
            const auto process = write(name, 1000000);
            QVERIFY(process->waitForReadyRead(patience));
            QThread::usleep(random.bounded(longest)); // the moment is what is tried here
            process->kill();
            QVERIFY(process->waitForFinished(patience));
            QCOMPARE(process->exitStatus(), QProcess::CrashExit);
            told[name] = process->readAllStandardOutput().count('\n');
            QVERIFY2(verify().faults.isEmpty(), qPrintable(u"seed %1, kill %2"_s.arg(seed).arg(i)));
        }
        const auto last = write(u"last"_s, 3);
        QVERIFY(last->waitForFinished(patience));
        const AuditVerdict verdict = verify();
        QVERIFY(verdict.faults.isEmpty());
        const Written written = read();
        qsizetype lines = written.damaged;
        for (const auto& [name, numbers] : written.events) {
            QCOMPARE(numbers, upTo(numbers.size()));
            QVERIFY2(numbers.size() >= told[name], "what was told as written is not there");
            lines += numbers.size();
        }
        QCOMPARE(verdict.lines, lines);
        QCOMPARE(verdict.torn, written.damaged);
        QCOMPARE(written.events.at(u"last"_s), upTo(3));
        qInfo("%d kills: %lld lines, %lld of them cut short and told", kills,
              static_cast<long long>(verdict.lines), static_cast<long long>(verdict.torn));
    }

    // The kernel lets a reader see a line grow, and a disk that is full takes it back again.
    void T2_aLineThatIsBeingWrittenIsNoFault()
    {
        {
            Trail trail(m_location);
            trail.record(1);
            QTRY_COMPARE(read().events[u"e"_s].size(), 1);
        }
        const QString path = m_location.pathOf(auditFilesIn(m_folder).constFirst().toString());
        std::jthread writing([path](const std::stop_token& stop) {
            QFile file(path);
            if (!file.open(QIODevice::Append | QIODevice::Unbuffered))
                return;
            const qint64 size = file.size();
            while (!stop.stop_requested()) {
                for (int i = 0; i < 200; ++i)
                    file.write("{\"event\":\"being written\"");
                file.resize(size);
            }
        });
        for (int i = 0; i < 300; ++i) {
            const AuditVerdict verdict = verify();
            QVERIFY2(verdict.faults.isEmpty(), qPrintable(QString::number(i)));
            QCOMPARE(verdict.lines, 1);
        }
    }

    // A disk that is really full: nothing stops, it is told once, and with room every event is there, in its
    // order.
    void T1_aFullDiskLosesNothing()
    {
        const SmallDisk disk = smallDisk("64k");
        if (!disk.isThere())
            QSKIP("needs root, to mount a small disk");
        Trail trail(m_location);
        QSignalSpy failed(&trail.trail, &AuditTrail::failed);
        trail.record(1);
        QTRY_COMPARE(read().events[u"e"_s].size(), 1);
        QVERIFY(disk.fill());
        for (int n = 2; n <= 60; ++n)
            trail.record(n);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY2(verify().faults.isEmpty(), "a part of a line stands there");
        QCOMPARE(read().events[u"e"_s], upTo(1));
        QVERIFY(disk.empty());
        QTRY_COMPARE(read().events[u"e"_s], upTo(60));
        QCOMPARE(failed.size(), 1);
        const AuditVerdict verdict = verify();
        QVERIFY(verdict.faults.isEmpty());
        QCOMPARE(verdict.lines, 60);
    }

    // With one block left the lock fits, and the line into what its file has begun of a block: the end
    // marker, another new file, does not.
    void T1_aFullDiskKeepsTheEndMarker()
    {
        const SmallDisk disk = smallDisk("64k");
        if (!disk.isThere())
            QSKIP("needs root, to mount a small disk");
        const auto nextAfterEnd = [this] {
            const auto end = AuditEnd::read(AuditEnd::pathIn(m_folder));
            return end && *end ? (*end)->next : 0;
        };
        {
            Trail trail(m_location);
            trail.record(1);
            QTRY_COMPARE(nextAfterEnd(), 2);
            QVERIFY(disk.fill(SmallDisk::block));
            trail.record(2);
            QTRY_COMPARE(read().events[u"e"_s], upTo(2));
        } // and the marker was tried
        QCOMPARE(nextAfterEnd(), 2);
        QVERIFY(verify().faults.isEmpty());
        QVERIFY(disk.empty());
        Trail trail(m_location);
        trail.record(3);
        QTRY_COMPARE(nextAfterEnd(), 4);
        QVERIFY(verify().faults.isEmpty());
    }

    // Only so many wait; of those beyond them the number is told, once and whole, however often writing was
    // tried.
    void T1_whatIsTooMuchForTheMemoryIsCounted()
    {
        const SmallDisk disk = smallDisk("16m");
        if (!disk.isThere())
            QSKIP("needs root, to mount a small disk");
        constexpr int lost = 250;
        Trail trail(m_location);
        QSignalSpy failed(&trail.trail, &AuditTrail::failed);
        QVERIFY(disk.fill());
        int n = 0;
        while (n < AuditTrail::mostWaiting + 100)
            trail.record(++n);
        QTRY_VERIFY(attempts > 5);
        while (n < AuditTrail::mostWaiting + lost)
            trail.record(++n);
        const int before = attempts;
        QTRY_VERIFY(attempts > before + 5);
        QCOMPARE(failed.size(), 1);
        QSignalSpy told(&trail.trail, &AuditTrail::written);
        QVERIFY(disk.empty());
        QTRY_COMPARE(told.size(), 1);
        const Written written = read();
        QCOMPARE(written.lost, QStringList{QString::number(lost)});
        QCOMPARE(written.events.at(u"e"_s), upTo(AuditTrail::mostWaiting));
        trail.record(1);
        QTRY_COMPARE(told.size(), 2);
        QCOMPARE(verify().lines, AuditTrail::mostWaiting + 2);
        QVERIFY(verify().faults.isEmpty());
    }

private:
    struct Trail
    {
        explicit Trail(const AuditLocation& location)
            : trail(location, Settings::load({}, {}).value(), persons)
        {
            trail.setRetryAfter(5ms);
        }
        void record(int n) { trail.record({.detail = u"e %1"_s.arg(n)}); }

        Keychain keychain;
        PersonDigests persons{keychain};
        AuditTrail trail;
    };

    /// In the place of the trail's folder.
    [[nodiscard]] SmallDisk smallDisk(const QByteArray& size) const
    {
        makeAuditFolder(m_folder);
        return {m_folder, size};
    }

    struct Written
    {
        std::map<QString, QList<int>> events; ///< of each writer, its numbers as they stand in the files
        qsizetype damaged = 0;
        QStringList lost; ///< what each line of lost events says
    };

    [[nodiscard]] Written read() const
    {
        Written written;
        for (const AuditFileName& file : auditFilesIn(m_folder)) {
            for (const QByteArray& text : linesOf(m_folder + u'/' + file.toString())) {
                const auto line = AuditLine::read(text);
                if (!line)
                    continue; // the verification's matter
                const QString event = line->members.value("event"_L1).toString();
                const QStringList words = line->members.value("detail"_L1).toString().split(u' ');
                if (event == "trail-damaged"_L1)
                    ++written.damaged;
                else if (event == "events-lost"_L1)
                    written.lost += words;
                else
                    written.events[words.first()] += words.last().toInt();
            }
        }
        return written;
    }

    [[nodiscard]] AuditVerdict verify() const
    {
        const AuditKeys keys = keysOf({trainingKey()}, EnvironmentName::Training);
        return verifyAudit(m_location, &keys);
    }

    std::unique_ptr<QProcess> write(const QString& name, int count)
    {
        auto process = std::make_unique<QProcess>();
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process->start(QStringLiteral(HEKIM_BIN "/audit-writer"),
                       {m_folder, m_location.mark, name, QString::number(count)});
        return process;
    }

    static QList<int> upTo(qsizetype last)
    {
        QList<int> numbers;
        for (int n = 1; n <= last; ++n)
            numbers += n;
        return numbers;
    }

    std::unique_ptr<QTemporaryDir> m_place;
    QString m_folder;
    AuditLocation m_location;
};

QTEST_GUILESS_MAIN(AuditProcessesTest)
#include "tst_auditprocesses.moc"
