// The copy of the trail while its syslog server is away, stuck, or not the one it should be.

#include "audit/copytest.h"

#include <QElapsedTimer>
#include <QTcpServer>

using namespace hekim;
using namespace hekim::test;

class AuditCopyFaultsTest : public CopyTest
{
    Q_OBJECT

private slots:
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
        QTRY_VERIFY_WITH_TIMEOUT(!LogWatch::lines().isEmpty() || !sink.bytes().isEmpty(), 20000);
        QCOMPARE(sink.bytes(), QByteArray());
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
};

QTEST_GUILESS_MAIN(AuditCopyFaultsTest)
#include "tst_auditcopyfaults.moc"
