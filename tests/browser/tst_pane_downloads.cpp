#include "browser/offering.h"
#include "platform/files/memoryfolder.h"
#include "platform/process/changedvariables.h"

#include <QApplication>
#include <QProcess>
#include <QTemporaryDir>

#include <sys/inotify.h>
#include <unistd.h>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;

namespace {
const QByteArray secret = "GizliIcerik7261";
} // namespace

/// What pages offer: saved where the user says and nowhere else (rule S2), never run.
class TestPaneDownloads : public QObject
{
    Q_OBJECT

private slots:
    void anAttachmentIsSaved();
    void S1_theNameIsSafe();
    void aBlobIsSaved();
    void aDataAddressIsSaved();
    void theAnswerToAFormIsSaved();
    void isReadIntoMemory();
    void aFileInPlaceOfThePageIsToldAsOne_data();
    void aFileInPlaceOfThePageIsToldAsOne();
    void nobodyAskedForIt();
    void aFloodIsRefused();
    void S2_nothingBeforeTheChoice();
    void S2_aKilledWindowLeavesNothing();
    void aLargeOneComesWhole();
};

void TestPaneDownloads::anAttachmentIsSaved()
{
    Offering offering;
    offering.server.route("/file", attachment("the content", "rapor.txt"));
    Download* download = offering.click();
    QVERIFY(download);
    QCOMPARE(download->offer().name, u"rapor.txt"_s);
    QCOMPARE(download->offer().host, u"127.0.0.1"_s);
    QVERIFY(download->offer().asked);
    QVERIFY(!download->offer().isPdf);
    QTemporaryDir folder;
    Ending ending(download);
    download->save(folder.filePath(u"my name.txt"_s));
    QVERIFY(ending.wait());
    QCOMPARE(ending.saved.count(), 1);
    QCOMPARE(everythingIn(folder.path()), QStringList{u"my name.txt"_s});
    QCOMPARE(contentOf(folder.filePath(u"my name.txt"_s)), "the content");
    QCOMPARE(offering.server.count("/file"), 1); // what was shown is what is saved
}

void TestPaneDownloads::S1_theNameIsSafe()
{
    Offering offering;
    offering.server.route("/file", attachment("x", "../../10000000146 \xC3\xA7\xC4\xB1kt\xC4\xB1.txt"));
    Download* download = offering.click();
    QVERIFY(download);
    QVERIFY2(!download->offer().name.contains(u"10000000146"), qUtf8Printable(download->offer().name));
    QVERIFY(!download->offer().name.contains(u'/'));
    QVERIFY2(download->offer().name.endsWith(u"çıktı.txt"), qUtf8Printable(download->offer().name));
}

void TestPaneDownloads::aBlobIsSaved()
{
    Offering offering(u"<a id=a href=#>x</a><script>a.onclick=()=>{const l=document.createElement('a');"
                      "l.href=URL.createObjectURL(new Blob(['blob content']));l.download='b.txt';l.click();"
                      "URL.revokeObjectURL(l.href);}</script>"_s);
    Download* download = offering.click();
    QVERIFY(download);
    QCOMPARE(download->offer().name, u"b.txt"_s);
    QCOMPARE(download->offer().host, u"127.0.0.1"_s);
    QTemporaryDir folder;
    Ending ending(download);
    download->save(folder.filePath(u"b"_s));
    QVERIFY(ending.wait());
    QCOMPARE(contentOf(folder.filePath(u"b"_s)), "blob content");
}

void TestPaneDownloads::aDataAddressIsSaved()
{
    Offering offering(u"<a id=a download=d.txt href='data:text/plain,data%20content'>x</a>"_s);
    Download* download = offering.click();
    QVERIFY(download);
    QCOMPARE(download->offer().host, u"127.0.0.1"_s);
    QTemporaryDir folder;
    Ending ending(download);
    download->save(folder.filePath(u"d"_s));
    QVERIFY(ending.wait());
    QCOMPARE(contentOf(folder.filePath(u"d"_s)), "data content");
}

