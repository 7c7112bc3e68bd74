#include "services/answer.h"
#include "services/testsettings.h"

#include "services/secrets/keychain.h"
#include "services/secrets/keyringlock.h"
#include "services/secrets/pinhash.h"
#include "services/secrets/pinstore.h"
#include "services/secrets/provisioning.h"
#include "support/keyring.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;
using namespace std::chrono_literals;
using Kind = PinAnswer::Kind;

namespace {

const QString pin = u"482913"_s;

IdentityNumber doctor(const QString& digits = u"17291716060"_s)
{
    return IdentityNumber::parse(digits, u"doctor"_s).value();
}

/// A program's life: everything is read anew.
class Workstation
{
public:
    explicit Workstation(const Settings& settings)
        : m_settings(settings), m_persons(m_keychain), m_store(m_settings, m_keychain, m_persons)
    {
    }

    Result<PinAnswer> check(const QString& typed, const IdentityNumber& whose = doctor())
    {
        QObject context;
        Answer<PinAnswer> answer;
        m_store.check(whose, typed, &context, answer.take());
        return answer.wait();
    }

    Result<void> set(const QString& chosen, const IdentityNumber& whose = doctor())
    {
        QObject context;
        Answer<void> answer;
        m_store.set(whose, chosen, &context, answer.take());
        return answer.wait();
    }

    QString entryKey()
    {
        QObject context;
        Answer<PersonDigest> answer;
        m_persons.digestFor(m_settings.environment(), m_settings.institutionCode(), &context, answer.take());
        return pinEntry(m_settings.environment(), answer.wait()->of(doctor(), DigestPurpose::Pin));
    }

    QString triesKey() { return pinTriesEntry(entryKey()); }

    Keychain::Entry entry(const QString& key)
    {
        QObject context;
        Answer<Keychain::Entry> answer;
        m_keychain.read(key, &context, answer.take());
        return answer.wait().value();
    }

    void write(const QString& key, const QByteArray& text)
    {
        QObject context;
        Answer<void> answer;
        m_keychain.write(key, text, &context, answer.take());
        QVERIFY(answer.wait());
    }

    void remove(const QString& key)
    {
        QObject context;
        Answer<void> answer;
        m_keychain.remove(key, &context, answer.take());
        QVERIFY(answer.wait());
    }

    Keychain m_keychain;

private:
    Settings m_settings;
    PersonDigests m_persons;

public:
    PinStore m_store;
};

} // namespace

/// Run twice: under a keyring of its own (with-keyring.sh), and without any bus.
class PinStoreTest : public QObject
{
    Q_OBJECT

    std::optional<TestSettings> m_files;
    const QString usedFile = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
                             u"/hekim-asistani/keyring-used"_s;

    Settings settings() { return m_files->load(); }

private slots:
    void initTestCase() { leaveOthersKeyringsAlone(); }

    void init()
    {
        m_files.emplace();
        // Each test is in an institution of its own.
        auto values = TestSettings::site(QUrl(u"http://127.0.0.1:9"_s));
        values[u"institution/code"_s] = QString::fromLatin1(QTest::currentTestFunction());
        m_files->setUser(values);
    }

    void aPinIsOnePersons()
    {
        if (!hasKeyring())
            QSKIP("needs with-keyring.sh");
        {
            Workstation here(settings());
            QCOMPARE(here.check(pin)->kind, Kind::NoPin);
            QVERIFY(here.set(pin));
            QCOMPARE(here.check(pin)->kind, Kind::Right);
        }
        Workstation later(settings());
        QCOMPARE(later.check(pin)->kind, Kind::Right);
        QCOMPARE(later.check(u"482914"_s)->kind, Kind::Wrong);
        QCOMPARE(later.check(pin, doctor(u"10000000146"_s))->kind, Kind::NoPin);
        QVERIFY(later.set(u"570246"_s));
        QCOMPARE(later.check(pin)->kind, Kind::Wrong);
        QCOMPARE(later.check(u"570246"_s)->kind, Kind::Right);
    }

    // A doctor who logs out while it is set: it is not written, or the trail hears of it.
    void T1_noPinIsSetWithoutAWord()
    {
        if (!hasKeyring())
            QSKIP("needs with-keyring.sh");
        for (const int moment : {0, 100, 400, 60000}) { // the last one comes too late
            Workstation here(settings());
            QVERIFY(here.set(u"570246"_s));
            QObject context;
            int told = 0;
            QObject::connect(&here.m_store, &PinStore::changed, &context,
                             [&told](const IdentityNumber& whose) { told += whose == doctor() ? 1 : 0; });
            Answer<void> answer;
            CallHandle call = here.m_store.set(doctor(), pin, &context, answer.take());
            QTimer::singleShot(moment, &context, [&call] { call.cancel(); }); // the moment is what is tried
            QVERIFY(here.set(pin, doctor(u"10000000146"_s)));
            QVERIFY(here.set(pin, doctor(u"10000000146"_s))); // what was begun before is over by then
            QCOMPARE(told, here.check(pin)->kind == Kind::Right ? 1 : 0);
            if (moment == 0)
                QCOMPARE(told, 0);
        }
    }

