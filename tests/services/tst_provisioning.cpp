#include "services/answer.h"
#include "services/testsettings.h"

#include "services/secrets/credentialentry.h"
#include "services/secrets/keychain.h"
#include "services/secrets/persondigests.h"
#include "services/secrets/provisioning.h"
#include "support/keyring.h"
#include "support/places.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;

namespace {

const QString password = u"p+&#%= /ü\\\"ş"_s; // as it stands in JSON

QByteArray goodData()
{
    return "{\"environment\":\"custom\",\"settings\":{\"institution/code\":123456,"
           "\"institution/name\":\"Ş; Hastanesi, Ek\",\"network/http2\":true,"
           "\"endpoints/erapor\":\"https://e.example/x\",\"endpoints/ogn\":\"https://o.example\","
           "\"endpoints/hes\":\"https://h.example\"},\"secrets\":{\"ussPassword\":\"" +
           password.toUtf8() + "\",\"hesUsername\":null}}";
}

Keychain::Entry entryOf(SecretName name, EnvironmentName environment = EnvironmentName::Custom)
{
    Keychain keychain;
    QObject context;
    Answer<Keychain::Entry> answer;
    keychain.read(keychainKey(name, environment), &context, answer.take());
    const auto entry = answer.wait();
    return entry ? *entry : Keychain::Entry("the keychain does not work");
}

} // namespace

/// Run twice: under a keyring of its own (with-keyring.sh), and without any bus. The program is a real second
/// process.
class ProvisioningTest : public QObject
{
    Q_OBJECT

    struct Outcome
    {
        int code = -1;
        QString output;
        QString errors;
    };

