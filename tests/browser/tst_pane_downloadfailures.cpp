#include "browser/offering.h"
#include "platform/files/memoryfolder.h"

#include <QApplication>
#include <QProcess>
#include <QTemporaryDir>

#include <sys/syscall.h>
#include <unistd.h>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;

namespace {
/// A disk of two MiB, where the test may mount one.
class SmallDisk
{
public:
    SmallDisk()
    {
        m_mounted =
            ::geteuid() == 0 && QProcess::execute(u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=2m"_s,
                                                               u"hekim-test"_s, m_folder.path()}) == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted)
            QProcess::execute(u"umount"_s, {u"-l"_s, m_folder.path()});
    }
    [[nodiscard]] bool isThere() const { return m_mounted; }
    [[nodiscard]] QString path() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
    bool m_mounted = false;
};
} // namespace

/// What goes wrong while a page's file is saved: told as what it is, and nothing half is left.
class TestPaneDownloadFailures : public QObject
{
    Q_OBJECT

private slots:
    void aSlowOneIsCancelled();
    void aCutOneLeavesNothing();
    void anErrorOfTheServer();
    void noRightToWrite();
    void theDiskIsFull();
    void largerThanTheDisk();
    void thePageGoesMeanwhile();
};

void TestPaneDownloadFailures::aSlowOneIsCancelled()
{
    Offering offering;
    HttpServerReply slow = HttpServerReply::drip();
    slow.contentType = "application/octet-stream";
    slow.pause = std::chrono::milliseconds(5);
    slow.headers = {{"Content-Disposition", "attachment; filename=s.bin"}};
    offering.server.route("/file", slow);
    Download* download = offering.click();
    QVERIFY(download);
    QSignalSpy progress(download, &Download::progress);
    QTemporaryDir folder;
    Ending ending(download);
    download->save(folder.filePath(u"s"_s));
    QTRY_VERIFY(progress.count() >= 1);
    download->cancel();
    QTRY_COMPARE(everythingIn(folder.path()), QStringList());
    QCOMPARE(offering.pane.page->savingFiles(), 0);
    QCOMPARE(ending.saved.count() + ending.failed.count(), 0);
}

void TestPaneDownloadFailures::aCutOneLeavesNothing()
{
    Offering offering;
    HttpServerReply cut = HttpServerReply::cutInside();
    cut.body = pattern(100000);
    cut.contentType = "application/octet-stream";
    cut.headers = {{"Content-Disposition", "attachment; filename=c.bin"}};
    offering.server.route("/file", cut);
    Download* download = offering.click();
    QVERIFY(download);
    QTemporaryDir folder;
    Ending ending(download);
    download->save(folder.filePath(u"c"_s));
    QVERIFY(ending.wait());
    QVERIFY(ending.failure() == Download::Failure::Cut);
    QCOMPARE(offering.offered.count(), 0); // the engine's own second try is no second offer
    QTRY_COMPARE(everythingIn(folder.path()), QStringList());
}

void TestPaneDownloadFailures::anErrorOfTheServer()
{
    Offering offering(u"<a id=a href=/file download>x</a>"_s);
    HttpServerReply error = HttpServerReply::html("<p>broken", 500);
    offering.server.route("/file", error);
    Download* download = offering.click();
    QVERIFY(download);
    QTemporaryDir folder;
    Ending ending(download);
    download->save(folder.filePath(u"e"_s));
    QVERIFY(ending.wait());
    QVERIFY(ending.failure() == Download::Failure::ServerFailed);
    QTRY_COMPARE(everythingIn(folder.path()), QStringList());
}

void TestPaneDownloadFailures::noRightToWrite()
{
    Offering offering;
    offering.server.route("/file", attachment("x", "x.txt"));
    Download* download = offering.click();
    QVERIFY(download);
    QTemporaryDir folder;
    QVERIFY(QFile::setPermissions(folder.path(),
                                  QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther));
    Ending ending(download);
    // Root may write everywhere: for the threads that start here it is an ordinary user.
    const bool root = ::geteuid() == 0;
    if (root)
        QCOMPARE(::syscall(SYS_setresuid, 65534, 65534, 0), 0L);
    download->save(folder.filePath(u"x.txt"_s));
    if (root)
        QCOMPARE(::syscall(SYS_setresuid, 0, 0, 0), 0L);
    QVERIFY(ending.wait());
    QVERIFY(ending.failure() == Download::Failure::NotAllowed);
    QCOMPARE(everythingIn(folder.path()), QStringList());
    QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void TestPaneDownloadFailures::theDiskIsFull()
{
    const SmallDisk disk;
    if (!disk.isThere())
        QSKIP("no small disk can be mounted here (needs root)");
    Offering offering;
    offering.server.route(
        "/file", [](const HttpServerRequest&) { return attachment(pattern(8 * 1024 * 1024), "f.bin"); });
    Download* download = offering.click();
    QVERIFY(download);
    // Full after the look at the free space.
    Ending ending(download);
    QFile filler(disk.path() + u"/filler"_s);
    QVERIFY(filler.open(QIODevice::WriteOnly));
    filler.write(QByteArray(1900 * 1024, 'x'));
    filler.close();
    download->save(disk.path() + u"/f.bin"_s);
    QVERIFY(ending.wait());
    QVERIFY(ending.failure() == Download::Failure::NoSpace);
    QTRY_COMPARE(everythingIn(disk.path()), QStringList{u"filler"_s});
}

void TestPaneDownloadFailures::largerThanTheDisk()
{
    const SmallDisk disk;
    if (!disk.isThere())
        QSKIP("no small disk can be mounted here (needs root)");
    Offering offering;
    offering.server.route("/file", attachment(pattern(3 * 1024 * 1024), "h.bin"));
    Download* download = offering.click();
    QVERIFY(download);
    QTRY_COMPARE(download->size(), 3 * 1024 * 1024);
    Ending ending(download);
    download->save(disk.path() + u"/h.bin"_s);
    QVERIFY(ending.wait());
    QVERIFY(ending.failure() == Download::Failure::NoSpace);
    QCOMPARE(everythingIn(disk.path()), QStringList());
}

void TestPaneDownloadFailures::thePageGoesMeanwhile()
{
    QTemporaryDir folder;
    {
        Offering offering;
        HttpServerReply slow = HttpServerReply::drip();
        slow.pause = std::chrono::milliseconds(5);
        slow.contentType = "application/octet-stream";
        slow.headers = {{"Content-Disposition", "attachment; filename=s.bin"}};
        offering.server.route("/file", slow);
        Download* download = offering.click();
        QVERIFY(download);
        QSignalSpy progress(download, &Download::progress);
        download->save(folder.filePath(u"s"_s));
        QTRY_VERIFY(progress.count() >= 1);
    }
    QTRY_COMPARE(everythingIn(folder.path()), QStringList());
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QTemporaryDir usersFolder;
    qputenv("XDG_DATA_HOME", usersFolder.path().toLocal8Bit());
    const EngineDownloadsInMemory downloadsInMemory;
    TestPaneDownloadFailures test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_pane_downloadfailures.moc"