    // Where there is no key there are no PINs, and none is made to look for one.
    void aCheckMakesNoKey()
    {
        if (!hasKeyring())
            QSKIP("needs with-keyring.sh");
        Workstation here(settings());
        QCOMPARE(here.check(pin)->kind, Kind::NoPin);
        QVERIFY(!here.entry(
            personKeyEntry(EnvironmentName::Custom, QString::fromLatin1(QTest::currentTestFunction()))));
    }

    void S1_theEntryTellsNeitherNumberNorPin()
    {
        if (!hasKeyring())
            QSKIP("needs with-keyring.sh");
        Workstation here(settings());
        QVERIFY(here.set(pin));
        const QString key = here.entryKey();
        QVERIFY(key.startsWith("hekim-asistani/custom/pin/"_L1));
        QVERIFY(!key.contains(doctor().digits()));
        const QByteArray entry = *here.entry(key);
        QVERIFY(entry.contains("$argon2id$v=19$m=65536,t=3,p=1$"));
        QVERIFY(!entry.contains(pin.toUtf8()));
        QVERIFY(!entry.contains(doctor().digits().toUtf8()));
    }

    void fiveWrongTriesWaitAcrossStarts()
    {
        if (!hasKeyring())
            QSKIP("needs with-keyring.sh");
        QVERIFY(Workstation(settings()).set(pin));
        for (int i = 0; i < 4; ++i) { // the program is started anew for each
            const auto answer = Workstation(settings()).check(u"000001"_s);
            QCOMPARE(answer->kind, Kind::Wrong);
            QCOMPARE(answer->wait, 0s);
        }
        const auto fifth = Workstation(settings()).check(u"000001"_s);
        QCOMPARE(fifth->kind, Kind::Wrong);
        QCOMPARE(fifth->wait, 30s);
        const auto right = Workstation(settings()).check(pin);
        QVERIFY2(right->kind == Kind::MustWait, "the right PIN does not help before the time is over");
        QVERIFY(right->wait > 20s && right->wait <= 30s);
    }

    void afterTheWaitTheRightPinStartsAnew()
    {
        if (!hasKeyring())
            QSKIP("needs with-keyring.sh");
        Workstation here(settings());
        QVERIFY(here.set(pin));
        QCOMPARE(here.check(u"000001"_s)->kind, Kind::Wrong);
        QJsonObject entry = QJsonDocument::fromJson(*here.entry(here.triesKey())).object();
        entry[u"wrong"_s] = 6;
        entry[u"lastWrong"_s] = QDateTime::currentDateTimeUtc().addSecs(-61).toString(Qt::ISODate);
        here.write(here.triesKey(), QJsonDocument(entry).toJson());
        const auto again = here.check(u"000001"_s);
        QCOMPARE(again->kind, Kind::Wrong);
        QCOMPARE(again->wait, 120s);
        entry[u"wrong"_s] = 7;
        entry[u"lastWrong"_s] = QDateTime::currentDateTimeUtc().addSecs(-121).toString(Qt::ISODate);
        here.write(here.triesKey(), QJsonDocument(entry).toJson());
        QCOMPARE(here.check(pin)->kind, Kind::Right);
        QCOMPARE(here.check(u"000001"_s)->wait, 0s);
    }

    void theTriesAtAFormerPinDoNotCount()
    {
        if (!hasKeyring())
            QSKIP("needs with-keyring.sh");
        Workstation here(settings());
        QVERIFY(here.set(pin));
        for (int i = 0; i < 5; ++i)
            QCOMPARE(here.check(u"000001"_s)->kind, Kind::Wrong);
        QCOMPARE(here.check(pin)->kind, Kind::MustWait);
        QVERIFY(here.set(u"570246"_s));
        QCOMPARE(here.check(u"570246"_s)->kind, Kind::Right);
    }

    // By another window, or by --provision, while a try at the former one is judged.
    void P4_aPinThatChangesMeanwhileStaysChanged_data()
    {
        QTest::addColumn<int>("moment");
        QTest::addColumn<bool>("isRemoved");
        for (const bool isRemoved : {true, false}) {
            for (const int moment : {0, 1, 5, 20, 100, 300})
                QTest::addRow("%s after %d ms", isRemoved ? "removed" : "set", moment) << moment << isRemoved;
        }
    }
    void P4_aPinThatChangesMeanwhileStaysChanged()
    {
        if (!hasKeyring())
            QSKIP("needs with-keyring.sh");
        QFETCH(const int, moment);
        QFETCH(const bool, isRemoved);
        Workstation here(settings());
        Workstation other(settings());
        QVERIFY(here.set(pin));
        QVERIFY(other.set(u"570246"_s));
        const QString key = here.entryKey();
        const QByteArray next = *other.entry(key);
        QVERIFY(here.set(pin));
        QObject context;
        Answer<PinAnswer> answer;
        here.m_store.check(doctor(), pin, &context, answer.take());
        QTest::qWait(moment); // the moment is what is tried
        if (isRemoved)
            other.remove(key);
        else
            other.write(key, next);
        (void)answer.wait();
        QCOMPARE(other.entry(key), isRemoved ? Keychain::Entry() : Keychain::Entry(next));
    }

