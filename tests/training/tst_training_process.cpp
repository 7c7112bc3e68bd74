#include "ministryprocess.h"

#include "core/identity/identitynumber.h"
#include "core/settings/training.h"
#include "support/places.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QtTest>

using namespace hekim;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 15000;

struct Ended
{
    int code = -1;
    QByteArray output;
    QByteArray complaint;
};

Ended run(const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral(HEKIM_BIN "/hekim-asistani-training"), arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(patience)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

bool connects(const QString& host, int port)
{
    QTcpSocket socket;
    socket.connectToHost(host, quint16(port));
    return socket.waitForConnected(patience);
}

} // namespace

class TestTrainingProcess : public QObject
{
    Q_OBJECT

private slots:
    void malformedArguments_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown option") << QStringList{u"--bogus"_s};
        QTest::newRow("stray word") << QStringList{u"8790"_s};
        QTest::newRow("port without value") << QStringList{u"--port"_s};
        QTest::newRow("port not a number") << QStringList{u"--port"_s, u"abc"_s};
        QTest::newRow("port negative") << QStringList{u"--port"_s, u"-1"_s};
        QTest::newRow("port too large") << QStringList{u"--port"_s, u"65536"_s};
        QTest::newRow("port twice") << QStringList{u"--port=0"_s, u"--port=0"_s};
        QTest::newRow("lifetime zero") << QStringList{u"--token-lifetime"_s, u"0"_s};
        QTest::newRow("misbehaviour unknown") << QStringList{u"--misbehave"_s, u"sulk"_s};
        QTest::newRow("misbehaviour place") << QStringList{u"--misbehave"_s, u"slow:roof"_s};
        QTest::newRow("misbehaviour times") << QStringList{u"--misbehave"_s, u"slow:api:0"_s};
        QTest::newRow("misbehaviour too long") << QStringList{u"--misbehave"_s, u"slow:api:1:2"_s};
        QTest::newRow("option of Qt's own") << QStringList{u"-platform"_s, u"xcb"_s};
    }

    void malformedArguments()
    {
        QFETCH(QStringList, arguments);
        const auto ended = run(arguments);
        QCOMPARE(ended.code, 2);
        QVERIFY(ended.output.isEmpty());
        QVERIFY2(ended.complaint.startsWith("hekim-asistani-training: "), ended.complaint);
        QCOMPARE(ended.complaint.count('\n'), 1);
    }

    void helpAndVersion()
    {
        const auto help = run({u"--help"_s});
        QCOMPARE(help.code, 0);
        QVERIFY(help.output.contains("--misbehave"));
        QVERIFY(help.output.contains("/training/misbehave?what="));
        const auto version = run({u"--version"_s});
        QCOMPARE(version.code, 0);
        QVERIFY(version.output.startsWith("hekim-asistani-training "));
    }

    void portInUse()
    {
        const MinistryProcess first;
        QVERIFY(first.port() > 0);
        const auto second = run({u"--port"_s, QString::number(first.port())});
        QCOMPARE(second.code, 5);
        QVERIFY2(second.complaint.contains(QByteArray::number(first.port())), second.complaint);
    }

    void firstLineThenReadableList()
    {
        QProcess process;
        process.start(QStringLiteral(HEKIM_BIN "/hekim-asistani-training"), {u"--port"_s, u"0"_s});
        QByteArray output;
        while (!output.contains("--patient") && process.waitForReadyRead(patience)) {
            output += process.readAllStandardOutput();
        }
        process.kill();
        process.waitForFinished();

        const auto first = QJsonDocument::fromJson(output.left(output.indexOf('\n'))).object();
        QCOMPARE(first.keys(), QStringList({u"erapor"_s, u"hes"_s, u"ogn"_s, u"teletip"_s, u"viewer"_s}));
        QVERIFY(first.value(u"erapor"_s).toString().startsWith(u"http://127.0.0.1:"_s));
        QVERIFY(output.contains("900001"));
        QVERIFY(output.contains("EGITIM-USS-0001"));
        const auto everybody = training::doctors() + training::patients();
        for (const auto& person : everybody) {
            QVERIFY2(output.contains(person.number.toUtf8()), qPrintable(person.number));
        }
    }

    void onlyTheFirstLineForPrograms()
    {
        MinistryProcess ministry;
        QVERIFY(ministry.port() > 0);
        ministry.process().closeWriteChannel();
        QVERIFY(ministry.process().waitForFinished(patience));
        QVERIFY(ministry.process().readAllStandardOutput().isEmpty());
    }

    void endsWhenStandardInputCloses()
    {
        MinistryProcess ministry;
        QVERIFY(ministry.port() > 0);
        ministry.process().closeWriteChannel();
        QVERIFY(ministry.process().waitForFinished(patience));
        QCOMPARE(ministry.process().exitStatus(), QProcess::NormalExit);
        QCOMPARE(ministry.process().exitCode(), 0);
    }

    void endsThoughARequestIsStuck()
    {
        MinistryProcess ministry({u"--misbehave"_s, u"stuck"_s});
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, quint16(ministry.port()));
        QVERIFY(socket.waitForConnected(patience));
        socket.write("GET /healthstatusweb/singledoctor/doctorindex HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        QVERIFY(socket.waitForBytesWritten(patience));
        QVERIFY(!socket.waitForReadyRead(300)); // it is stuck
        ministry.process().closeWriteChannel();
        QVERIFY(ministry.process().waitForFinished(patience));
        QCOMPARE(ministry.process().exitStatus(), QProcess::NormalExit);
        QCOMPARE(ministry.process().exitCode(), 0);
    }

    void boundToLoopbackOnly()
    {
        const MinistryProcess ministry;
        QVERIFY(connects(u"127.0.0.1"_s, ministry.port()));
#ifdef Q_OS_LINUX
        // On Linux every 127.x.y.z is this machine's: a server bound to all addresses would answer here.
        QVERIFY(!connects(u"127.0.0.2"_s, ministry.port()));
#endif
    }

    void everyInventedNumberIsValid()
    {
        const auto everybody = training::doctors() + training::patients();
        QVERIFY(everybody.size() >= 6);
        for (const auto& person : everybody) {
            const auto number = IdentityNumber::parse(person.number, u"number"_s);
            QVERIFY2(number && number->checksumHolds(), qPrintable(person.number));
        }
    }
};

QTEST_GUILESS_MAIN(TestTrainingProcess)
#include "tst_training_process.moc"
