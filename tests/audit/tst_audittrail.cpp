#include "audit/audittest.h"

#include "audit/audittrail.h"
#include "audit/auditverifier.h"
#include "audit/settingswatch.h"
#include "services/keychain.h"
#include "support/keyring.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QLockFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThread>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace hekim;
using namespace hekim::test;

namespace {

const QString doctorNumber = u"10000000146"_s;
const QString patientNumber = u"17291716060"_s;

IdentityNumber person(const QString& digits)
{
    return IdentityNumber::parse(digits, u"patient"_s).value();
}

/// Keeps what it is told.
class Listener : public AuditSink
{
public:
    void record(const AuditEvent& event) override { events.append(event); }
    QList<AuditEvent> events;
};

} // namespace

/// Run twice: under a keyring of its own (with-keyring.sh), and without any bus.
class AuditTrailTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { leaveOthersKeyringsAlone(); }

    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        m_folder = m_place->filePath(u"audit"_s);
    }

    // Every kind of event with all that the window could give along with it.
    void S1_noNumberTokenOrCodeStandsInTheFile()
    {
        const QByteArray token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl";
        const QByteArray otac = "9f8e7d6c5b4a39281706f5e4d3c2b1a0";
        {
            Trail trail(m_folder, settings());
            for (int i = 0; auditActionFromString(toString(static_cast<AuditAction>(i))); ++i) {
                for (const QString& detail :
                     {u"patient %1 and %2"_s.arg(doctorNumber, patientNumber),
                      u"Authorization: Bearer "_s + QString::fromLatin1(token),
                      u"https://a.example/#/viewpatient?otac="_s + QString::fromLatin1(otac)}) {
                    trail.trail.record({static_cast<AuditAction>(i), AuditOutcome::Done, person(doctorNumber),
                                        person(patientNumber), LaunchSource::Url, detail});
                }
            }
        }
        int lines = 0;
        for (const QString& name : QDir(m_folder).entryList(QDir::Files)) {
            const QByteArray content = contentOf(m_folder + u'/' + name);
            for (const QByteArray& secret : {doctorNumber.toLatin1(), patientNumber.toLatin1(), token, otac,
                                             QByteArray("100 000 001 46")})
                QVERIFY2(!content.contains(secret), secret.constData());
            lines += static_cast<int>(content.count('\n'));
        }
        QVERIFY(lines >= 60);
    }

    void whoAndWhatAreWritten()
    {
        {
            Trail trail(m_folder, settings());
            QVERIFY(trail.writes({AuditAction::Launch, AuditOutcome::Failed, person(doctorNumber),
                                  person(patientNumber), LaunchSource::Request, u"create"_s}));
        }
        const QJsonObject line = lastLine();
        QCOMPARE(line.value("event"_L1), u"launch"_s);
        QCOMPARE(line.value("outcome"_L1), u"failed"_s);
        QCOMPARE(line.value("source"_L1), u"file"_s);
        QCOMPARE(line.value("detail"_L1), u"create"_s);
        QCOMPARE(line.value("environment"_L1), u"custom"_s);
        QCOMPARE(line.value("patientMasked"_L1), person(patientNumber).masked());
        QCOMPARE(line.value("doctor"_L1).toString().size(), 64);
        QVERIFY(QDateTime::fromString(line.value("time"_L1).toString(), Qt::ISODateWithMs)
                    .secsTo(QDateTime::currentDateTimeUtc()) < 60);
        QCOMPARE(line.value("seal"_L1).toString().isEmpty(), !hasKeyring());
    }

    void theSamePersonIsRecognisedLater()
    {
        if (!hasKeyring())
            QSKIP("needs with-keyring.sh");
        QStringList digests;
        for (int start = 0; start < 2; ++start) {
            Trail trail(m_folder, settings());
            QVERIFY(trail.writes(
                {AuditAction::FormOpened, AuditOutcome::Done, {}, person(patientNumber), {}, {}}));
            digests += lastLine().value("patient"_L1).toString();
        }
        QCOMPARE(digests.at(0), digests.at(1));
    }

    // Two sessions of one user write into one trail, and none waits for ever for the other.
    void severalWritersKeepOneChain()
    {
        constexpr int writers = 4;
        constexpr int each = 250;
        std::vector<std::unique_ptr<QThread>> threads;
        std::atomic<int> failures = 0;
        for (int i = 0; i < writers; ++i) {
            threads.emplace_back(QThread::create([this, &failures] {
                const PersonDigest key = testKey();
                AuditBook book(m_folder);
                book.setPatience(30s);
                for (int n = 0; n < each; n += 5) {
                    QList<QJsonObject> entries(5, entry(u"login"_s));
                    if (!book.append(entries, &key))
                        ++failures;
                }
            }));
            threads.back()->start();
        }
        for (const auto& thread : threads)
            thread->wait();
        QCOMPARE(failures, 0);
        const PersonDigest key = testKey();
        const auto verdict = verifyAudit(m_folder, &key);
        QVERIFY(verdict.faults.isEmpty());
        QCOMPARE(verdict.lines, writers * each);
    }

    // A folder that cannot be written is told once; what happened meanwhile is written when it can be.
    void eventsWaitWhileNothingCanBeWritten()
    {
        setContent(m_folder, "a file where the folder should be");
        Trail trail(m_folder, settings());
        trail.trail.setRetryAfter(20ms);
        QSignalSpy failed(&trail.trail, &AuditTrail::failed);
        QSignalSpy written(&trail.trail, &AuditTrail::written);
        trail.trail.record({AuditAction::Login});
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20000);
        trail.trail.record({AuditAction::LogOut});
        QVERIFY(QFile::remove(m_folder));
        QTRY_VERIFY_WITH_TIMEOUT(!written.isEmpty(), 20000);
        QTRY_COMPARE_WITH_TIMEOUT(verifyAudit(m_folder, nullptr).lines, 2, 20000);
        QCOMPARE(failed.size(), 1);
        QVERIFY(verifyAudit(m_folder, nullptr).faults.isEmpty());
    }

    // What waits is one writing: the disk is waited for once, not for each event.
    void whatWaitsIsWrittenTogether()
    {
        constexpr int events = 50;
        Trail trail(m_folder, settings());
        QVERIFY2(trail.writes({AuditAction::Login}), "the key is there");
        std::unique_ptr<QLockFile> held(holdTrail());
        trail.trail.setRetryAfter(20ms);
        QSignalSpy written(&trail.trail, &AuditTrail::written);
        for (int i = 0; i < events; ++i)
            trail.trail.record({AuditAction::FormOpened});
        held.reset();
        QTRY_COMPARE_WITH_TIMEOUT(verifyAudit(m_folder, nullptr).lines, events + 1, 20000);
        QVERIFY(written.size() <= 2); // the first may have gone alone, while the others came
        QVERIFY(verifyAudit(m_folder, nullptr).faults.isEmpty());
    }

    // Rule W2: the window does not wait for the disk.
    void W2_recordingDoesNotWait()
    {
        Trail trail(m_folder, settings());
        QVERIFY2(trail.writes({AuditAction::Login}), "the key is there");
        const std::unique_ptr<QLockFile> held(holdTrail());
        QElapsedTimer time;
        time.start();
        for (int i = 0; i < 50; ++i)
            trail.trail.record({AuditAction::FormOpened,
                                AuditOutcome::Done,
                                person(doctorNumber),
                                person(patientNumber),
                                {},
                                {}});
        QVERIFY(time.elapsed() < 1000); // one that waits for the trail waits 2 s
    }

    void aChangedSettingIsWrittenDownByName()
    {
        Listener listener;
        const SettingsWatch watch(m_place->filePath(u"state.json"_s));
        watch.compare(settings("[network]\nproxy=none\n"), listener);
        QVERIFY2(listener.events.isEmpty(), "the first time there is nothing to compare with");
        watch.compare(settings("[network]\nproxy=none\n"), listener);
        QVERIFY(listener.events.isEmpty());
        watch.compare(settings("[network]\nproxy=\"geheim:8080\"\n", "[login]\nidleLockMinutes=5\n"),
                      listener);
        QCOMPARE(listener.events.size(), 2);
        QVERIFY(listener.events.at(0).action == AuditAction::PolicyChanged);
        QCOMPARE(listener.events.at(0).detail, u"login/idleLockMinutes"_s);
        QVERIFY(listener.events.at(1).action == AuditAction::SettingsChanged);
        QCOMPARE(listener.events.at(1).detail, u"network/proxy"_s);
        QVERIFY(!contentOf(m_place->filePath(u"state.json"_s)).contains("geheim"));
    }

