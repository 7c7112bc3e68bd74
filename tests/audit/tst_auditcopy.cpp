// The copy of the trail at a syslog server over TLS (setting audit/syslogServer), against real servers.

#include "audit/audittest.h"

#include "audit/auditbook.h"
#include "audit/auditcopy.h"
#include "audit/audittrail.h"
#include "audit/sentmark.h"
#include "service/trusted.h"
#include "services/keychain.h"
#include "support/syslogsink.h"

#include <QElapsedTimer>
#include <QMutex>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>

using namespace hekim;
using namespace hekim::test;
using namespace std::chrono_literals;

namespace {

const QString host = u"127.0.0.1"_s;
const QString doctorNumber = u"10000000146"_s;
const QString patientNumber = u"17291716060"_s;

QMutex logMutex;
QStringList logLines;

void keepLog(QtMsgType, const QMessageLogContext&, const QString& text)
{
    const QMutexLocker lock(&logMutex);
    logLines.append(text);
}

/// What was logged about copies since it was made.
class LogWatch
{
public:
    LogWatch() : m_before(qInstallMessageHandler(keepLog)) { lines(true); }
    ~LogWatch() { qInstallMessageHandler(m_before); }
    Q_DISABLE_COPY_MOVE(LogWatch)

    static QStringList lines(bool forget = false)
    {
        const QMutexLocker lock(&logMutex);
        const QStringList all = logLines.filter(u"copy"_s);
        if (forget)
            logLines.clear();
        return all;
    }

private:
    QtMessageHandler m_before;
};

} // namespace

class AuditCopyTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        qunsetenv("DISPLAY");
    }

    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        m_folder = m_place->filePath(u"audit"_s);
        m_trusted = std::make_unique<Trusted>(m_authority);
        m_log = std::make_unique<LogWatch>();
    }

    void cleanup()
    {
        m_log.reset();
        m_trusted.reset();
    }

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

    // The server ends in the middle of the work, with lines unread in its socket, and comes back.
    void anOutageLosesNothing()
    {
        auto sink = std::make_unique<SyslogSink>(m_authority.issue({host}));
        const quint16 port = sink->port();
        Copy copy(*this, port, 2s);
        QByteArrayList came;
        for (int outage = 0; outage < 3; ++outage) {
            copy.append(QList<QJsonObject>(300, entry(u"form-opened"_s)));
            QTRY_VERIFY_WITH_TIMEOUT(!sink->texts().isEmpty(), 20000);
            sink->stop();
            came += sink->texts();
            copy.append(QList<QJsonObject>(20, entry(u"print"_s)));
            sink = std::make_unique<SyslogSink>(m_authority.issue({host}), port);
            QTRY_VERIFY_WITH_TIMEOUT(sink->texts().contains(lines().constLast()), 30000);
        }
        came += sink->texts();
        QVERIFY(!sink->isMalformed());
        const QByteArrayList all = lines();
        QCOMPARE(all.size(), 960);
        for (const QByteArray& line : all)
            QVERIFY2(came.contains(line), line.constData());
        for (const QByteArray& line : std::as_const(came))
            QVERIFY2(all.contains(line), line.constData());
    }

    // Once for an outage, with host and reason; and once when it is over.
    void theOutageIsToldOnce()
    {
        quint16 port = 0;
        {
            const SyslogSink sink(m_authority.issue({host}));
            port = sink.port();
        }
        Copy copy(*this, port);
        copy.append({entry(u"login"_s)});
        const QString told = u"audit: no copy goes to 127.0.0.1:%1: ConnectionRefusedError"_s.arg(port);
        QTRY_COMPARE_WITH_TIMEOUT(LogWatch::lines(), QStringList{told}, 20000);
        SyslogSink sink(m_authority.issue({host}), port);
        const QString over = u"audit: 127.0.0.1:%1 takes the copy again"_s.arg(port);
        QTRY_COMPARE_WITH_TIMEOUT(LogWatch::lines(), (QStringList{told, over}), 20000);
    }

    void S4_nothingGoesToAServerThatIsNotTrusted_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("reason");
        QTest::newRow("unknown authority") << u"unknown"_s << u"issuer not trusted"_s;
        QTest::newRow("self-signed") << u"self-signed"_s << u"self-signed certificate"_s;
        QTest::newRow("another host") << u"other host"_s << u"certificate is for another host"_s;
        QTest::newRow("expired") << u"expired"_s << u"certificate expired"_s;
        QTest::newRow("old TLS") << u"old"_s << u"Error"_s;
    }

    void S4_nothingGoesToAServerThatIsNotTrusted()
    {
        QFETCH(const QString, kind);
        QFETCH(const QString, reason);
        TestAuthority unknown(u"Unknown CA"_s);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const TestCertificate certificate = kind == u"unknown"       ? unknown.issue({host})
                                            : kind == u"self-signed" ? m_authority.selfSigned({host})
                                            : kind == u"other host"  ? m_authority.issue({u"log.example"_s})
                                            : kind == u"expired"
                                                ? m_authority.issue({host}, now.addDays(-9), now.addDays(-2))
                                                : m_authority.issue({host});
        QT_WARNING_PUSH
        QT_WARNING_DISABLE_DEPRECATED
        SyslogSink sink(certificate, 0, kind == u"old" ? QSsl::TlsV1_1 : QSsl::TlsV1_2OrLater);
        QT_WARNING_POP
        Copy copy(*this, sink.port());
        copy.append({entry(u"login"_s)});
        QTRY_VERIFY_WITH_TIMEOUT(!LogWatch::lines().isEmpty(), 20000);
        QVERIFY2(LogWatch::lines().constFirst().contains(reason), qPrintable(LogWatch::lines().constFirst()));
        // Nor when it is tried again.
        QTest::qWait(300);
        QCOMPARE(sink.bytes(), QByteArray());
        QCOMPARE(LogWatch::lines().size(), 1);
        QCOMPARE(sentmark::read(m_folder).value_or(-1), 0);
    }

    // The right name at the same address is taken: the check above looks at the name and not at the address.
    void theServersNameIsJudged()
    {
        SyslogSink sink(m_authority.issue({u"localhost"_s}));
        Copy copy(*this, sink.port(), 200ms, u"localhost"_s);
        copy.append({entry(u"login"_s)});
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

    // Neither whoever records, nor the file, nor the end of the program waits for a server that is stuck.
    void W2_aServerThatReadsNothingStopsNobody()
    {
        write(QList<QJsonObject>(1000, largeEntry()));
        sentmark::write(m_folder, 0);
        SyslogSink sink(m_authority.issue({host}));
        sink.setManner(SyslogSink::Manner::ReadsNothing);
        QElapsedTimer end;
        {
            Trail trail(*this, sink.port());
            QTRY_COMPARE_WITH_TIMEOUT(sink.connections(), 1, 20000);
            QElapsedTimer time;
            time.start();
            for (int i = 0; i < 1000; ++i)
                trail.trail.record({AuditAction::FormOpened,
                                    AuditOutcome::Done,
                                    person(doctorNumber),
                                    person(patientNumber),
                                    std::nullopt,
                                    {}});
            QVERIFY2(time.elapsed() < 1000, qPrintable(QString::number(time.elapsed())));
            QTRY_COMPARE_WITH_TIMEOUT(lines().size(), 2000, 30000);
            end.start();
        }
        QVERIFY2(end.elapsed() < 1000, qPrintable(QString::number(end.elapsed())));
    }

    // It is given up after a while, and all that it was given is sent to the one that comes instead.
    void aServerThatReadsNothingIsLeft()
    {
        auto stuck = std::make_unique<SyslogSink>(m_authority.issue({host}));
        stuck->setManner(SyslogSink::Manner::ReadsNothing);
        const quint16 port = stuck->port();
        Copy copy(*this, port, 5s);
        copy.append(QList<QJsonObject>(1000, largeEntry()));
        QTRY_VERIFY_WITH_TIMEOUT(!LogWatch::lines().isEmpty(), 20000);
        // Whoever is faster: the program's own patience, or the operating system's.
        const QString told = LogWatch::lines().constFirst();
        QVERIFY2(told.contains(u"takes nothing"_s) || told.contains(u"Error"_s), qPrintable(told));
        stuck.reset();
        SyslogSink sink(m_authority.issue({host}), port);
        QTRY_COMPARE_WITH_TIMEOUT(sink.texts().size(), 1000, 30000);
        QCOMPARE(sink.texts(), lines());
    }

    // A peer that takes the connection and never speaks TLS.
    void aServerWithoutTlsIsLeft()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        Copy copy(*this, silent.serverPort());
        copy.append({entry(u"login"_s)});
        QTRY_VERIFY_WITH_TIMEOUT(!LogWatch::lines().isEmpty(), 20000);
        QVERIFY(LogWatch::lines().constFirst().contains(u"no connection in time"_s));
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
    /// A thousand of these are more than the buffers of two sockets hold.
    static QJsonObject largeEntry()
    {
        QJsonObject large = entry(u"export"_s);
        large.insert(u"detail"_s, QString(8000, u'x'));
        return large;
    }

    static quint16 freePort()
    {
        QTcpServer server;
        return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
    }

    static IdentityNumber person(const QString& digits)
    {
        return IdentityNumber::parse(digits, u"patient"_s).value();
    }

    void write(QList<QJsonObject> entries) const
    {
        const PersonDigest key = testKey();
        AuditBook book(m_folder);
        QVERIFY(book.append(entries, &key));
    }

    /// All lines of the trail.
    [[nodiscard]] QByteArrayList lines() const
    {
        QByteArrayList all;
        for (const AuditFileName& file : auditFilesIn(m_folder))
            all += linesOf(m_folder + u'/' + file.toString());
        return all;
    }

    /// A copy of the trail to a port of this computer, with the patience of a test.
    struct Copy
    {
        Copy(const AuditCopyTest& of, quint16 port, std::chrono::milliseconds settling = 200ms,
             const QString& name = host)
            : test(of)
            , copy(of.m_folder, {name, port},
                   {{.connecting = 3s,
                     .taking = 2s,
                     .settling = settling,
                     .firstWait = 20ms,
                     .longestWait = 100ms},
                    100ms})
        {
            copy.start();
        }
        void append(const QList<QJsonObject>& entries)
        {
            test.write(entries);
            copy.wake();
        }
        const AuditCopyTest& test;
        AuditCopy copy;
    };

    /// A whole trail with the settings of a policy.
    struct Trail
    {
        Trail(const AuditCopyTest& test, quint16 port) : trail(test.m_folder, settings(test, port), persons)
        {
        }

        static Settings settings(const AuditCopyTest& test, quint16 port)
        {
            SettingsPlaces places;
            places.user.path = test.m_place->filePath(u"settings.ini"_s);
            places.policy.path = test.m_place->filePath(u"policy.conf"_s);
            places.defaults.path = test.m_place->filePath(u"defaults.conf"_s);
            setContent(places.policy.path,
                       "[environment]\nname=training\n[audit]\nkeepMonths=0\nsyslogServer=\"127.0.0.1:" +
                           QByteArray::number(port) + "\"\n");
            return Settings::load(places, {}).value();
        }

        Keychain keychain{Keychain::Patience{2000ms, 1ms}, nullptr};
        PersonDigests persons{keychain};
        AuditTrail trail;
    };

    TestAuthority m_authority;
    std::unique_ptr<QTemporaryDir> m_place;
    QString m_folder;
    std::unique_ptr<Trusted> m_trusted;
    std::unique_ptr<LogWatch> m_log;
};

QTEST_GUILESS_MAIN(AuditCopyTest)
#include "tst_auditcopy.moc"
