#include "audit/audittest.h"

#include "audit/auditdeed.h"
#include "audit/audittrail.h"
#include "audit/proof/auditverifier.h"
#include "audit/settingswatch.h"
#include "core/call/background.h"
#include "core/settings/settingflag.h"
#include "services/secrets/keychain.h"
#include "support/keyring.h"
#include "support/waiting.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QLockFile>
#include <QProcess>
#include <QSemaphore>
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

/// Hands on what it is told, and counts it.
class Counter : public AuditSink
{
public:
    explicit Counter(AuditSink& sink) : m_sink(sink) {}
    void record(const AuditEvent& event) override
    {
        ++events;
        m_sink.record(event);
    }
    void noteSettings(const QJsonObject& state) override { m_sink.noteSettings(state); }
    int events = 0;

private:
    AuditSink& m_sink;
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
        m_location = {m_folder, m_place->filePath(u"data/mark"_s)};
    }

    // Every kind of event with all that the window could give along with it.
    void S1_noNumberTokenOrCodeStandsInTheFile()
    {
        const QByteArray token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl";
        const QByteArray otac = "9f8e7d6c5b4a39281706f5e4d3c2b1a0";
        {
            Trail trail(m_location, settings());
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

    // A printer that is still busy when the program ends.
    void T1_whatIsUnderWayAtTheEndIsWritten()
    {
        QSemaphore go;
        {
            Trail trail(m_location, settings());
            const AuditDeed deed(trail.trail, {.action = AuditAction::Print, .doctor = person(doctorNumber)});
            inThreadOfItsOwn(
                deed.context(), longestWait,
                [&go] { return go.tryAcquire(1, static_cast<int>(longestWait.count())); },
                [deed](std::optional<bool> done) { deed.end(done.value_or(false)); });
        }
        go.release();
        QByteArray content;
        for (const QString& name : QDir(m_folder).entryList({u"*.jsonl"_s}))
            content += contentOf(m_folder + u'/' + name);
        QCOMPARE(content.count("\"event\":\"print\",\"outcome\":\"failed\""), 1);
    }

    void whoAndWhatAreWritten()
    {
        {
            Trail trail(m_location, settings());
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
            Trail trail(m_location, settings());
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
                AuditBook book(m_location);
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
        const AuditKeys keys = keysOf({testKey()});
        const auto verdict = verifyAudit(m_location, &keys);
        QVERIFY(verdict.faults.isEmpty());
        QCOMPARE(verdict.lines, writers * each);
    }

    // A folder that cannot be written is told once; what happened meanwhile is written when it can be.
    void eventsWaitWhileNothingCanBeWritten()
    {
        setContent(m_folder, "a file where the folder should be");
        Trail trail(m_location, settings());
        trail.trail.setRetryAfter(20ms);
        QSignalSpy failed(&trail.trail, &AuditTrail::failed);
        QSignalSpy written(&trail.trail, &AuditTrail::written);
        trail.trail.record({AuditAction::Login});
        QTRY_COMPARE(failed.size(), 1);
        trail.trail.record({AuditAction::LogOut});
        QVERIFY(QFile::remove(m_folder));
        QTRY_VERIFY(!written.isEmpty());
        QTRY_COMPARE(verifyAudit(m_location, nullptr).lines, 2);
        QCOMPARE(failed.size(), 1);
        QVERIFY(verifyAudit(m_location, nullptr).faults.isEmpty());
    }

    // What waits is one writing: the disk is waited for once, not for each event.
    void whatWaitsIsWrittenTogether()
    {
        constexpr int events = 50;
        Trail trail(m_location, settings());
        QVERIFY2(trail.writes({AuditAction::Login}), "the key is there");
        std::unique_ptr<QLockFile> held(holdTrail());
        trail.trail.setRetryAfter(20ms);
        QSignalSpy written(&trail.trail, &AuditTrail::written);
        for (int i = 0; i < events; ++i)
            trail.trail.record({AuditAction::FormOpened});
        held.reset();
        QTRY_COMPARE(verifyAudit(m_location, nullptr).lines, events + 1);
        QVERIFY(written.size() <= 2); // the first may have gone alone, while the others came
        QVERIFY(verifyAudit(m_location, nullptr).faults.isEmpty());
    }

    // Rule W2: the window does not wait for the disk.
    void W2_recordingDoesNotWait()
    {
        Trail trail(m_location, settings());
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
        start(settings("[network]\nproxy=none\n"));
        QVERIFY2(events().isEmpty(), "the first time there is nothing to compare with");
        start(settings("[network]\nproxy=none\n"));
        QVERIFY(events().isEmpty());
        start(settings("[network]\nproxy=\"geheim:8080\"\n", "[login]\nidleLockMinutes=5\n"));
        QCOMPARE(events(), QStringList({u"policy-changed"_s, u"settings-changed"_s}));
        QCOMPARE(lastLine(1).value("detail"_L1), u"login/idleLockMinutes"_s);
        QCOMPARE(lastLine().value("detail"_L1), u"network/proxy"_s);
        start(settings("[network]\nproxy=\"geheim:8080\"\n", "[login]\nidleLockMinutes=5\n"));
        QCOMPARE(events().size(), 2);
        for (const QString& name : QDir(m_folder).entryList(QDir::Files))
            QVERIFY(!contentOf(m_folder + u'/' + name).contains("geheim"));
    }

    // Twice in one process, before the first line can be on the disk.
    void aSettingIsToldAsChangedOnce()
    {
        Listener listener;
        Keychain keychain;
        PersonDigests persons(keychain);
        SettingsWatch watch(m_location, persons, listener);
        QSignalSpy compared(&watch, &SettingsWatch::compared);
        watch.compare(settings("[network]\nproxy=none\n"));
        watch.compare(settings("[network]\nproxy=none\n"));
        QTRY_VERIFY(!compared.isEmpty());
        QVERIFY(listener.events.isEmpty());
        watch.compare(settings("[network]\nproxy=a:1\n"));
        watch.compare(settings("[network]\nproxy=a:1\n"));
        QCOMPARE(listener.events.size(), 1);
    }

    // Whatever of the folder is taken away: a change is told, or that what the settings were is lost.
    void T2_theSettingsAreNotForgotten_data()
    {
        QTest::addColumn<QStringList>("removed");
        QTest::addColumn<bool>("withLines");
        QTest::addColumn<QString>("event");
        const QString folder = u"audit"_s;
        QTest::newRow("nothing") << QStringList{} << true << u"settings-changed"_s;
        QTest::newRow("nothing, no line") << QStringList{} << false << u"settings-changed"_s;
        QTest::newRow("the old record")
            << QStringList{u"audit/settings.json"_s} << true << u"settings-changed"_s;
        QTest::newRow("the marker") << QStringList{u"audit/audit.end"_s} << true << u"settings-changed"_s;
        QTest::newRow("the mark") << QStringList{u"data/mark"_s} << true << u"settings-changed"_s;
        QTest::newRow("the folder") << QStringList{folder} << true << u"settings-changed"_s;
        QTest::newRow("marker and mark")
            << QStringList{u"audit/audit.end"_s, u"data/mark"_s} << true << u"settings-lost"_s;
    }
    void T2_theSettingsAreNotForgotten()
    {
        QFETCH(const QStringList, removed);
        QFETCH(const bool, withLines);
        QFETCH(const QString, event);
        start(settings("[network]\nproxy=none\n"));
        if (withLines) {
            Trail trail(m_location, settings());
            QVERIFY(trail.writes({AuditAction::Login}));
        }
        for (const QString& name : removed) {
            const QString path = m_place->filePath(name);
            if (QFileInfo(path).isDir())
                QVERIFY(QDir(path).removeRecursively());
            else
                QFile::remove(path);
        }
        start(settings("[network]\nproxy=a:1\n"));
        QVERIFY2(events().contains(event), qPrintable(events().join(u' ')));
        QCOMPARE(verifyAudit(m_location, nullptr).faults.isEmpty(),
                 removed.isEmpty() || removed.contains(u"audit/settings.json"_s));
    }

    // An end that says what a changed setting will be, so that the change is not seen.
    void T2_aForgedEndSaysNothingOfTheSettings_data()
    {
        QTest::addColumn<QString>("seal");
        QTest::addColumn<bool>("writtenOn");
        for (const char* seal : {"none", "of another key"}) {
            QTest::addRow("%s", seal) << QString::fromLatin1(seal) << false;
            QTest::addRow("%s, and lines were written since", seal) << QString::fromLatin1(seal) << true;
        }
    }
    void T2_aForgedEndSaysNothingOfTheSettings()
    {
        QFETCH(const QString, seal);
        QFETCH(const bool, writtenOn);
        if (!hasKeyring() && seal == "none"_L1)
            QSKIP("needs with-keyring.sh: without a key no end has a seal");
        const Settings before = settings("[network]\nproxy=none\n");
        start(before);
        Trail(m_location, before).writes({AuditAction::Login});
        const Settings changed = settings("[network]\nproxy=a:1\n");
        const AuditLocation elsewhere{m_place->filePath(u"elsewhere"_s)};
        start(changed, elsewhere);
        AuditEnd end = **AuditEnd::read(endOf(m_location));
        end.settings = (*AuditEnd::read(endOf(elsewhere)))->settings;
        const PersonDigest stranger = testKey('x');
        for (const QString& path : {endOf(m_location), m_location.mark})
            QVERIFY(end.write(path, seal == "none"_L1 ? nullptr : &stranger));
        if (writtenOn)
            Trail(m_location, before).writes({AuditAction::LogOut});
        start(changed);
        QVERIFY2(events().contains(u"settings-lost"_s), qPrintable(events().join(u' ')));
    }

    void T1_aLongListOfChangesIsWhole()
    {
        QByteArray everything;
        QString section;
        QStringList names;
        for (const SettingsKey& key : allSettingsKeys()) {
            const QString value = key.kind == SettingKind::Text     ? u"x"_s
                                  : key.kind == SettingKind::Number ? QString::number(key.from)
                                  : key.kind == SettingKind::Flag   ? (isOn(key.builtIn) ? u"no"_s : u"yes"_s)
                                  : key.kind == SettingKind::Address ? u"https://a.example"_s
                                                                     : QString();
            if (value.isEmpty() || value == key.builtIn ||
                key.needsAdministrator(EnvironmentName::Custom, false))
                continue;
            if (section != key.name.section(u'/', 0, 0))
                everything += "[" + (section = key.name.section(u'/', 0, 0)).toLatin1() + "]\n";
            everything += (key.name.section(u'/', 1) + u'=' + value + u'\n').toLatin1();
            names += key.name;
        }
        start(settings());
        start(settings(everything));
        names.sort();
        QCOMPARE(lastLine().value("detail"_L1), names.join(u", "_s));
    }

private:
    struct Trail
    {
        Trail(const AuditLocation& location, const Settings& settings) : trail(location, settings, persons) {}
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

    /// A window that starts with these settings, and ends.
    void start(const Settings& settings) const { start(settings, m_location); }
    static void start(const Settings& settings, const AuditLocation& location)
    {
        Trail trail(location, settings);
        Counter sink(trail.trail);
        SettingsWatch watch(location, trail.persons, sink);
        QSignalSpy compared(&watch, &SettingsWatch::compared);
        QSignalSpy written(&trail.trail, &AuditTrail::written);
        watch.compare(settings);
        QTRY_VERIFY(!compared.isEmpty());
        QTRY_VERIFY(sink.events == 0 || !written.isEmpty());
        QTRY_VERIFY(AuditEnd::read(endOf(location)).value_or(std::nullopt).has_value());
    }

    QByteArrayList lines() const
    {
        QByteArrayList all;
        for (const AuditFileName& file : auditFilesIn(m_folder))
            all += linesOf(m_folder + u'/' + file.toString());
        return all;
    }

    QJsonObject lastLine(qsizetype before = 0) const
    {
        const QByteArrayList all = lines();
        return QJsonDocument::fromJson(all.at(all.size() - 1 - before)).object();
    }

    QStringList events() const
    {
        QStringList events;
        for (const QByteArray& line : lines())
            events += QJsonDocument::fromJson(line).object().value("event"_L1).toString();
        return events;
    }

    std::unique_ptr<QTemporaryDir> m_place;
    QString m_folder;
    AuditLocation m_location;
};

QTEST_GUILESS_MAIN(AuditTrailTest)
#include "tst_audittrail.moc"
