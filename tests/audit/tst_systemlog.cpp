// The copy of the trail in the system log (setting audit/systemLog), against a real journald: run by
// with-journald.sh, whose /dev/log is a journald's own.

#include "audit/audittest.h"

#include "audit/audittrail.h"
#include "services/secrets/keychain.h"

#include <QJsonDocument>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace hekim;
using namespace hekim::test;
using namespace std::chrono_literals;

class SystemLogTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        qunsetenv("DISPLAY");
    }

    // Under the name and with the facility that IT is told, byte by byte as in the file.
    void everyLineStandsInTheJournal()
    {
        if (qEnvironmentVariable("HEKIM_INSIDE_JOURNAL") != "yes"_L1)
            QSKIP("needs with-journald.sh");
        const QTemporaryDir place;
        SettingsPlaces places;
        places.policy.path = place.filePath(u"policy.conf"_s);
        places.user.path = place.filePath(u"settings.ini"_s);
        places.defaults.path = place.filePath(u"defaults.conf"_s);
        setContent(places.policy.path, "[environment]\nname=training\n[audit]\nsystemLog=Yes\n");
        const QString folder = place.filePath(u"audit"_s);
        {
            Keychain keychain{Keychain::Patience{2000ms, 1ms}, nullptr};
            PersonDigests persons{keychain};
            AuditTrail trail({folder}, Settings::load(places, {}).value(), persons);
            QSignalSpy written(&trail, &AuditTrail::written);
            trail.record({.action = AuditAction::Login,
                          .doctor = IdentityNumber::parse(u"10000000146"_s, u"doctor"_s).value()});
            trail.record({.action = AuditAction::Print, .detail = u"çıktı"_s});
            QVERIFY(written.wait(20000));
        }
        const QByteArrayList lines = linesOf(folder + u'/' + auditFilesIn(folder).constLast().toString());
        QCOMPARE(lines.size(), 2);
        QList<QJsonObject> entries;
        QTRY_COMPARE((entries = journal()).size(), lines.size());
        for (qsizetype i = 0; i < lines.size(); ++i) {
            QCOMPARE(entries.at(i).value("MESSAGE"_L1).toString().toUtf8(), lines.at(i));
            QCOMPARE(entries.at(i).value("SYSLOG_FACILITY"_L1).toString(), u"10"_s); // authpriv
            QCOMPARE(entries.at(i).value("PRIORITY"_L1).toString(), u"6"_s);         // informational
            QCOMPARE(entries.at(i).value("SYSLOG_PID"_L1).toString().toLongLong(),
                     QCoreApplication::applicationPid());
        }
    }

private:
    static QList<QJsonObject> journal()
    {
        QProcess reader;
        reader.start(u"journalctl"_s, {u"--directory=/run/log/journal"_s, u"-t"_s, u"hekim-asistani-audit"_s,
                                       u"--output=json"_s, u"--all"_s, u"--no-pager"_s});
        reader.waitForFinished();
        QList<QJsonObject> entries;
        for (const QByteArray& line : reader.readAllStandardOutput().split('\n')) {
            if (!line.isEmpty())
                entries.append(QJsonDocument::fromJson(line).object());
        }
        return entries;
    }
};

QTEST_GUILESS_MAIN(SystemLogTest)
#include "tst_systemlog.moc"
