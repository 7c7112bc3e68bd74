// The trail of a program that starts while the keyring is locked.

#include "audit/audittest.h"
#include "services/answer.h"

#include "audit/audittrail.h"
#include "audit/settingswatch.h"
#include "services/secrets/keychain.h"
#include "support/hidingkeyring.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace hekim;
using namespace hekim::test;

/// On a session bus of its own.
class AuditLockedTest : public QObject
{
    Q_OBJECT

private slots:
    /// A trail with a line and settings, and then the keyring is locked.
    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        m_location = {m_place->filePath(u"audit"_s), m_place->filePath(u"data/mark"_s)};
        m_keyring.setLocked(false);
        m_keyring.set(HidingKeyring::User::Closes);
        {
            Program program(m_location, before());
            program.watch.compare(before());
            program.trail.record({AuditAction::Login});
            QTRY_VERIFY(!program.written.isEmpty());
            QTRY_COMPARE(program.compared.size(), 1);
        }
        QVERIFY(isSealed(lines().constLast()));
        m_keyring.setLocked(true);
    }

    void T1_theKeyIsAskedForAgain()
    {
        Program program(m_location, before());
        program.trail.record({AuditAction::Lock});
        QTRY_COMPARE(lines().size(), 2);
        QVERIFY(!isSealed(lines().constLast()));
        m_keyring.setLocked(false); // by the user, and nothing here asked for it
        QVERIFY(program.asks());
        QTRY_VERIFY((program.trail.record({AuditAction::Unlock}), isSealed(lines().constLast())));
    }

    // They are not lost: what tells so has no key yet.
    void T2_settingsAreComparedOnceTheKeyIsThere()
    {
        Program program(m_location, after());
        program.watch.compare(after());
        QVERIFY(!program.asks());
        m_keyring.setLocked(false);
        QVERIFY(program.asks());
        QTRY_COMPARE(told(), QStringList{u"settings-changed"_s});
        QCOMPARE(program.compared.size(), 1);
    }

    void T2_settingsThatWereNotComparedAreComparedLater()
    {
        {
            Program program(m_location, after());
            program.watch.compare(after());
            QVERIFY(!program.asks());
        }
        QCOMPARE(told(), QStringList());
        m_keyring.setLocked(false);
        Program later(m_location, after());
        later.watch.compare(after());
        QTRY_COMPARE(told(), QStringList{u"settings-changed"_s});
    }

    void T1_whatADoctorChangesMeanwhileIsTold()
    {
        const auto doctor = IdentityNumber::parse(u"10000000146"_s, u"doctor"_s);
        {
            Program program(m_location, before());
            program.watch.compare(before());
            program.watch.compare(after(), *doctor);
            QVERIFY(!program.asks());
        }
        QCOMPARE(told(), QStringList({u"settings-lost"_s, u"settings-changed"_s}));
        QCOMPARE(lines().constLast().value("doctorMasked"_L1), doctor->masked());
    }

private:
    /// Its parts that belong together here, connected as there.
    struct Program
    {
        Program(const AuditLocation& location, const Settings& settings)
            : trail(location, settings, persons), watch(location, persons, trail)
        {
            QObject::connect(&keychain, &Keychain::answersAgain, &trail, &AuditTrail::askForKeyAgain);
            QObject::connect(&keychain, &Keychain::answersAgain, &watch, &SettingsWatch::askForKeyAgain);
        }

        /// Something else that a doctor wants of the keyring; whether it answers.
        bool asks()
        {
            keychain.askAgain();
            Answer<Keychain::Entry> answer;
            keychain.read(u"hekim-asistani/custom/ussPassword"_s, &trail, answer.take());
            return answer.wait().has_value();
        }

        Keychain keychain{Keychain::Patience{5000ms, 1ms}, nullptr};
        PersonDigests persons{keychain};
        AuditTrail trail;
        SettingsWatch watch;
        QSignalSpy compared{&watch, &SettingsWatch::compared};
        QSignalSpy written{&trail, &AuditTrail::written};
    };

    Settings before() const { return settings("none"); }
    Settings after() const { return settings("\"a:1\""); }
    Settings settings(const QByteArray& proxy) const
    {
        SettingsPlaces places;
        places.user.path = m_place->filePath(u"settings.ini"_s);
        setContent(places.user.path, "[environment]\nname=custom\n[network]\nproxy=" + proxy + "\n");
        return Settings::load(places, {}).value();
    }

    QList<QJsonObject> lines() const
    {
        QList<QJsonObject> all;
        for (const AuditFileName& file : auditFilesIn(m_location.folder)) {
            for (const QByteArray& line : linesOf(m_location.pathOf(file.toString())))
                all += QJsonDocument::fromJson(line).object();
        }
        return all;
    }

    static bool isSealed(const QJsonObject& line) { return !line.value("seal"_L1).toString().isEmpty(); }

    /// What the trail tells of settings.
    QStringList told() const
    {
        QStringList events;
        for (const QJsonObject& line : lines()) {
            const QString event = line.value("event"_L1).toString();
            if (event.startsWith("settings-"_L1))
                events += event;
        }
        return events;
    }

    std::unique_ptr<QTemporaryDir> m_place;
    AuditLocation m_location;
    HidingKeyring m_keyring;
};

QTEST_GUILESS_MAIN(AuditLockedTest)
#include "tst_auditlocked.moc"
