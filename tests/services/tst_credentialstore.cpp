#include "services/answer.h"
#include "services/testsettings.h"

#include "services/erapor/doctorsession.h"
#include "services/http/httpclient.h"
#include "services/secrets/credentialstore.h"
#include "services/secrets/persondigests.h"
#include "support/httpserver.h"
#include "support/keyring.h"

#include <QElapsedTimer>
#include <QLocalServer>
#include <QProcess>
#include <QProcessEnvironment>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;
using namespace std::chrono_literals;

namespace {

const QString secret = u"p+&#%= /ü\"ş"_s;
const SecretOwner owner{EnvironmentName::Live, u"123456"_s, u"https://erapor.example:443"_s};

Result<QString> read(CredentialStore& store, SecretName name = SecretName::UssPassword,
                     const SecretOwner& whose = owner)
{
    QObject context;
    Answer<QString> answer;
    store.read(name, whose, &context, answer.take());
    return answer.wait();
}

Result<void> write(CredentialStore& store, const QString& what = secret, const SecretOwner& whose = owner)
{
    QObject context;
    Answer<void> answer;
    store.write(SecretName::UssPassword, whose, what, &context, answer.take());
    return answer.wait();
}

Result<void> remove(CredentialStore& store)
{
    QObject context;
    Answer<void> answer;
    store.remove(SecretName::UssPassword, EnvironmentName::Live, &context, answer.take());
    return answer.wait();
}

} // namespace

