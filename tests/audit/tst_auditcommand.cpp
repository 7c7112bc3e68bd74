// --audit as IT calls it: the real launcher and setup program, on a real trail and a real keyring.

#include "audit/audittest.h"

#include "audit/auditbook.h"
#include "audit/auditevent.h"
#include "service/answer.h"
#include "services/keychain.h"
#include "support/keyring.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;

namespace {

const QString doctor = u"10000000146"_s;
const QString patient = u"17291716060"_s;
const QString stranger = u"23456789060"_s;

IdentityNumber person(const QString& digits)
{
    return IdentityNumber::parse(digits, u"patient"_s).value();
}

struct Run
{
    int code = -1;
    QString output;
    QString error;
};

} // namespace

/// Run twice: under a keyring of its own (with-keyring.sh), and without any bus.
class AuditCommandTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        leaveOthersKeyringsAlone();
        if (!hasKeyring())
            return;
        Keychain keychain;
        QObject context;
        Answer<void> stored;
        keychain.write(personKeyEntry(EnvironmentName::Custom, {}),
                       encodePersonKey(QByteArray(PersonDigest::keyBytes, 'k')), &context, stored.take());
        QVERIFY(stored.wait());
    }

    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        m_folder = m_place->filePath(u"hekim-asistani/audit"_s);
        QVERIFY(QDir().mkpath(m_place->filePath(u"hekim-asistani"_s)));
        setContent(m_place->filePath(u"hekim-asistani/settings.ini"_s),
                   "[environment]\nname=custom\n[ui]\nlanguage=en\n");
        const PersonDigest key = testKey();
        QList<QJsonObject> entries;
        const auto add = [&](const QString& event, const QString& time, const QString& whom) {
            QJsonObject line = entry(event, time);
            line.insert(u"doctor"_s, key.of(person(doctor), DigestPurpose::Audit));
            if (!whom.isEmpty()) {
                line.insert(u"patient"_s, key.of(person(whom), DigestPurpose::Audit));
                line.insert(u"patientMasked"_s, person(whom).masked());
            }
            entries.append(line);
        };
        add(u"login"_s, u"2026-11-20T12:00:00.000Z"_s, {});
        add(u"form-opened"_s, u"2026-11-20T12:00:01.000Z"_s, patient);
        add(u"form-opened"_s, u"2026-11-21T12:00:00.000Z"_s, stranger);
        AuditBook book(m_folder);
        QVERIFY(book.append(entries, &key));
    }

    void aWholeTrailIsSaid()
    {
        const Run run = call({u"verify"_s});
        QCOMPARE(run.code, 0);
        QVERIFY2(run.output.contains(u"3 lines, none changed"), qPrintable(run.output));
        QCOMPARE(run.error.contains(u"Seals were not checked"), !hasKeyring());
    }

    void aChangedLineIsNamed()
    {
        QByteArray content = contentOf(m_folder + u'/' + november);
        content.replace("form-opened", "form-closed");
        setContent(m_folder + u'/' + november, content);
        const Run run = call({u"verify"_s});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.output.startsWith(november + u":2: "_s), qPrintable(run.output));
    }

    void aRangeOfDaysIsExported()
    {
        const Run all = call({u"export"_s});
        QCOMPARE(all.code, 0);
        QCOMPARE(all.output.count(u"\r\n"), 4);
        const Run day = call({u"export"_s, u"--from"_s, u"2026-11-21"_s, u"--to"_s, u"2026-11-21"_s});
        QCOMPARE(day.code, 0);
        QCOMPARE(day.output.count(u"\r\n"), 2);
        QVERIFY(day.output.contains(person(stranger).masked()));
    }

    void onlyTheHolderOfTheKeyFindsSomebody()
    {
        const Run found =
            call({u"export"_s, u"--request"_s, u"-"_s}, "{\"patient\":\"" + patient.toLatin1() + "\"}");
        if (!hasKeyring()) {
            QCOMPARE(found.code, 4);
            return;
        }
        QCOMPARE(found.code, 0);
        QCOMPARE(found.output.count(u"\r\n"), 2);
        QVERIFY(found.output.contains(person(patient).masked()));
        const Run all =
            call({u"export"_s, u"--request"_s, u"-"_s}, "{\"doctor\":\"" + doctor.toLatin1() + "\"}");
        QCOMPARE(all.output.count(u"\r\n"), 4);
    }

    void S1_noNumberIsRepeated()
    {
        for (const QByteArray& request :
             {QByteArray("{\"patient\":\"17291716060\"}"), QByteArray("{\"patient\":\"172917160601\"}"),
              QByteArray("{\"patient\":\"17291716060\",\"reason\":2}"),
              QByteArray("{\"hes\":\"17291716060\"}")}) {
            const Run run = call({u"export"_s, u"--request"_s, u"-"_s}, request);
            QVERIFY(!(run.output + run.error).contains(u"17291716060"));
        }
    }

    void aRequestForMoreIsRefused()
    {
        const Run run =
            call({u"export"_s, u"--request"_s, u"-"_s}, R"({"patient":"17291716060","reason":2})");
        QCOMPARE(run.code, 2);
        QVERIFY(run.output.isEmpty());
    }

    void anEmptyTrailIsWhole()
    {
        QVERIFY(QDir(m_folder).removeRecursively());
        QCOMPARE(call({u"verify"_s}).code, 0);
        QCOMPARE(call({u"export"_s}).output.count(u"\r\n"), 1);
    }

private:
    Run call(const QStringList& audit, const QByteArray& input = {})
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_STATE_HOME"_s, m_place->path());
        environment.insert(u"XDG_CONFIG_HOME"_s, m_place->path());
        environment.insert(u"TZ"_s, u"Europe/Istanbul"_s);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(HEKIM_BIN "/hekim-asistani"), QStringList{u"--audit"_s} + audit);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(30000))
            return {};
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }

    std::unique_ptr<QTemporaryDir> m_place;
    QString m_folder;
};

QTEST_GUILESS_MAIN(AuditCommandTest)
#include "tst_auditcommand.moc"