    void noTryIsNoWrongTry()
    {
        if (!hasKeyring())
            QSKIP("needs with-keyring.sh");
        Workstation here(settings());
        QVERIFY(here.set(pin));
        for (int i = 0; i < 7; ++i)
            QCOMPARE(here.check({})->wait, 0s);
        QCOMPARE(here.check(pin)->kind, Kind::Right);
    }

    void aDamagedEntryOpensNothing()
    {
        if (!hasKeyring())
            QSKIP("needs with-keyring.sh");
        Workstation here(settings());
        for (const QByteArray& text : {QByteArray("{}"), QByteArray("x"), QByteArray(R"({"hash":""})")}) {
            here.write(here.entryKey(), text);
            QCOMPARE(here.check(pin).error().kind, ErrorKind::BadSettings);
        }
        here.write(here.entryKey(), R"({"hash":"$argon2id$"})");
        QCOMPARE(here.check(pin)->kind, Kind::Wrong);
        QVERIFY(here.set(pin));
        for (const QByteArray& text :
             {QByteArray("{}"), QByteArray("x"), QByteArray(R"({"of":"1","wrong":-1})"),
              QByteArray(R"({"wrong":0})")}) {
            here.write(here.triesKey(), text);
            QCOMPARE(here.check(pin).error().kind, ErrorKind::BadSettings);
        }
    }

    void provisioningResetsIt()
    {
        if (!hasKeyring())
            QSKIP("needs with-keyring.sh");
        Workstation here(settings());
        QVERIFY(here.set(pin));
        QVERIFY(here.set(pin, doctor(u"10000000146"_s)));
        QCOMPARE(here.check(u"000001"_s)->kind, Kind::Wrong);
        const auto data =
            ProvisioningData::fromJson(R"({"environment":"custom","resetPins":["17291716060"]})");
        QVERIFY(data);
        Provisioner provisioner(here.m_keychain, m_files->places());
        QObject context;
        Answer<void> answer;
        provisioner.apply(*data, &context, answer.take());
        QVERIFY(answer.wait());
        QCOMPARE(here.check(pin)->kind, Kind::NoPin);
        QVERIFY(!here.entry(here.triesKey()));
        QCOMPARE(here.check(pin, doctor(u"10000000146"_s))->kind, Kind::Right);
    }

    void S1_aBadResetNamesNoNumber()
    {
        for (const char* member : {R"("17291716060")", R"(["1729171606"])", R"([17291716060])"}) {
            const auto data = ProvisioningData::fromJson(
                QByteArray(R"({"environment":"custom","resetPins":)") + member + "}");
            QVERIFY(!data);
            QCOMPARE(data.error().subject, u"resetPins"_s);
            QVERIFY(!data.error().detail.contains(u"1729171606"_s));
        }
    }

    void W2_hashingLeavesTheThreadFree()
    {
        if (!hasKeyring())
            QSKIP("needs with-keyring.sh");
        Workstation here(settings());
        QElapsedTimer since;
        since.start();
        qint64 longest = 0;
        QTimer ticks;
        connect(&ticks, &QTimer::timeout, this, [&] { longest = std::max(longest, since.restart()); });
        ticks.start(0ms);
        since.restart();
        QVERIFY(here.set(pin));
        QCOMPARE(here.check(pin)->kind, Kind::Right);
        QElapsedTimer one;
        one.start();
        QVERIFY(!pinHash(pin.toUtf8()).isEmpty());
        QVERIFY2(longest < one.elapsed(), "the thread stood still for as long as a hash takes");
    }

    void withoutAKeyringThereAreNoPins()
    {
        if (hasKeyring())
            QSKIP("needs a machine without a keyring");
        Workstation here(settings());
        QCOMPARE(here.check(pin)->kind, Kind::NoKeyring);
        QCOMPARE(here.set(pin).error().kind, ErrorKind::KeychainUnavailable);
        QVERIFY(!QFile::exists(usedFile));
    }

    // Else its PINs would be gone with it.
    void P4_aKeyringThatHasWorkedIsMissed()
    {
        if (hasKeyring()) {
            Workstation here(settings());
            QVERIFY(here.set(pin));
            QVERIFY(!sessionHasNoKeyring());
            QVERIFY2(QFile::exists(usedFile), "it is known to the next program");
            return;
        }
        QVERIFY(QDir().mkpath(QFileInfo(usedFile).path()));
        QVERIFY(QFile(usedFile).open(QIODevice::WriteOnly));
        const auto undone = qScopeGuard([this] { QFile::remove(usedFile); });
        QCOMPARE(Workstation(settings()).check(pin).error().kind, ErrorKind::KeychainUnavailable);
    }
};

QTEST_GUILESS_MAIN(PinStoreTest)
#include "tst_pinstore.moc"