private:
    struct Trail
    {
        Trail(const QString& folder, const Settings& settings) : trail(folder, settings, persons) {}
        bool writes(const AuditEvent& event)
        {
            QSignalSpy written(&trail, &AuditTrail::written);
            trail.record(event);
            return written.wait(20000);
        }

        Keychain keychain{Keychain::Patience{5000ms, 1ms}, nullptr};
        PersonDigests persons{keychain};
        AuditTrail trail;
    };

    Settings settings(const QByteArray& user = {}, const QByteArray& policy = {}) const
    {
        SettingsPlaces places;
        places.user.path = m_place->filePath(u"settings.ini"_s);
        places.policy.path = m_place->filePath(u"policy.conf"_s);
        places.defaults.path = m_place->filePath(u"defaults.conf"_s);
        const auto put = [](const QString& path, const QByteArray& content) {
            QFile file(path);
            return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
        };
        if (!put(places.user.path, "[environment]\nname=custom\n" + user) || !put(places.policy.path, policy))
            qFatal("no settings");
        return Settings::load(places, {}).value();
    }

    QLockFile* holdTrail() const
    {
        makeAuditFolder(m_folder);
        auto* lock = new QLockFile(m_folder + u"/audit.lock"_s);
        if (!lock->tryLock(1000))
            qFatal("the trail is held");
        return lock;
    }

    QJsonObject lastLine() const
    {
        const QString file = auditFilesIn(m_folder).constLast().toString();
        return QJsonDocument::fromJson(linesOf(m_folder + u'/' + file).constLast()).object();
    }

    std::unique_ptr<QTemporaryDir> m_place;
    QString m_folder;
};

QTEST_GUILESS_MAIN(AuditTrailTest)
#include "tst_audittrail.moc"