/// Run twice: under a keyring of its own (with-keyring.sh), and without any bus.
class CredentialStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("HEKIM_SILENT_BUS"))
            leaveOthersKeyringsAlone();
    }

    void init()
    {
        if (hasKeyring()) {
            Keychain keychain;
            CredentialStore store(keychain);
            QVERIFY(remove(store));
        }
    }

    void secretIsKept()
    {
        if (!hasKeyring())
            QSKIP("needs with-keyring.sh");
        {
            Keychain keychain;
            CredentialStore store(keychain);
            QVERIFY(write(store));
            QCOMPARE(read(store), secret);
        }
        Keychain laterKeychain;
        CredentialStore later(laterKeychain);
        QCOMPARE(read(later), secret);
        QVERIFY(!later.isMemoryOnly());
        QVERIFY(write(later, u"another"_s));
        QCOMPARE(read(later), u"another"_s);
        QVERIFY(remove(later));
        QCOMPARE(read(later).error().kind, ErrorKind::NotConfigured);
        QVERIFY2(remove(later), "removing what is not there succeeds");
        QCOMPARE(read(later, SecretName::HesPassword).error().kind, ErrorKind::NotConfigured);
    }

    void S3_secretCountsForItsOwnerOnly_data()
    {
        QTest::addColumn<QString>("institution");
        QTest::addColumn<QString>("origin");
        QTest::newRow("institution") << u"654321"_s << owner.origin;
        QTest::newRow("no institution") << QString() << owner.origin;
        QTest::newRow("host") << owner.institutionCode << u"https://elsewhere.example:443"_s;
        QTest::newRow("port") << owner.institutionCode << u"https://erapor.example:8443"_s;
        QTest::newRow("scheme") << owner.institutionCode << u"http://erapor.example:443"_s;
        QTest::newRow("no origin") << owner.institutionCode << QString();
    }
    void S3_secretCountsForItsOwnerOnly()
    {
        QFETCH(QString, institution);
        QFETCH(QString, origin);
        const SecretOwner other{owner.environment, institution, origin};
        Keychain keychain;
        CredentialStore store(keychain);
        if (hasKeyring())
            QVERIFY(write(store));
        else
            store.keepInMemory(SecretName::UssPassword, owner, secret);
        QVERIFY(read(store));
        const auto result = read(store, SecretName::UssPassword, other);
        QVERIFY(!result);
        if (hasKeyring())
            QCOMPARE(result.error().kind, ErrorKind::NotConfigured);
    }

    void S3_secretOfOneEnvironmentIsNotAnothers()
    {
        Keychain keychain;
        CredentialStore store(keychain);
        store.keepInMemory(SecretName::UssPassword, owner, secret);
        if (hasKeyring())
            QVERIFY(write(store));
        for (const auto environment :
             {EnvironmentName::Test, EnvironmentName::Training, EnvironmentName::Custom})
            QVERIFY(
                !read(store, SecretName::UssPassword, {environment, owner.institutionCode, owner.origin}));
    }

    void longEntriesAreRefused()
    {
        Keychain keychain;
        CredentialStore store(keychain);
        const auto written = write(store, QString(3000, u'x'));
        QVERIFY(!written);
        QCOMPARE(written.error().fault, InputFault::TooLong);
        if (hasKeyring())
            QVERIFY(write(store, QString(2400, u'x')));
    }

    void withoutKeychainMemoryServes()
    {
        if (hasKeyring())
            QSKIP("needs a machine without a keyring");
        Keychain keychain;
        CredentialStore store(keychain);
        QSignalSpy changed(&store, &CredentialStore::memoryOnlyChanged);
        QVERIFY2(!store.isMemoryOnly(), "nothing is known before the keychain was asked");
        QCOMPARE(read(store).error().kind, ErrorKind::KeychainUnavailable);
        QVERIFY(store.isMemoryOnly());
        QCOMPARE(changed.count(), 1);
        QCOMPARE(write(store).error().kind, ErrorKind::KeychainUnavailable);
        QCOMPARE(read(store).error().kind, ErrorKind::KeychainUnavailable);
        QCOMPARE(changed.count(), 1);
        store.keepInMemory(SecretName::UssPassword, owner, secret);
        QCOMPARE(read(store), secret);
        QVERIFY(!remove(store));
        QVERIFY2(!read(store), "what was removed is forgotten, keychain or not");
    }

    void whatAnotherLearnsOfTheKeychainIsKnown()
    {
        if (hasKeyring())
            QSKIP("needs a machine without a keyring");
        Keychain keychain;
        CredentialStore store(keychain);
        QSignalSpy changed(&store, &CredentialStore::memoryOnlyChanged);
        PersonDigests persons(keychain);
        Answer<PersonDigest> answer;
        persons.digestFor(owner.environment, owner.institutionCode, this, answer.take());
        QCOMPARE(answer.kind(), ErrorKind::KeychainUnavailable);
        QVERIFY(store.isMemoryOnly());
        QCOMPARE(changed.count(), 1);
    }

    void callbacksDoNotOutliveTheirContext()
    {
        bool called = false;
        const auto note = [&called](const Result<QString>&) { called = true; };
        auto keychain = std::make_unique<Keychain>();
        auto store = std::make_unique<CredentialStore>(*keychain);
        {
            QObject context;
            store->read(SecretName::UssPassword, owner, &context, note);
        }
        QObject context;
        CallHandle handle = store->read(SecretName::UssPassword, owner, &context, note);
        handle.cancel();
        store->read(SecretName::UssPassword, owner, &context, note);
        store.reset();
        keychain.reset(); // its jobs are on their way
        Keychain otherKeychain;
        CredentialStore other(otherKeychain);
        QVERIFY(!read(other)); // the keychain does one thing after the other: the former ones are through
        QVERIFY(!called);
    }

    /// A bus that takes the connection and never says a word, as a keyring that does not come up.
    void W2_keychainThatHangsIsLeftAlone()
    {
        if (hasKeyring())
            QSKIP("needs a machine without a keyring");
        QTemporaryDir folder;
        QLocalServer silent;
        QVERIFY(silent.listen(folder.filePath(u"bus"_s)));
        // The bus is asked once for each process: in one of its own.
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path="_s + folder.filePath(u"bus"_s));
        environment.insert(u"HEKIM_SILENT_BUS"_s, u"yes"_s);
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(QCoreApplication::applicationFilePath(), {u"readFromSilentBus"_s});
        QTRY_COMPARE(process.state(), QProcess::NotRunning);
        QCOMPARE(process.exitCode(), 0);
    }

    void readFromSilentBus()
    {
        if (!qEnvironmentVariableIsSet("HEKIM_SILENT_BUS"))
            QSKIP("run by W2_keychainThatHangsIsLeftAlone");
        Keychain keychain(Keychain::Patience{500ms, 100ms}, nullptr);
        CredentialStore store(keychain);
        // The window's pulse: the longest time between two turns of the event loop.
        QElapsedTimer sinceBeat;
        qint64 longest = 0;
        QTimer pulse;
        connect(&pulse, &QTimer::timeout, this, [&] { longest = std::max(longest, sinceBeat.restart()); });
        sinceBeat.start();
        pulse.start(5);
        QElapsedTimer elapsed;
        elapsed.start();
        QObject context;
        Answer<QString> answer;
        store.read(SecretName::UssPassword, owner, &context, answer.take());
        QTRY_VERIFY(answer.isThere());
        QCOMPARE(answer.kind(), ErrorKind::KeychainUnavailable);
        QVERIFY2(elapsed.elapsed() >= 1000, "there was nothing to wait for: the keychain did not hang");
        QVERIFY(elapsed.elapsed() < 3000);
        QVERIFY2(longest < 200, qPrintable(QString::number(longest)));
        QVERIFY(store.isMemoryOnly());
    }

    void loginReadsTheKeychainAheadOnce()
    {
        if (!hasKeyring())
            QSKIP("needs with-keyring.sh");
        HttpServer server;
        server.route("/AuthApi/connect/token",
                     HttpServerReply::json("{\"access_token\":\"t\",\"expires_in\":600}"));
        TestSettings files;
        files.setUser(TestSettings::site(server.url()));
        const Settings settings = files.load();
        HttpClient http;
        Keychain keychain;
        CredentialStore store(keychain);
        QVERIFY(write(store, secret, ownerOf(SecretName::UssPassword, settings)));
        DoctorSession session(http, store);
        session.setSettings(settings);
        session.prepare();
        const auto doctor = IdentityNumber::parse(u"10000000146", u"doctor"_s);
        QVERIFY(doctor);
        for (int i = 1; i <= 2; ++i) {
            Answer<void> answer;
            session.logIn(*doctor, this, answer.take());
            QVERIFY(answer.wait());
            QCOMPARE(server.count(), i);
            QVERIFY(server.requests().constLast().target.contains(
                "&password=p%2B%26%23%25%3D%20%2F%C3%BC%22%C5%9F&"));
        }
    }
};

QTEST_GUILESS_MAIN(CredentialStoreTest)
#include "tst_credentialstore.moc"
