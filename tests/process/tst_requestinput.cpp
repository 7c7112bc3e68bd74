// --request: the same fields as JSON, from a file or from standard input, within its limits.

#include "process/launchfolder.h"

#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;

class TestRequestInput : public QObject
{
    Q_OBJECT

private slots:
    void isReadFromFileAndInput();
    void isReadAsAColumnsPaddingLeavesIt();
    void isReadFromAPipeOfTheShell();
    void refusesWhatIsNoRequest_data();
    void refusesWhatIsNoRequest();
    void refusesWhatIsNoFile_data();
    void refusesWhatIsNoFile();
    void inputThatIsClosedIsRefused();
};

namespace {
const QByteArray request = R"({"patient":"10000000146","reason":2,"accession":["A1","A2"],"page":"create"})";
}

void TestRequestInput::isReadFromFileAndInput()
{
    const LaunchFolder folder;
    QCOMPARE(folder.run({u"--request"_s, folder.writeFile(u"request.json"_s, request)}).exitCode, 0);
    QCOMPARE(folder.run({u"--request"_s, u"-"_s}, request).exitCode, 0);
    const QByteArray longest = request + QByteArray(4096 - request.size(), ' ');
    QCOMPARE(folder.run({u"--request"_s, u"-"_s}, longest).exitCode, 0);
    QTRY_COMPARE(folder.messages().size(), 3);
    const QList<QJsonObject> messages = folder.messages();
    for (const QJsonObject& message : messages) {
        QCOMPARE(message.value(u"patient").toString(), u"10000000146"_s);
        QCOMPARE(message, messages.constFirst());
    }
}

void TestRequestInput::isReadAsAColumnsPaddingLeavesIt()
{
    const LaunchFolder folder;
    const QByteArray padded =
        "\xef\xbb\xbf{\"patient\":10000000146,\"reason\":\" 2\\t\",\"doctor\":null,\"hes\":\"\","
        "\"accession\":[\"A1   \",\"\\u00a0A2\\r\\n\"],\"page\":\"create\"}\r\n";
    QCOMPARE(folder.run({u"--request"_s, u"-"_s}, request).exitCode, 0);
    QCOMPARE(folder.run({u"--request"_s, folder.writeFile(u"request.json"_s, padded)}).exitCode, 0);
    QCOMPARE(folder.run({u"--request"_s, u"-"_s}, padded).exitCode, 0);
    QTRY_COMPARE(folder.messages().size(), 3);
    const QList<QJsonObject> messages = folder.messages();
    for (const QJsonObject& message : messages)
        QCOMPARE(message, messages.constFirst());
}

void TestRequestInput::isReadFromAPipeOfTheShell()
{
    LaunchFolder folder;
    const QString fifo = folder.path(u"fifo"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(fifo).constData(), S_IRUSR | S_IWUSR), 0);
    const QString file = folder.writeFile(u"request.json"_s, request);
    QProcess shell;
    shell.setProcessEnvironment(folder.environment());
    shell.start(u"/bin/sh"_s, {u"-c"_s, u"cat %1 >%2 & %3 --request %2 && cat %1 | %3 --request -"_s.arg(
                                            file, fifo, folder.launcher())});
    const Run run = LaunchFolder::finish(shell);
    QCOMPARE(run.error, QString());
    QCOMPARE(run.exitCode, 0);
    QTRY_COMPARE(folder.messages().size(), 2);
}

void TestRequestInput::refusesWhatIsNoRequest_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("10000000146");
    QTest::newRow("array") << QByteArray(R"(["10000000146"])");
    QTest::newRow("cut") << request.chopped(5);
    QTest::newRow("binary") << QByteArray("\0\1\2\xff\xfe", 5);
    QTest::newRow("not UTF-8") << QByteArray("{\"patient\":\"10000000146\",\"page\":\"\xff\"}");
    QTest::newRow("unknown member") << QByteArray(R"({"patient":"10000000146","environment":"live"})");
    QTest::newRow("number with an exponent") << QByteArray(R"({"patient":1.0000000146e10})");
    QTest::newRow("blank inside a number") << QByteArray(R"({"patient":"100000001 46"})");
    QTest::newRow("one byte too many") << request + QByteArray(4097 - request.size(), ' ');
    QTest::newRow("megabytes") << QByteArray(3'000'000, 'x');
    QTest::newRow("page") << QByteArray("<!DOCTYPE html><html></html>");
}

void TestRequestInput::refusesWhatIsNoRequest()
{
    QFETCH(QByteArray, document);
    const LaunchFolder folder;
    const Run fromInput = folder.run({u"--request"_s, u"-"_s}, document);
    const Run fromFile = folder.run({u"--request"_s, folder.writeFile(u"request.json"_s, document)});
    for (const Run& run : {fromInput, fromFile}) {
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.error.startsWith(u"hekim-asistani: ") && run.error.count(u'\n') == 1,
                 qPrintable(run.error));
        QVERIFY2(!holdsWholeNumber(run.error), qPrintable(run.error));
    }
    QVERIFY(folder.windows().isEmpty());
}

void TestRequestInput::refusesWhatIsNoFile_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("missing") << u"/nonexistent/10000000146.json"_s;
    QTest::newRow("folder") << u"/tmp"_s;
    QTest::newRow("endless") << u"/dev/zero"_s;
    QTest::newRow("empty device") << u"/dev/null"_s;
}

void TestRequestInput::refusesWhatIsNoFile()
{
    QFETCH(QString, path);
    const LaunchFolder folder;
    const Run run = folder.run({u"--request"_s, path});
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.error.contains(u"--request") && !holdsWholeNumber(run.error), qPrintable(run.error));
}

void TestRequestInput::inputThatIsClosedIsRefused()
{
    LaunchFolder folder;
    QProcess shell;
    shell.setProcessEnvironment(folder.environment());
    shell.start(u"/bin/sh"_s, {u"-c"_s, folder.launcher() + u" --request - <&-"_s});
    const Run closed = LaunchFolder::finish(shell);
    QCOMPARE(closed.exitCode, 2);
    QCOMPARE(closed.error, folder.run({u"--request"_s, u"-"_s}).error); // as an empty one, and as soon
}

QTEST_GUILESS_MAIN(TestRequestInput)
#include "tst_requestinput.moc"
