// Keys that --provision stores, and the trail: the real programs and keyring, and the trail as the window
// writes it. Rules T1 and T2.

#include "audit/audittest.h"

#include "audit/auditbook.h"
#include "audit/audittrail.h"
#include "services/answer.h"
#include "services/secrets/keychain.h"
#include "support/keyring.h"
#include "support/places.h"

#include <QJsonDocument>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;

namespace {

struct Run
{
    int code = -1;
    QString output;
    QString error;
};

QByteArray provisioned(const QString& code, const QJsonValue& personKey)
{
    return QJsonDocument(QJsonObject{{u"environment"_s, u"custom"_s},
                                     {u"settings"_s, QJsonObject{{u"institution/code"_s, code}}},
                                     {u"secrets"_s, QJsonObject{{u"personKey"_s, personKey}}}})
        .toJson();
}

QString hexOf(char letter)
{
    return QString::fromLatin1(QByteArray(PersonDigest::keyBytes, letter).toHex());
}

} // namespace

/// Run twice: under a keyring of its own (with-keyring.sh), and without any bus, where there is nothing to
/// test.
class AuditGivenKeyTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!hasKeyring())
            QSKIP("needs with-keyring.sh");
        leaveOthersKeyringsAlone();
    }

    // Another institution each time: entries of the keyring stay.
    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        qputenv("XDG_STATE_HOME", m_place->path().toUtf8());
        qputenv("XDG_CONFIG_HOME", m_place->path().toUtf8());
        m_location = AuditLocation::standard(EnvironmentName::Custom);
        ++m_number;
        m_code = u"34%1"_s.arg(m_number, 4, 10, QChar(u'0'));
        QVERIFY(QDir().mkpath(m_place->filePath(u"hekim-asistani"_s)));
        setCode(m_code);
    }

    // Any code gets any key, and the settings are put back byte by byte.
    void T2_aProvisionedKeyErasesNothing()
    {
        work(4);
        provisionAndPutBack();
        const QString file = lastFile();
        const auto last = AuditLine::read(linesOf(file).constLast());
        setContent(file, last->text() + '\n');
        forge(u"files-removed"_s, {{u"upTo"_s, QString::fromLatin1(last->prev)}});
        for (int i = 0; i < 2; ++i) {
            const Run run = verify();
            QCOMPARE(run.code, 1);
            QVERIFY2(run.output.contains(QFileInfo(file).fileName() + u":1: whole files are missing"_s),
                     qPrintable(run.output));
            work(2);
        }
    }

    void T2_aProvisionedKeyInventsNothing()
    {
        work(4);
        provisionAndPutBack();
        const qsizetype lines = linesOf(lastFile()).size();
        forge(u"form-opened"_s, {{u"doctorMasked"_s, u"172•••••060"_s}});
        for (int i = 0; i < 2; ++i) {
            const Run run = verify();
            QCOMPARE(run.code, 1);
            QVERIFY2(run.output.contains(u": from here on lines are sealed with a key"_s),
                     qPrintable(run.output));
            work(2);
        }
        QVERIFY(linesOf(lastFile()).size() > lines + 4);
    }

    void T1_aNewKeyIsToldUnderTheOldOne_data()
    {
        QTest::addColumn<bool>("isSameCode");
        QTest::addColumn<bool>("isRemoved");
        QTest::newRow("for another code") << false << false;
        QTest::newRow("in the place of the old one") << true << false;
        QTest::newRow("removed") << true << true;
    }
    void T1_aNewKeyIsToldUnderTheOldOne()
    {
        QFETCH(const bool, isSameCode);
        QFETCH(const bool, isRemoved);
        work(2);
        const QByteArrayList before = linesOf(lastFile());
        const QString old = AuditLine::read(before.constLast())->keyName();
        const QString code = isSameCode ? m_code : m_code + u'9';
        const Run run = provision(provisioned(code, isRemoved ? QJsonValue() : QJsonValue(hexOf('n'))));
        QCOMPARE(run.code, 0);
        QCOMPARE(run.error, QString());
        const QByteArrayList told = linesOf(lastFile()).sliced(before.size());
        QCOMPARE(told.size(), isRemoved ? 1 : 2);
        const auto line = AuditLine::read(told.constFirst());
        QCOMPARE(line->members.value("event"_L1), u"key-changed"_s);
        QCOMPARE(line->keyName(), old);
        QCOMPARE(line->members.value("institution"_L1), m_code);
        QCOMPARE(line->members.value("nextKey"_L1).toString(),
                 isRemoved ? QString() : testKey('n').keyName());
        QCOMPARE(line->members.value("nextInstitution"_L1).toString(), isSameCode ? QString() : code);
        QVERIFY(!contentOf(lastFile()).contains(hexOf('n').toLatin1()));
        if (!isSameCode)
            QVERIFY2(verify().code == 0, qPrintable(verify().output));
    }

    // At each logon, as scripts do.
    void T1_theSameKeyAgainTellsNothing()
    {
        QCOMPARE(provision(provisioned(m_code, hexOf('s'))).code, 0);
        QVERIFY(auditFilesIn(m_location.folder).isEmpty()); // there is nothing yet that it could change
        work(2);
        const QByteArray trail = contentOf(lastFile());
        for (int i = 0; i < 2; ++i)
            QCOMPARE(provision(provisioned(m_code, hexOf('s').toUpper())).code, 0);
        QCOMPARE(contentOf(lastFile()), trail);
        QCOMPARE(verify().code, 0);
    }

    // In the settings, and the window makes the key at its next start.
    void T1_aChangedCodeLeavesTheTrailWhole()
    {
        work(2);
        setCode(m_code + u'1');
        for (int i = 0; i < 2; ++i) {
            work(2);
            QVERIFY2(verify().code == 0, qPrintable(verify().output));
        }
        setCode(m_code); // a slip, put right
        for (int i = 0; i < 2; ++i) {
            work(2);
            QVERIFY2(verify().code == 0, qPrintable(verify().output));
        }
        QCOMPARE(contentOf(lastFile()).count("\"key-changed\""), 2);
    }

