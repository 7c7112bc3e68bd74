// An AppImage's links and menu entry for one user: --integrate and --remove-integration of the real launcher,
// run out of a folder that says it is an AppImage's.

#include "process/launchfolder.h"
#include "support/places.h"

#include <QDir>
#include <QDirIterator>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim::test;

namespace {

const auto entryName = u"applications/hekim-asistani.desktop"_s;
const auto iconName = u"icons/hicolor/scalable/apps/hekim-asistani.svg"_s;
constexpr auto scheme = "x-scheme-handler/hekim-asistani";

QByteArray contentOf(const QString& name)
{
    QFile file(name);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& name, const QByteArray& content)
{
    QDir().mkpath(QFileInfo(name).path());
    QFile file(name);
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(content);
}

/// Every file and folder with its content.
QMap<QString, QByteArray> treeOf(const QString& folder)
{
    QMap<QString, QByteArray> tree;
    QDirIterator all(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                     QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString name = all.next();
        tree.insert(name, all.fileInfo().isDir() ? "folder" : contentOf(name));
    }
    return tree;
}

QByteArray execOf(const QByteArray& entry)
{
    for (const QByteArray& line : entry.split('\n')) {
        if (line.startsWith("Exec="))
            return line;
    }
    return {};
}

} // namespace

class TestIntegration : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void registersAndRemovesWithoutATrace();
    void registersAgainAfterAMove();
    void leavesAnotherProgramsEntryAlone();
    void quotesTheProgram_data();
    void quotesTheProgram();
    void tellsWhatCannotBeWritten();
    void refusesOutsideAnAppImage();

private:
    void runsAs(const QString& file);
    [[nodiscard]] QString data() const { return m_folder->path(u"data"_s); }
    [[nodiscard]] QString entry() const { return data() + u'/' + entryName; }

    std::unique_ptr<LaunchFolder> m_folder;
};

void TestIntegration::init()
{
    m_folder = std::make_unique<LaunchFolder>();
    QVERIFY(QDir().mkpath(data()));
    const QString share = m_folder->path(u"usr/share/"_s);
    write(share + entryName, contentOf(QStringLiteral(HEKIM_SOURCE "/resources/hekim-asistani.desktop")));
    write(share + iconName, contentOf(QStringLiteral(HEKIM_SOURCE "/resources/hekim-asistani.svg")));
    m_folder->environment().insert(u"XDG_DATA_HOME"_s, data());
    m_folder->environment().insert(u"APPDIR"_s, m_folder->path({}));
    runsAs(u"Hekim.AppImage"_s);
}

void TestIntegration::runsAs(const QString& file)
{
    write(m_folder->path(file), "image");
    m_folder->environment().insert(u"APPIMAGE"_s, m_folder->path(file));
}

void TestIntegration::registersAndRemovesWithoutATrace()
{
    write(data() + u"/applications/other.desktop"_s,
          "[Desktop Entry]\nType=Application\nName=Other\nExec=other\n");
    const auto before = treeOf(data());
    for (int time = 0; time < 2; ++time) { // once more is as good as once
        const Run run = m_folder->run({u"--integrate"_s});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.error, QString());
        QCOMPARE(execOf(contentOf(entry())),
                 "Exec=" + m_folder->path(u"Hekim.AppImage"_s).toUtf8() + " -- %u");
        QVERIFY(contentOf(entry()).contains(QByteArray("MimeType=") + scheme));
        QVERIFY(QFile::exists(data() + u'/' + iconName));
        if (!QStandardPaths::findExecutable(u"update-desktop-database"_s).isEmpty())
            QVERIFY(contentOf(data() + u"/applications/mimeinfo.cache"_s)
                        .contains(QByteArray(scheme) + "=hekim-asistani.desktop"));
    }
    for (int time = 0; time < 2; ++time) {
        QCOMPARE(m_folder->run({u"--remove-integration"_s}).exitCode, 0);
        QCOMPARE(treeOf(data()), before);
    }
}

void TestIntegration::registersAgainAfterAMove()
{
    QCOMPARE(m_folder->run({u"--integrate"_s}).exitCode, 0);
    runsAs(u"Newer.AppImage"_s);
    QCOMPARE(m_folder->run({u"--integrate"_s}).exitCode, 0);
    QVERIFY(execOf(contentOf(entry())).endsWith("/Newer.AppImage -- %u"));
}

void TestIntegration::leavesAnotherProgramsEntryAlone()
{
    write(entry(), "[Desktop Entry]\nExec=something-else\n");
    const auto before = treeOf(data());
    QCOMPARE(m_folder->run({u"--integrate"_s}).exitCode, 3);
    QCOMPARE(m_folder->run({u"--remove-integration"_s}).exitCode, 0);
    QCOMPARE(treeOf(data()), before);
}

void TestIntegration::quotesTheProgram_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("exec");
    QTest::newRow("blank") << u"Hekim Asistanı.AppImage"_s << QByteArray("Hekim Asistanı.AppImage\" -- %u");
    QTest::newRow("percent") << u"a%u.AppImage"_s << QByteArray("a%%u.AppImage -- %u");
    QTest::newRow("quote") << u"a\"b.AppImage"_s << QByteArray(R"(a\\"b.AppImage" -- %u)");
    QTest::newRow("dollar") << u"a$b`c.AppImage"_s << QByteArray(R"(a\\$b\\`c.AppImage" -- %u)");
    QTest::newRow("backslash") << uR"(a\b.AppImage)"_s << QByteArray(R"(a\\\\b.AppImage" -- %u)");
}

void TestIntegration::quotesTheProgram()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, exec);
    runsAs(file);
    QCOMPARE(m_folder->run({u"--integrate"_s}).exitCode, 0);
    const QByteArray quote = exec.contains('"') ? "\"" : "";
    QCOMPARE(execOf(contentOf(entry())), "Exec=" + quote + m_folder->path({}).toUtf8() + "/" + exec);
}

void TestIntegration::tellsWhatCannotBeWritten()
{
    write(data() + u"/applications"_s, "no folder");
    const Run run = m_folder->run({u"--integrate"_s});
    QCOMPARE(run.exitCode, 3);
    QVERIFY2(run.error.contains(u"hekim-asistani.desktop"_s), qPrintable(run.error));
}

void TestIntegration::refusesOutsideAnAppImage()
{
    m_folder->environment().insert(u"APPDIR"_s, u"/tmp"_s + u"/somebody-elses"_s); // an HBYS that is one
    QCOMPARE(m_folder->run({u"--integrate"_s}).exitCode, 2);
    QVERIFY(treeOf(data()).isEmpty());
}

QTEST_GUILESS_MAIN(TestIntegration)
#include "tst_integration.moc"
