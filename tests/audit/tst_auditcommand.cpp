// --audit as IT calls it: the real launcher and setup program, on a real trail and a real keyring.

#include "audit/audittest.h"

#include "audit/auditbook.h"
#include "audit/auditevent.h"
#include "services/answer.h"
#include "services/secrets/keychain.h"
#include "support/keyring.h"
#include "support/places.h"

#include <QCryptographicHash>
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
        m_folder = m_place->filePath(u"hekim-asistani/audit/custom"_s);
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
        AuditBook book(location());
        QVERIFY(book.append(entries, &key));
    }

    // Without the key it cannot be told whether the lines were written anew.
    void T2_aTrailIsWholeWithItsKeyOnly()
    {
        const Run run = call({u"verify"_s});
        QCOMPARE(run.code, hasKeyring() ? 0 : 1);
        QCOMPARE(run.output.contains(u"3 lines, none changed"), hasKeyring());
        QCOMPARE(run.output.startsWith(november + u":1: from here on lines are sealed with a key"_s),
                 !hasKeyring());
        QCOMPARE(run.output.contains(u"The chain of 3 lines is unbroken"), !hasKeyring());
        QCOMPARE(run.error.contains(u"The keychain gave no key"), !hasKeyring());
    }

    // Lines of an institution code that was corrected have a key of their own, of which the former one tells.
    void keysAreFoundByWhatTheLinesSay()
    {
        if (!hasKeyring())
            QSKIP("needs with-keyring.sh");
        const PersonDigest other = testKey('o');
        Keychain keychain;
        QObject context;
        Answer<void> stored;
        keychain.write(personKeyEntry(EnvironmentName::Custom, u"340001"_s),
                       encodePersonKey(QByteArray(PersonDigest::keyBytes, 'o')), &context, stored.take());
        QVERIFY(stored.wait());
        QJsonObject line = entry(u"login"_s);
        line.insert(u"institution"_s, u"340001"_s);
        QList<QJsonObject> entries{line, line};
        AuditBook book(location());
        book.setFormerKey({testKey(), AuditFormerKey::Origin::Made});
        QVERIFY(book.append(entries, &other));
        const Run run = call({u"verify"_s});
        QVERIFY2(run.code == 0, qPrintable(run.output));
        QVERIFY2(run.output.contains(u"6 lines, none changed"), qPrintable(run.output));
    }

    // The training's key is known to everybody: it proves lines of the training's own trail and no other's.
    void T2_theTrainingsKeyProvesNothingElsewhere()
    {
        QJsonObject line = entry(u"login"_s);
        line.insert(u"environment"_s, u"training"_s);
        const PersonDigest training(
            QCryptographicHash::hash("hekim-asistani training", QCryptographicHash::Sha256));
        QList<QJsonObject> entries{line};
        AuditBook own(location(EnvironmentName::Training));
        QVERIFY(own.append(entries, &training));
        const Run trained = call({u"verify"_s, u"--environment"_s, u"training"_s});
        QVERIFY2(trained.code == 0, qPrintable(trained.output));

        for (const QJsonObject& other : {entry(u"login"_s), line}) {
            QVERIFY(QDir(m_folder).removeRecursively()); // the whole trail anew, with that key
            QVERIFY(QFile::remove(location().mark));
            AuditBook book(location());
            entries = {other, line};
            QVERIFY(book.append(entries, &training));
            const Run run = call({u"verify"_s});
            QCOMPARE(run.code, 1);
            QVERIFY2(run.output.contains(november + u":1: from here on lines are sealed with a key"_s),
                     qPrintable(run.output));
        }
    }

    // Each environment has a trail of its own, whatever the settings say of another's.
    void T1_noOtherEnvironmentRemovesMonths()
    {
        AuditBook book(location(EnvironmentName::Test), {.keepMonths = 1, .largestFile = 1 << 20});
        const PersonDigest key = testKey('o');
        for (int month = 1; month <= 6; ++month) {
            QList<QJsonObject> entries{entry(u"login"_s, u"2031-0%1-05T00:00:00.000Z"_s.arg(month))};
            QVERIFY(book.append(entries, &key));
        }
        QCOMPARE(linesOf(m_folder + u'/' + november).size(), 3);
        QCOMPARE(auditFilesIn(m_folder).size(), 1);
        QCOMPARE(auditFilesIn(location(EnvironmentName::Test).folder).size(), 3);
    }

    void T2_whatCannotBeProvenIsNamed()
    {
        const PersonDigest foreignKey = testKey('x');
        AuditBook book(location());
        QList<QJsonObject> entries{entry(u"login"_s), entry(u"logout"_s)};
        QVERIFY(book.append(entries, nullptr));
        entries = {entry(u"login"_s)};
        QVERIFY(book.append(entries, &foreignKey));
        const Run run = call({u"verify"_s});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.output.contains(november + u":4: from here on lines have no seal"_s),
                 qPrintable(run.output));
        QVERIFY2(run.output.contains(november + u":6: from here on lines are sealed with a key"_s),
                 qPrintable(run.output));
        QVERIFY(run.output.contains(u"2 lines have no seal"));
        QVERIFY(!run.output.contains(u"The audit trail is whole"));
    }

    void T2_aCutEndStaysTold()
    {
        setContent(m_folder + u'/' + november,
                   linesOf(m_folder + u'/' + november).first(1).join('\n') + '\n');
        Run run = call({u"verify"_s});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.output.startsWith(november + u":2: this line and what followed were cut off"_s),
                 qPrintable(run.output));
        AuditEnd forged; // as a person without the key can write it
        forged.file = november;
        forged.size = QFileInfo(m_folder + u'/' + november).size();
        forged.next = 2;
        forged.prev = AuditLine::read(linesOf(m_folder + u'/' + november).constFirst())->hash;
        QVERIFY(forged.write(endOf(location()), nullptr));
        QVERIFY(QFile::remove(location().mark));
        QCOMPARE(call({u"verify"_s}).code, 1);
        const PersonDigest key = testKey();
        AuditBook book(location());
        QList<QJsonObject> entries{entry(u"login"_s)};
        QVERIFY(book.append(entries, &key));
        run = call({u"verify"_s});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.output.contains(november + u":2: the end was marked without the key"_s),
                 qPrintable(run.output));
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

    void T2_anEmptiedFolderIsTold()
    {
        QVERIFY(QDir(m_folder).removeRecursively());
        Run run = call({u"verify"_s});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.output.startsWith(november + u": this file and all others are gone"_s),
                 qPrintable(run.output));
        QCOMPARE(call({u"export"_s}).output.count(u"\r\n"), 1);
        QVERIFY(QFile::remove(location().mark));
        run = call({u"verify"_s});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.output.startsWith(m_folder + u": there is no audit trail"_s), qPrintable(run.output));
    }

    // Of a copy elsewhere there is no mark; where it was written there is.
    void T2_anOlderStateThatWouldNotBeNoticedIsSaid()
    {
        QVERIFY(!call({u"verify"_s}).error.contains(u"Nothing outside the folder"));
        const QString mark = location().mark;
        QVERIFY(QFile::rename(mark, mark + u".away"_s));
        Run run = call({u"verify"_s});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.output.contains(QFileInfo(mark).fileName() +
                                     u": the mark outside the folder is missing or damaged"_s),
                 qPrintable(run.output));
        QVERIFY(QFile::rename(mark + u".away"_s, mark));

        const QString copy = m_place->filePath(u"copy/hekim-asistani/audit"_s);
        QVERIFY(QDir().mkpath(copy));
        QVERIFY(QDir().rename(m_folder, copy + u"/custom"_s));
        run = call({u"verify"_s}, {}, m_place->filePath(u"copy"_s));
        QCOMPARE(run.code, hasKeyring() ? 0 : 1);
        QVERIFY2(run.error.contains(u"Nothing outside the folder"), qPrintable(run.error));
        QVERIFY(!run.output.contains(u"the mark outside the folder"));
    }

    void T1_aWrongClockHidesNoLineFromItsDay()
    {
        const PersonDigest key = testKey();
        AuditBook book(location());
        QList<QJsonObject> entries{entry(u"print"_s, u"2031-05-05T12:00:00.000Z"_s),
                                   entry(u"export"_s, u"2000-01-01T12:00:00.000Z"_s),
                                   entry(u"logout"_s, u"2026-11-21T18:00:00.000Z"_s),
                                   entry(u"login"_s, u"2026-11-22T08:00:00.000Z"_s)};
        QVERIFY(book.append(entries, &key));
        const Run day = call({u"export"_s, u"--from"_s, u"2026-11-21"_s, u"--to"_s, u"2026-11-21"_s});
        QCOMPARE(day.code, 0);
        QCOMPARE(day.output.count(u"\r\n"), 5);
        QVERIFY(day.output.contains(u"2031-05-05") && day.output.contains(u"2000-01-01"));
        QVERIFY2(day.error.contains(u"2 lines were written between those of these days"),
                 qPrintable(day.error));
        const Run next = call({u"export"_s, u"--from"_s, u"2026-11-22"_s, u"--to"_s, u"2026-11-22"_s});
        QCOMPARE(next.output.count(u"\r\n"), 2);
    }

private:
    /// As the program finds it.
    [[nodiscard]] AuditLocation location(EnvironmentName environment = EnvironmentName::Custom) const
    {
        qputenv("XDG_STATE_HOME", m_place->path().toUtf8());
        qputenv("XDG_CONFIG_HOME", m_place->path().toUtf8());
        return AuditLocation::standard(environment);
    }

    Run call(const QStringList& audit, const QByteArray& input = {}, const QString& state = {})
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_STATE_HOME"_s, state.isEmpty() ? m_place->path() : state);
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
