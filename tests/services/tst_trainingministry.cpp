#include "services/training/trainingministry.h"
#include "support/places.h"
#include "support/waiting.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;

Q_DECLARE_METATYPE(hekim::ErrorKind)

namespace {

const QString program = QStringLiteral(HEKIM_BIN "/fakeministry");

#ifdef Q_OS_LINUX
int running()
{
    int count = 0;
    for (const QString& entry : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        if (QFile::symLinkTarget(u"/proc/%1/exe"_s.arg(entry)) == program)
            ++count;
    }
    return count;
}
#endif

} // namespace

class TrainingMinistryTest : public QObject
{
    Q_OBJECT

private slots:
    void addressesAreRead()
    {
        qputenv("HEKIM_FAKE_MINISTRY", "good");
        TrainingMinistry ministry(program);
        QSignalSpy ready(&ministry, &TrainingMinistry::ready);
        QSignalSpy failed(&ministry, &TrainingMinistry::failed);
        ministry.start();
        QVERIFY(ready.wait());
        const auto endpoints = ready.constFirst().constFirst().value<Endpoints>();
        QCOMPARE(endpoints.erapor, QUrl(u"http://127.0.0.1:4711"_s));
        QCOMPARE(endpoints.hes, QUrl(u"http://127.0.0.1:4711/hes"_s));
        QVERIFY(endpoints.ogn.isEmpty());
        QCOMPARE(ready.count(), 1);
        QCOMPARE(failed.count(), 0);
    }

    void endsWithItsOwner()
    {
#ifdef Q_OS_LINUX
        for (const char* manner : {"good", "deaf"}) {
            qputenv("HEKIM_FAKE_MINISTRY", manner);
            auto ministry = std::make_unique<TrainingMinistry>(program);
            ministry->start();
            QTRY_COMPARE(running(), 1);
            QElapsedTimer elapsed;
            elapsed.start();
            ministry.reset();
            QVERIFY(elapsed.elapsed() < 1500);
            QCOMPARE(running(), 0);
        }
#endif
    }

    void failuresAreTold_data()
    {
        QTest::addColumn<QByteArray>("manner");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("ends") << QByteArray("ends") << ErrorKind::ConnectionFailed;
        QTest::newRow("address elsewhere") << QByteArray("foreign") << ErrorKind::BadReply;
        QTest::newRow("no address") << QByteArray("empty") << ErrorKind::BadReply;
        QTest::newRow("chatty") << QByteArray("chatty") << ErrorKind::BadReply;
        QTest::newRow("silent") << QByteArray("deaf") << ErrorKind::TimedOut;
    }
    void failuresAreTold()
    {
        QFETCH(QByteArray, manner);
        QFETCH(ErrorKind, kind);
        qputenv("HEKIM_FAKE_MINISTRY", manner);
        TrainingMinistry ministry(program);
        QSignalSpy ready(&ministry, &TrainingMinistry::ready);
        QSignalSpy failed(&ministry, &TrainingMinistry::failed);
        ministry.start();
        QVERIFY(failed.wait(15'000));
        QCOMPARE(failed.constFirst().constFirst().value<Error>().kind, kind);
        QCOMPARE(ready.count(), 0);
        // It may be tried again.
        qputenv("HEKIM_FAKE_MINISTRY", "good");
        ministry.start();
        QVERIFY(ready.wait());
        QCOMPARE(failed.count(), 1);
    }

    void missingProgramIsTold()
    {
        TrainingMinistry ministry(u"/nonexistent/hekim-asistani-training"_s);
        QSignalSpy failed(&ministry, &TrainingMinistry::failed);
        ministry.start();
        QCOMPARE(failed.count(), 0);
        QVERIFY(failed.wait());
        QCOMPARE(failed.constFirst().constFirst().value<Error>().kind, ErrorKind::ConnectionFailed);
    }

    void endOnItsOwnIsTold()
    {
#ifdef Q_OS_LINUX
        qputenv("HEKIM_FAKE_MINISTRY", "good");
        TrainingMinistry ministry(program);
        QSignalSpy ready(&ministry, &TrainingMinistry::ready);
        QSignalSpy failed(&ministry, &TrainingMinistry::failed);
        ministry.start();
        QVERIFY(ready.wait());
        auto* process = ministry.findChild<QProcess*>();
        QVERIFY(process);
        process->terminate();
        QVERIFY(failed.wait());
#endif
    }
};

QTEST_GUILESS_MAIN(TrainingMinistryTest)
#include "tst_trainingministry.moc"
