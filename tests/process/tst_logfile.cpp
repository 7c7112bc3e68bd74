// The log: redacted, one line an event, rotated, the user's alone, and never in the way.

#include "platform/log/logfile.h"
#include "process/launchfolder.h"

#include <QDir>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;

Q_LOGGING_CATEGORY(someCategory, "hekim.test")

namespace {

constexpr qint64 maxBytes = 1024 * 1024;

QString contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class TestLogFile : public QObject
{
    Q_OBJECT

private slots:
    void writesTimeLevelCategoryText();
    void S1_linesAreRedacted();
    void oneEventIsOneLine();
    void isTheUsersAlone();
    void rotatesAndKeepsFour();
    void oversizeLineStaysWithinTheLimit();
    void threadsDoNotMix();
    void survivesAnUnwritableFolder();
    void handsTheHandlerBack();
};

void TestLogFile::writesTimeLevelCategoryText()
{
    const QTemporaryDir folder;
    const LogFile log(folder.filePath(u"a/b"_s), u"desktop.log"_s);
    QCOMPARE(log.path(), folder.filePath(u"a/b/desktop.log"_s));
    qCInfo(someCategory) << "window opened";
    qWarning("plain");
    const QStringList lines = contentOf(log.path()).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    const QRegularExpression form(
        u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z (\\w+) ([\\w.]+): (.*)$"_s);
    const QRegularExpressionMatch first = form.match(lines.constFirst());
    QVERIFY2(first.hasMatch(), qPrintable(lines.constFirst()));
    QCOMPARE(first.captured(1), u"info"_s);
    QCOMPARE(first.captured(2), u"hekim.test"_s);
    QCOMPARE(first.captured(3), u"window opened"_s);
    QCOMPARE(form.match(lines.constLast()).captured(1), u"warning"_s);
}

void TestLogFile::S1_linesAreRedacted()
{
    const QTemporaryDir folder;
    const LogFile log(folder.path(), u"desktop.log"_s);
    qWarning(
        "patient 10000000146 at https://erapor.example/form?Authorization=topsecret&patientId=10000000146");
    const QString content = contentOf(log.path());
    QVERIFY(content.contains(u"erapor.example"));
    QVERIFY2(!holdsWholeNumber(content.section(u' ', 1)), qPrintable(content));
    QVERIFY2(!content.contains(u"topsecret"), qPrintable(content));
}

void TestLogFile::oneEventIsOneLine()
{
    const QTemporaryDir folder;
    const LogFile log(folder.path(), u"desktop.log"_s);
    qWarning("first\r\n2024-01-01T00:00:00.000Z info forged: second");
    QCOMPARE(contentOf(log.path()).count(u'\n'), 1);
}

void TestLogFile::isTheUsersAlone()
{
    const QTemporaryDir folder;
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                        QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    {
        QFile old(folder.filePath(u"old.log"_s));
        QVERIFY(old.open(QIODevice::WriteOnly));
        QVERIFY(
            old.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadOther));
    }
    const LogFile fresh(folder.filePath(u"logs"_s), u"desktop.log"_s);
    QCOMPARE(QFileInfo(fresh.path()).permissions() & others, QFileDevice::Permissions());
    QCOMPARE(QFileInfo(folder.filePath(u"logs"_s)).permissions() & others, QFileDevice::Permissions());
    const LogFile old(folder.path(), u"old.log"_s);
    QCOMPARE(QFileInfo(old.path()).permissions() & others, QFileDevice::Permissions());
}

void TestLogFile::rotatesAndKeepsFour()
{
    const QTemporaryDir folder;
    const LogFile log(folder.path(), u"desktop.log"_s);
    const QByteArray text = QByteArray("word ").repeated(1600); // 8,000 bytes
    for (int i = 0; i < 7 * maxBytes / text.size(); ++i)
        qInfo("%d %s", i, text.constData());
    const QStringList files = QDir(folder.path()).entryList(QDir::Files, QDir::Name);
    QCOMPARE(files, (QStringList{u"desktop.log"_s, u"desktop.log.1"_s, u"desktop.log.2"_s, u"desktop.log.3"_s,
                                 u"desktop.log.4"_s}));
    for (const QString& file : files)
        QVERIFY(QFileInfo(folder.filePath(file)).size() <= maxBytes);
    const auto firstNumber = [&](const QString& file) {
        return contentOf(folder.filePath(file)).section(u' ', 3, 3).toInt();
    };
    for (qsizetype i = 1; i < files.size(); ++i)
        QVERIFY(firstNumber(files.at(i)) < firstNumber(files.at(i - 1))); // the higher, the older
}

void TestLogFile::oversizeLineStaysWithinTheLimit()
{
    const QTemporaryDir folder;
    const LogFile log(folder.path(), u"desktop.log"_s);
    qInfo("%s", QByteArray(3 * maxBytes, 'x').constData());
    qInfo("after it");
    QVERIFY(QFileInfo(log.path()).size() < maxBytes);
    QVERIFY(contentOf(log.path()).contains(u"after it"));
}

void TestLogFile::threadsDoNotMix()
{
    const QTemporaryDir folder;
    const LogFile log(folder.path(), u"desktop.log"_s);
    std::vector<std::unique_ptr<QThread>> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back(QThread::create([t] {
            for (int i = 0; i < 200; ++i)
                qInfo("thread %d line %d end", t, i);
        }));
        threads.back()->start();
    }
    for (const auto& thread : threads)
        QVERIFY(thread->wait(20000));
    const QStringList lines = contentOf(log.path()).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 800);
    for (const QString& line : lines)
        QVERIFY2(line.endsWith(u" end") && line.count(u"thread") == 1, qPrintable(line));
}

void TestLogFile::survivesAnUnwritableFolder()
{
    const QTemporaryDir folder;
    QFile inTheWay(folder.filePath(u"logs"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const LogFile log(folder.filePath(u"logs"_s), u"desktop.log"_s); // a file where the folder should be
    qInfo("still running");
    QVERIFY(!QFile::exists(log.path()));
}

void TestLogFile::handsTheHandlerBack()
{
    const QTemporaryDir folder;
    QString path;
    {
        const LogFile log(folder.path(), u"desktop.log"_s);
        path = log.path();
        qInfo("inside");
    }
    qInfo("outside");
    QVERIFY(contentOf(path).contains(u"inside"));
    QVERIFY(!contentOf(path).contains(u"outside"));
}

QTEST_GUILESS_MAIN(TestLogFile)
#include "tst_logfile.moc"