void TestPaneDownloads::theAnswerToAFormIsSaved()
{
    Offering offering(
        u"<form method=post action=/file><input name=n value=v><button id=a>x</button></form>"_s);
    offering.server.route("/file", [](const HttpServerRequest& request) {
        return attachment(request.method + ' ' + request.body, "p.txt");
    });
    Download* download = offering.click();
    QVERIFY(download);
    QTemporaryDir folder;
    Ending ending(download);
    download->save(folder.filePath(u"p"_s));
    QVERIFY(ending.wait());
    QCOMPARE(contentOf(folder.filePath(u"p"_s)), "POST n=v");
    QCOMPARE(offering.server.count("/file"), 1); // sent once
}

void TestPaneDownloads::isReadIntoMemory()
{
    Offering offering;
    offering.server.route("/file", attachment("%PDF-1.4 not really", "r.pdf", "application/pdf"));
    Download* download = offering.click();
    QVERIFY(download);
    QVERIFY(download->offer().isPdf);
    Ending ending(download);
    download->read();
    QVERIFY(ending.wait());
    QCOMPARE(ending.ready.first().at(0).toByteArray(), "%PDF-1.4 not really");
    // What was shown can be saved afterwards, without asking the server again.
    QTemporaryDir folder;
    download->save(folder.filePath(u"r.pdf"_s));
    QTRY_COMPARE(ending.saved.count(), 1);
    QCOMPARE(contentOf(folder.filePath(u"r.pdf"_s)), "%PDF-1.4 not really");
    QCOMPARE(offering.server.count("/file"), 1);
}

void TestPaneDownloads::aFileInPlaceOfThePageIsToldAsOne_data()
{
    QTest::addColumn<bool>("openedBefore");
    QTest::addColumn<bool>("redirected");
    QTest::newRow("the very first load") << false << false;
    QTest::newRow("by a redirect") << false << true;
    QTest::newRow("after another page") << true << false;
}

void TestPaneDownloads::aFileInPlaceOfThePageIsToldAsOne()
{
    QFETCH(bool, openedBefore);
    QFETCH(bool, redirected);
    Offering offering;
    Pane& pane = offering.pane;
    const auto sheet = attachment("%PDF-1.4", "rapor.pdf", "application/pdf");
    offering.server.route("/sheet", sheet);
    offering.server.route("/file", redirected ? HttpServerReply::redirect(QUrl(u"/sheet"_s)) : sheet);
    if (openedBefore)
        QVERIFY(offering.open());
    bool hadDocument = true;
    connect(pane.page.get(), &IsolatedPage::downloadOffered, this,
            [&] { hadDocument = pane.page->hasDocument(); });
    QVERIFY(pane.openAndWait(rulesFor(offering.server.url()), offering.server.url(u"/file"_s)));
    Download* download = offering.wait();
    QVERIFY(download);
    QVERIFY(download->offer().isPdf);
    QVERIFY(!hadDocument); // so what shows the page knows that the file is all there is
    QCOMPARE(pane.loaded.count(), 0);
    QCOMPARE(pane.failed.count(), 1);
    QCOMPARE(pane.lastError().step, Step::PageNotShown);
    Ending ending(download);
    download->read();
    QVERIFY(ending.wait());
    QCOMPARE(ending.ready.count(), 1);
    QCOMPARE(offering.server.count("/sheet") + offering.server.count("/file"), redirected ? 2 : 1);
}

void TestPaneDownloads::nobodyAskedForIt()
{
    Offering offering(u"<script>location.href='/file'</script>"_s);
    offering.server.route("/file", attachment("x", "x.txt"));
    QVERIFY(offering.open());
    Download* download = offering.wait();
    QVERIFY(download);
    QVERIFY(!download->offer().asked);
}

void TestPaneDownloads::aFloodIsRefused()
{
    Offering offering(
        u"<script>let n=0;setInterval(()=>{if(n++>=40)return;const l=document.createElement('a');"
        "l.href='data:text/plain,'+n;l.download='f'+n;document.body.append(l);l.click()},200)</script>"_s);
    QVERIFY(offering.open());
    QTRY_VERIFY(offering.pane.noticed(Gatekeeper::Notice::DownloadRefused) >= 3);
    QVERIFY2(offering.offered.count() <= 8, qPrintable(QString::number(offering.offered.count())));
    QCOMPARE(offering.pane.evaluate(u"1+1"_s).toInt(), 2); // the page works on
}

