// The copy of the trail at a syslog server over TLS (setting audit/syslogServer), against real servers.

#include "audit/copytest.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>

using namespace hekim;
using namespace hekim::test;

class AuditCopyTest : public CopyTest
{
    Q_OBJECT

private slots:
    void everyLineArrivesAsItStandsInTheFile()
    {
        SyslogSink sink(m_authority.issue({host}));
        Copy copy(*this, sink.port());
        QList<QJsonObject> entries{entry(u"login"_s), entry(u"print"_s)};
        entries[1].insert(u"station"_s, u"POLİKLİNİK 3"_s);
        entries[1].insert(u"detail"_s, u"çıktı – \"1\""_s);
        copy.append(entries);
        QTRY_COMPARE_WITH_TIMEOUT(sink.texts(), lines(), 20000);
        QVERIFY(!sink.isMalformed());
        const QByteArray pid = QByteArray::number(QCoreApplication::applicationPid());
        QCOMPARE(sink.messages().at(0).header,
                 "<86>1 2026-11-21T08:00:00.000Z - hekim-asistani " + pid + " login");
        QCOMPARE(sink.messages().at(1).header,
                 "<86>1 2026-11-21T08:00:00.000Z POL__KL__N__K_3 hekim-asistani " + pid + " print");
    }

    // One connection, kept while lines come, and none before there is one.
    void oneConnectionCarriesThemAll()
    {
        SyslogSink sink(m_authority.issue({host}));
        Copy copy(*this, sink.port());
        for (int i = 0; i < 20; ++i) {
            copy.append({entry(u"login"_s), entry(u"logout"_s)});
            QTRY_COMPARE_WITH_TIMEOUT(sink.texts().size(), 2 * (i + 1), 20000);
        }
        QCOMPARE(sink.texts(), lines());
        QCOMPARE(sink.connections(), 1);
    }

    void theFirstTimeOnlyNewLinesAreSent()
    {
        write({entry(u"login"_s), entry(u"logout"_s)});
        SyslogSink sink(m_authority.issue({host}));
        Copy copy(*this, sink.port());
        copy.append({entry(u"print"_s)});
        QTRY_COMPARE_WITH_TIMEOUT(sink.texts(), lines().mid(2), 20000);
    }

    void aMalformedMarkIsAsGoodAsNone_data()
    {
        QTest::addColumn<QByteArray>("mark");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("seq=1");
        QTest::newRow("no number") << QByteArray(R"({"seq":"1"})");
        QTest::newRow("negative") << QByteArray(R"({"seq":-5})");
    }

    void aMalformedMarkIsAsGoodAsNone()
    {
        QFETCH(const QByteArray, mark);
        write({entry(u"login"_s), entry(u"logout"_s)});
        setContent(m_folder + u"/audit.sent"_s, mark);
        SyslogSink sink(m_authority.issue({host}));
        Copy copy(*this, sink.port());
        copy.append({entry(u"print"_s)});
        QTRY_COMPARE_WITH_TIMEOUT(sink.texts(), lines().mid(2), 20000);
    }

    // The window is closed while the server is away: the lines come at the next start, and no older ones.
    void whatWasNotSentComesAtTheNextStart()
    {
        write({entry(u"login"_s)});
        quint16 port = 0;
        {
            const SyslogSink sink(m_authority.issue({host}));
            port = sink.port();
        }
        {
            Copy copy(*this, port);
            copy.append({entry(u"print"_s), entry(u"logout"_s)});
            QTRY_VERIFY_WITH_TIMEOUT(!LogWatch::lines().isEmpty(), 20000);
        }
        SyslogSink sink(m_authority.issue({host}), port);
        Copy copy(*this, port);
        QTRY_COMPARE_WITH_TIMEOUT(sink.texts(), lines().mid(1), 20000);
    }