private:
    void setCode(const QString& code) const
    {
        setContent(settingsFile(), "[environment]\nname=custom\n[ui]\nlanguage=en\n[institution]\ncode=" +
                                       code.toLatin1() + '\n');
    }
    [[nodiscard]] QString settingsFile() const { return m_place->filePath(u"hekim-asistani/settings.ini"_s); }
    [[nodiscard]] QString lastFile() const
    {
        return m_location.pathOf(auditFilesIn(m_location.folder).constLast().toString());
    }

    /// A window that starts, writes and ends.
    void work(int lines) const
    {
        SettingsPlaces places;
        places.user = {settingsFile()};
        Keychain keychain;
        PersonDigests persons(keychain);
        AuditTrail trail(m_location, Settings::load(places, {}).value(), persons);
        for (int i = 0; i < lines; ++i) {
            QSignalSpy written(&trail, &AuditTrail::written);
            trail.record({.action = AuditAction::FormOpened});
            QVERIFY(until([&] { return !written.isEmpty(); }));
        }
    }

    void provisionAndPutBack() const
    {
        const QByteArray settings = contentOf(settingsFile());
        QCOMPARE(provision(provisioned(m_code + u'l', hexOf('h'))).code, 0);
        setContent(settingsFile(), settings);
    }

    /// A line of the one who gave the key, with everything around it as it should be.
    void forge(const QString& event, QJsonObject members) const
    {
        members.insert(u"institution"_s, m_code + u'l');
        const QJsonObject bare = entry(event, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
        for (auto member = bare.begin(); member != bare.end(); ++member)
            members.insert(member.key(), member.value());
        const PersonDigest his = testKey('h');
        QList<QJsonObject> entries{members};
        AuditBook book(m_location);
        QVERIFY(book.append(entries, &his));
    }

    [[nodiscard]] static Run call(const QStringList& arguments, const QByteArray& input)
    {
        QProcess process;
        process.start(QStringLiteral(HEKIM_BIN "/hekim-asistani-setup"), arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(30000))
            return {};
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }
    [[nodiscard]] static Run provision(const QByteArray& data)
    {
        return call({u"--provision"_s, u"-"_s}, data);
    }
    [[nodiscard]] static Run verify() { return call({u"--audit"_s, u"verify"_s}, {}); }

    std::unique_ptr<QTemporaryDir> m_place;
    AuditLocation m_location;
    QString m_code;
    int m_number = 0;
};

QTEST_GUILESS_MAIN(AuditGivenKeyTest)
#include "tst_auditgivenkey.moc"