void TestPaneDownloads::S2_nothingBeforeTheChoice()
{
    // The engine as it is writes the first part into the user's own folder (see EngineDownloadsInMemory), and
    // takes it away soon: what was made there meanwhile is told by the kernel.
    const int watch = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    QVERIFY(watch >= 0);
    const QByteArray usersFolder = userEnvironment().value(u"XDG_DATA_HOME"_s).toLocal8Bit();
    QVERIFY(usersFolder.startsWith("/tmp") || usersFolder.startsWith(QDir::tempPath().toLocal8Bit()));
    QVERIFY(::inotify_add_watch(watch, usersFolder.constData(), IN_CREATE | IN_MOVED_TO) >= 0);
    for (const QString& folder : {QDir::tempPath(), QDir::homePath()})
        QVERIFY(::inotify_add_watch(watch, QFile::encodeName(folder).constData(), IN_CREATE) >= 0);
    const auto made = [watch] {
        QByteArray events(65536, Qt::Uninitialized);
        const ssize_t size = ::read(watch, events.data(), size_t(events.size()));
        QStringList names;
        for (ssize_t at = 0; at < size;) {
            const auto* event = reinterpret_cast<const inotify_event*>(events.constData() + at);
            const QString name = QString::fromLocal8Bit(event->name);
            if (name.contains(u"chromium") || name.contains(u"hekim-asistani"))
                names.append(name);
            at += ssize_t(sizeof(inotify_event) + event->len);
        }
        return names;
    };

    Offering offering;
    offering.server.route("/file", attachment(secret, "s.bin"));
    // It waits, whole. The engine can hold it back before its first byte as well: then it is offered again.
    bool waits = false;
    for (int tries = 0; !waits && tries < 5; ++tries) {
        const std::unique_ptr<Download> download(offering.click());
        QVERIFY(download);
        waits = until([&] { return download->received() == secret.size(); }, std::chrono::seconds(5));
    }
    QVERIFY(waits);
    QCOMPARE(made(), QStringList());

    // The watch sees what is there to be seen.
    QFile planted(QString::fromLocal8Bit(usersFolder) + u"/.org.chromium.x"_s);
    QVERIFY(planted.open(QIODevice::WriteOnly));
    planted.close();
    QCOMPARE(made(), QStringList{u".org.chromium.x"_s});
    ::close(watch);
}

void TestPaneDownloads::S2_aKilledWindowLeavesNothing()
{
    const MemoryFolder living;
    QVERIFY(living.isValid());
    QProcess process;
    process.start(u"true"_s, QStringList());
    QVERIFY(process.waitForStarted());
    const qint64 gone = process.processId();
    QVERIFY(process.waitForFinished());
    const QString left = QFileInfo(living.path()).path() + u"/hekim-asistani-%1-abcdef"_s.arg(gone);
    QVERIFY(QDir().mkpath(left));
    QFile file(left + u"/file"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    removeAbandonedMemoryFolders();
    QVERIFY(!QFileInfo::exists(left));
    QVERIFY(QFileInfo::exists(living.path()));
}

void TestPaneDownloads::aLargeOneComesWhole()
{
    const QByteArray content = pattern(100 * 1024 * 1024); // more than stays in memory whole
    Offering offering;
    offering.server.route("/file", attachment(content, "big.bin"));
    Download* download = offering.click();
    QVERIFY(download);
    QSignalSpy progress(download, &Download::progress);
    QTemporaryDir folder;
    Ending ending(download);
    download->save(folder.filePath(u"big"_s));
    QVERIFY(download->isSaving());
    QCOMPARE(offering.pane.page->savingFiles(), 1);
    QVERIFY(ending.wait());
    QVERIFY(!ending.failure());
    QVERIFY(contentOf(folder.filePath(u"big"_s)) == content);
    QVERIFY(!progress.isEmpty());
    QCOMPARE(offering.pane.page->savingFiles(), 0);
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QTemporaryDir usersFolder;
    qputenv("XDG_DATA_HOME", usersFolder.path().toLocal8Bit());
    const EngineDownloadsInMemory downloadsInMemory;
    TestPaneDownloads test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_pane_downloads.moc"