    // What the server has taken is not sent at the next start again.
    void whatHasSettledIsNotSentAgain()
    {
        SyslogSink sink(m_authority.issue({host}));
        {
            Copy copy(*this, sink.port());
            copy.append({entry(u"login"_s), entry(u"logout"_s)});
            QTRY_COMPARE_WITH_TIMEOUT(sentmark::read(m_folder).value_or(-1), 2, 20000);
        }
        Copy copy(*this, sink.port());
        copy.append({entry(u"print"_s)});
        QTRY_COMPARE_WITH_TIMEOUT(sink.texts(), lines(), 20000);
    }

    // Of the most that the window could hand over, with a real trail.
    void S1_noWholeNumberOnTheWire()
    {
        SyslogSink sink(m_authority.issue({host}));
        {
            Trail trail(*this, sink.port());
            for (int i = 0; auditActionFromString(toString(static_cast<AuditAction>(i))); ++i) {
                trail.trail.record({static_cast<AuditAction>(i), AuditOutcome::Done, person(doctorNumber),
                                    person(patientNumber), LaunchSource::Url,
                                    u"patient %1 and %2"_s.arg(doctorNumber, patientNumber)});
            }
            QTRY_VERIFY_WITH_TIMEOUT(sink.texts().size() >= 22, 20000);
        }
        for (const QByteArray& secret :
             {doctorNumber.toLatin1(), patientNumber.toLatin1(), QByteArray("100 000 001 46")})
            QVERIFY2(!sink.bytes().contains(secret), secret.constData());
    }

    // Lines that were removed before the server had them: the trail says how many.
    void linesThatWereGoneAreCountedInTheTrail()
    {
        write({entry(u"login"_s, u"2026-09-01T08:00:00.000Z"_s),
               entry(u"print"_s, u"2026-09-01T08:00:00.000Z"_s),
               entry(u"logout"_s, u"2026-10-01T08:00:00.000Z"_s)});
        sentmark::write(m_folder, 0);
        QVERIFY(QFile::remove(m_folder + u"/audit-2026-09.jsonl"_s));
        SyslogSink sink(m_authority.issue({host}));
        Trail trail(*this, sink.port());
        trail.trail.record({AuditAction::Login});
        QTRY_VERIFY_WITH_TIMEOUT(sink.texts().size() >= 3, 20000);
        const QJsonObject told = QJsonDocument::fromJson(sink.texts().constLast()).object();
        QCOMPARE(told.value("event"_L1).toString(), u"copy-lost"_s);
        QCOMPARE(told.value("outcome"_L1).toString(), u"failed"_s);
        QCOMPARE(told.value("detail"_L1).toString(), u"2"_s);
        QCOMPARE(lines().count(sink.texts().constLast()), 1);
    }

    // A trail that was taken away and begun anew is copied from its beginning.
    void anotherTrailIsCopiedFromItsBeginning()
    {
        write(QList<QJsonObject>(5, entry(u"login"_s)));
        sentmark::write(m_folder, 5);
        for (const QString& name : {november, u"audit.end"_s})
            QVERIFY(QFile::remove(m_folder + u'/' + name));
        SyslogSink sink(m_authority.issue({host}));
        Copy copy(*this, sink.port());
        copy.append({entry(u"print"_s), entry(u"logout"_s)});
        QTRY_COMPARE_WITH_TIMEOUT(sink.texts(), lines(), 20000);
        QTRY_COMPARE_WITH_TIMEOUT(sentmark::read(m_folder).value_or(-1), 2, 20000);
    }