    Outcome run(const QStringList& arguments, const QByteArray& input = {}, bool closeInput = true)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_CONFIG_HOME"_s, m_folder->folder());
        environment.insert(u"LC_ALL"_s, u"en_US.UTF-8"_s);
        if (!hasKeyring())
            environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent/bus"_s);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(HEKIM_BIN "/hekim-asistani-setup"), arguments);
        process.write(input);
        if (closeInput)
            process.closeWriteChannel();
        if (!until([&process] { return process.state() == QProcess::NotRunning; }))
            qFatal("the setup program did not end");
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }

    Outcome provision(const QByteArray& data)
    {
        return run({u"--provision"_s, u"-"_s, u"--config"_s, config()}, data);
    }

    [[nodiscard]] QString config() const { return m_folder->places().user.path; }

    [[nodiscard]] QByteArray configBytes() const
    {
        QFile file(config());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<TestSettings> m_folder;

private slots:
    void init()
    {
        m_folder = std::make_unique<TestSettings>();
        if (hasKeyring()) {
            Keychain keychain;
            for (const auto name : {SecretName::UssPassword, SecretName::EnabizPassword,
                                    SecretName::HesUsername, SecretName::HesPassword}) {
                Answer<void> answer;
                keychain.remove(keychainKey(name, EnvironmentName::Custom), this, answer.take());
                QVERIFY(answer.wait());
            }
        }
    }

    void settingsAndSecretsAreWritten()
    {
        if (!hasKeyring())
            QSKIP("needs with-keyring.sh");
        const Outcome outcome = provision(goodData());
        QCOMPARE(outcome.errors, QString());
        QCOMPARE(outcome.output, QString());
        QCOMPARE(outcome.code, 0);
        const Settings settings = m_folder->load();
        QVERIFY(settings.environment() == EnvironmentName::Custom);
        QCOMPARE(settings.institutionCode(), u"123456"_s);
        QCOMPARE(settings.institutionName(), u"Ş; Hastanesi, Ek"_s);
        QVERIFY(settings.http2());
        QCOMPARE(settings.endpoints().erapor, QUrl(u"https://e.example/x"_s));
        const auto entry = entryOf(SecretName::UssPassword);
        QVERIFY(entry);
        QCOMPARE(decodeEntry(*entry, ownerOf(SecretName::UssPassword, settings)), u"p+&#%= /ü\"ş"_s);
        QCOMPARE(ownerOf(SecretName::UssPassword, settings).origin, u"https://e.example:443"_s);
        QVERIFY(!configBytes().contains("p+&#"));
    }

    void secretsBelongToTheSettingsThatAreThen()
    {
        if (!hasKeyring())
            QSKIP("needs with-keyring.sh");
        QCOMPARE(provision(goodData()).code, 0);
        // Only a secret: institution and address are those that stand there already.
        QCOMPARE(provision("{\"environment\":\"custom\",\"secrets\":{\"enabizPassword\":\"ogn\"}}").code, 0);
        const Settings before = m_folder->load();
        QCOMPARE(
            decodeEntry(*entryOf(SecretName::EnabizPassword), ownerOf(SecretName::EnabizPassword, before)),
            u"ogn"_s);
        // Another institution: what was stored for the former one is absent.
        QCOMPARE(provision("{\"environment\":\"custom\",\"settings\":{\"institution/code\":\"7\"}}").code, 0);
        const Settings after = m_folder->load();
        QVERIFY(!decodeEntry(*entryOf(SecretName::UssPassword), ownerOf(SecretName::UssPassword, after)));
    }

    void nullRemoves()
    {
        if (!hasKeyring())
            QSKIP("needs with-keyring.sh");
        QCOMPARE(provision(goodData()).code, 0);
        QVERIFY(entryOf(SecretName::UssPassword));
        QCOMPARE(provision("{\"environment\":\"custom\",\"secrets\":{\"ussPassword\":null}}").code, 0);
        QVERIFY(!entryOf(SecretName::UssPassword));
    }

    // One key for all workstations of an institution: its audit trails can be read together.
    void thePersonKeyIsStoredForTheInstitution()
    {
        if (!hasKeyring())
            QSKIP("needs with-keyring.sh");
        const QByteArray key(64, 'a');
        const auto data = [](const QByteArray& member) {
            return "{\"environment\":\"test\",\"settings\":{\"institution/"
                   "code\":\"77\"},\"secrets\":{\"personKey\":" +
                   member + "}}";
        };
        const auto stored = [] {
            Keychain keychain;
            QObject context;
            Answer<Keychain::Entry> answer;
            keychain.read(personKeyEntry(EnvironmentName::Test, u"77"_s), &context, answer.take());
            const auto entry = answer.wait();
            return entry ? *entry : Keychain::Entry("the keychain does not work");
        };
        QCOMPARE(provision(data('"' + key + '"')).code, 0);
        QCOMPARE(stored(), Keychain::Entry(key));
        for (const QByteArray& wrong : {QByteArray("\"geheim\""), QByteArray("12"), '"' + key + "00\""}) {
            const Outcome refused = provision(data(wrong));
            QCOMPARE(refused.code, 3);
            QVERIFY(refused.errors.contains(u"personKey"_s));
            QVERIFY(!refused.errors.contains(u"geheim"_s));
            QCOMPARE(stored(), Keychain::Entry(key));
        }
        QCOMPARE(provision(data("null")).code, 0);
        QCOMPARE(stored(), Keychain::Entry());
    }

    void allOrNothing()
    {
        if (!hasKeyring())
            QSKIP("needs with-keyring.sh");
        QCOMPARE(provision(goodData()).code, 0);
        const auto before = entryOf(SecretName::UssPassword);
        // The settings file cannot be written, which shows only when the secrets are stored: no folder can be
        // made there.
        const QString blocked = u"/proc/hekim-asistani/settings.ini"_s;
        const QByteArray data =
            "{\"environment\":\"custom\",\"settings\":{\"institution/code\":\"9\","
            "\"endpoints/erapor\":\"https://other.example\",\"endpoints/hes\":\"https://h.example\"},"
            "\"secrets\":{\"ussPassword\":\"new\",\"hesPassword\":\"new\"}}";
        QCOMPARE(run({u"--provision"_s, u"-"_s, u"--config"_s, blocked}, data).code, 3);
        QCOMPARE(entryOf(SecretName::UssPassword), before);
        QVERIFY(!entryOf(SecretName::HesPassword));
    }

    void withoutKeychainNothingIsWritten()
    {
        if (hasKeyring())
            QSKIP("needs a machine without a keyring");
        m_folder->setUser({{u"institution/code"_s, u"1"_s}});
        const QByteArray before = configBytes();
        const Outcome outcome = provision(goodData());
        QCOMPARE(outcome.code, 4);
        QCOMPARE(outcome.errors.count(u'\n'), 1);
        QVERIFY(!outcome.errors.contains(u"p+&#"_s));
        QCOMPARE(configBytes(), before);
    }

    void settingsAloneNeedNoKeychain()
    {
        QCOMPARE(provision("{\"environment\":\"test\",\"settings\":{\"institution/code\":\"5\"}}").code, 0);
        QVERIFY(m_folder->load().environment() == EnvironmentName::Test);
        QCOMPARE(m_folder->load().institutionCode(), u"5"_s);
    }

    void unusableDataAreRefused_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QString>("named");
        const auto row = [](const char* name, const QByteArray& data, const QString& named) {
            QTest::newRow(name) << data << named;
        };
        row("empty", {}, u"--provision"_s);
        row("blank", " \n", u"--provision"_s);
        row("no json", "geheim", u"--provision"_s);
        row("array", "[]", u"--provision"_s);
        row("cut", "{\"environment\":\"test\"", u"--provision"_s);
        row("binary", QByteArray("\xff\xfe{\0}\0", 6), u"UTF-8"_s);
        row("oversize", "{\"environment\":\"test\"}" + QByteArray(65 * 1024, ' '), u"--provision"_s);
        row("no environment", "{}", u"environment"_s);
        row("unknown environment", "{\"environment\":\"geheim\"}", u"environment"_s);
        row("environment of a wrong type", "{\"environment\":1}", u"environment"_s);
        row("unknown member", "{\"environment\":\"test\",\"pasword\":\"geheim\"}", u"pasword"_s);
        row("settings of a wrong type", "{\"environment\":\"test\",\"settings\":\"geheim\"}", u"settings"_s);
        row("secrets of a wrong type", "{\"environment\":\"test\",\"secrets\":[\"geheim\"]}", u"secrets"_s);
        row("unknown key", "{\"environment\":\"test\",\"settings\":{\"institution/cod\":\"geheim\"}}",
            u"institution/cod"_s);
        row("environment as a key", "{\"environment\":\"test\",\"settings\":{\"environment/name\":\"live\"}}",
            u"environment"_s);
        row("null setting", "{\"environment\":\"test\",\"settings\":{\"institution/code\":null}}",
            u"institution/code"_s);
        row("object as a setting", "{\"environment\":\"test\",\"settings\":{\"institution/code\":{}}}",
            u"institution/code"_s);
        row("impossible value", "{\"environment\":\"test\",\"settings\":{\"login/pin\":\"geheim\"}}",
            u"login/pin"_s);
        row("address outside of custom",
            "{\"environment\":\"test\",\"settings\":{\"endpoints/erapor\":\"https://x.example\"}}",
            u"administrator's policy"_s);
        row("address without https",
            "{\"environment\":\"custom\",\"settings\":{\"endpoints/erapor\":\"http://x.example\"}}",
            u"endpoints/erapor"_s);
        row("administrator's key in live", "{\"environment\":\"live\",\"settings\":{\"login/pin\":\"off\"}}",
            u"administrator's policy"_s);
        row("administrator's key with a live address in custom",
            "{\"environment\":\"custom\",\"settings\":{\"endpoints/ogn\":\"https://OGN.saglik.gov.tr.\","
            "\"login/pin\":\"off\"}}",
            u"login/pin"_s);
        row("a key that is no more",
            "{\"environment\":\"test\",\"settings\":{\"audit/syslogServer\":\"log.example\"}}",
            u"audit/systemLog=true"_s);
        row("UTF-16 without a mark", QByteArray("{\0\"\0e\0", 6), u"UTF-16"_s);
        row("unknown secret", "{\"environment\":\"test\",\"secrets\":{\"password\":\"geheim\"}}",
            u"secrets/password"_s);
        row("secret of a wrong type", "{\"environment\":\"test\",\"secrets\":{\"ussPassword\":12345}}",
            u"secrets/ussPassword"_s);
        row("empty secret", "{\"environment\":\"test\",\"secrets\":{\"ussPassword\":\"\"}}",
            u"secrets/ussPassword"_s);
        row("secret in training", "{\"environment\":\"training\",\"secrets\":{\"ussPassword\":\"geheim\"}}",
            u"secrets/ussPassword"_s);
        row("secret without institution",
            "{\"environment\":\"test\",\"secrets\":{\"ussPassword\":\"geheim\"}}", u"institution/code"_s);
        row("secret without a service",
            "{\"environment\":\"test\",\"settings\":{\"institution/"
            "code\":\"1\"},\"secrets\":{\"enabizPassword\":\"geheim\"}}",
            u"secrets/enabizPassword"_s);
        row("secret too long",
            "{\"environment\":\"test\",\"settings\":{\"institution/"
            "code\":\"1\"},\"secrets\":{\"ussPassword\":\"" +
                QByteArray(2600, 'g') + "\"}}",
            u"secrets/ussPassword"_s);
    }
    void unusableDataAreRefused()
    {
        QFETCH(QByteArray, data);
        QFETCH(QString, named);
        const Outcome outcome = provision(data);
        QCOMPARE(outcome.code, 3);
        QCOMPARE(outcome.output, QString());
        QVERIFY2(outcome.errors.contains(named), qPrintable(outcome.errors));
        QCOMPARE(outcome.errors.count(u'\n'), 1);
        QVERIFY2(!outcome.errors.contains(u"geheim"_s), qPrintable(outcome.errors));
        QVERIFY(!outcome.errors.contains(u"ggggg"_s));
        QVERIFY(!QFile::exists(config()));
    }

    void dataOfAFileAreRead()
    {
        const QString path = m_folder->folder() + u"/data.json"_s;
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("\xef\xbb\xbf{\"environment\":\"test\",\"settings\":{\"institution/code\":\"5\"}}");
        file.close();
        QCOMPARE(run({u"--provision"_s, path, u"--config"_s, config()}).code, 0);
        QCOMPARE(m_folder->load().institutionCode(), u"5"_s);
        QCOMPARE(run({u"--provision"_s, path + u"x"_s, u"--config"_s, config()}).code, 3);
        QCOMPARE(run({u"--provision"_s, m_folder->folder(), u"--config"_s, config()}).code, 3);
    }

    void flagsAreTakenHoweverTheyAreSpelt()
    {
        for (const QByteArray on : {"true", "1", "\"Yes\"", "\"ON\"", "\"1\"", "\"True\""}) {
            QCOMPARE(provision("{\"environment\":\"test\",\"settings\":{\"network/http2\":" + on + "}}").code,
                     0);
            QVERIFY2(m_folder->load().http2(), on.constData());
        }
        for (const QByteArray off : {"false", "0", "\"No\"", "\"off\"", "\"0\""}) {
            QCOMPARE(
                provision("{\"environment\":\"test\",\"settings\":{\"network/http2\":" + off + "}}").code, 0);
            QVERIFY2(!m_folder->load().http2(), off.constData());
        }
    }

    void environmentsMustAgree()
    {
        const QByteArray data = "{\"environment\":\"test\"}";
        QCOMPARE(run({u"--provision"_s, u"-"_s, u"--config"_s, config(), u"--environment"_s, u"live"_s}, data)
                     .code,
                 3);
        QVERIFY(!QFile::exists(config()));
        QCOMPARE(run({u"--provision"_s, u"-"_s, u"--config"_s, config(), u"--environment"_s, u"test"_s}, data)
                     .code,
                 0);
    }

    void policyIsNotTouched()
    {
        // The places of the system cannot be moved for a second process: the same code, in this one.
        m_folder->setPolicy({{u"environment/name"_s, u"test"_s}, {u"institution/name"_s, u"Locked"_s}});
        const auto apply = [this](const QByteArray& document) {
            Keychain keychain;
            Provisioner provisioner(keychain, m_folder->places());
            Answer<void> answer;
            provisioner.apply(*ProvisioningData::fromJson(document), this, answer.take());
            return answer.wait();
        };
        const auto environment = apply("{\"environment\":\"live\"}");
        QVERIFY(!environment);
        QCOMPARE(environment.error().fault, InputFault::LockedByPolicy);
        const auto locked = apply("{\"environment\":\"test\",\"settings\":{\"institution/name\":\"x\"}}");
        QVERIFY(!locked);
        QCOMPARE(locked.error().fault, InputFault::LockedByPolicy);
        QCOMPARE(locked.error().subject, u"institution/name"_s);
        QVERIFY(!QFile::exists(config()));
        QVERIFY(apply("{\"environment\":\"test\",\"settings\":{\"institution/code\":\"5\"}}"));
        QCOMPARE(m_folder->load().institutionCode(), u"5"_s);
    }

    void wrongCallsAreRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList();
        QTest::newRow("unknown option") << QStringList{u"--provision"_s, u"-"_s, u"--bogus"_s};
        QTest::newRow("twice") << QStringList{u"--provision"_s, u"-"_s, u"--provision"_s, u"-"_s};
        QTest::newRow("no value") << QStringList{u"--provision"_s};
        QTest::newRow("empty value") << QStringList{u"--provision="_s};
        QTest::newRow("stray word") << QStringList{u"--provision"_s, u"-"_s, u"geheim"_s};
        QTest::newRow("unknown environment")
            << QStringList{u"--provision"_s, u"-"_s, u"--environment"_s, u"geheim"_s};
    }
    void wrongCallsAreRefused()
    {
        QFETCH(QStringList, arguments);
        const Outcome outcome = run(arguments, "{\"environment\":\"test\"}");
        QCOMPARE(outcome.code, 2);
        QCOMPARE(outcome.errors.count(u'\n'), 1);
        QVERIFY(!outcome.errors.contains(u"geheim"_s));
    }
};

QTEST_GUILESS_MAIN(ProvisioningTest)
#include "tst_provisioning.moc"