    // Two windows of one user write one trail: each line is sent once, and whoever stays sends on.
    void ofTwoWindowsOneSends()
    {
        SyslogSink sink(m_authority.issue({host}));
        auto first = std::make_unique<Copy>(*this, sink.port());
        first->append({entry(u"login"_s)});
        QTRY_COMPARE_WITH_TIMEOUT(sink.texts().size(), 1, 20000);
        Copy second(*this, sink.port());
        second.append({entry(u"print"_s)});
        QTRY_COMPARE_WITH_TIMEOUT(sink.texts().size(), 2, 20000);
        QCOMPARE(sink.connections(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(sentmark::read(m_folder).value_or(-1), 2, 20000);
        first.reset();
        second.append({entry(u"logout"_s)});
        QTRY_COMPARE_WITH_TIMEOUT(sink.texts(), lines(), 20000);
        QCOMPARE(sink.connections(), 2);
    }

    // A server that is not ours: rsyslog as docs/audit.md sets it up.
    void aRealRsyslogTakesThem()
    {
        const QString program =
            QStandardPaths::findExecutable(u"rsyslogd"_s, {u"/usr/sbin"_s, u"/sbin"_s, u"/usr/bin"_s});
        if (program.isEmpty())
            QSKIP("rsyslogd and its module gtls (rsyslog, rsyslog-gnutls) are not installed here");
        const quint16 port = freePort();
        const TestCertificate certificate = m_authority.issue({host});
        const QString received = m_place->filePath(u"received"_s);
        const QByteArray settings =
            u"global(workDirectory=\"%1\" maxMessageSize=\"16k\" defaultNetstreamDriverCAFile=\"%2\"\n"
            "defaultNetstreamDriverCertFile=\"%3\" defaultNetstreamDriverKeyFile=\"%4\")\n"
            "module(load=\"imtcp\" streamdriver.name=\"gtls\" streamdriver.mode=\"1\" "
            "streamdriver.authmode=\"anon\")\n"
            "input(type=\"imtcp\" port=\"%5\")\n"
            "template(name=\"t\" type=\"string\" string=\"%syslogfacility-text%|%syslogseverity-text%|"
            "%timereported:::date-rfc3339%|%hostname%|%app-name%|%procid%|%msgid%|%msg%\\n\")\n"
            "action(type=\"omfile\" file=\"%6\" template=\"t\")\n"_s.replace(u"%1"_s, m_place->path())
                .replace(u"%2"_s, m_authority.certificateFile())
                .replace(u"%3"_s, certificate.certificateFile)
                .replace(u"%4"_s, certificate.keyFile)
                .replace(u"%5"_s, QString::number(port))
                .replace(u"%6"_s, received)
                .toUtf8();
        const QString configuration = m_place->filePath(u"rsyslog.conf"_s);
        setContent(configuration, settings);
        QProcess rsyslog;
        const auto startServer = [&] {
            rsyslog.start(program, {u"-n"_s, u"-f"_s, configuration, u"-i"_s, m_place->filePath(u"pid"_s)});
            return rsyslog.waitForStarted();
        };
        Copy copy(*this, port);
        copy.append(QList<QJsonObject>(3, entry(u"login"_s)));
        QVERIFY(startServer());
        const auto taken = [&] {
            QByteArrayList texts;
            for (const QByteArray& line : linesOf(received))
                texts.append(line.split('|').mid(7).join('|'));
            return texts;
        };
        QTRY_COMPARE_WITH_TIMEOUT(taken(), lines(), 30000);
        const QByteArray pid = QByteArray::number(QCoreApplication::applicationPid());
        QVERIFY2(linesOf(received).constFirst().startsWith(
                     "authpriv|info|2026-11-21T08:00:00.000Z|-|hekim-asistani|" + pid + "|login|{"),
                 linesOf(received).constFirst().constData());
        QTRY_COMPARE_WITH_TIMEOUT(sentmark::read(m_folder).value_or(-1), 3, 20000);

        // Its restart.
        rsyslog.terminate();
        QVERIFY(rsyslog.waitForFinished());
        copy.append(QList<QJsonObject>(200, entry(u"form-opened"_s)));
        QVERIFY(startServer());
        QTRY_COMPARE_WITH_TIMEOUT(taken(), lines(), 30000);
        rsyslog.terminate();
        QVERIFY(rsyslog.waitForFinished());
    }

private:
    static quint16 freePort()
    {
        QTcpServer server;
        return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
    }
};

QTEST_GUILESS_MAIN(AuditCopyTest)
#include "tst_auditcopy.moc"
