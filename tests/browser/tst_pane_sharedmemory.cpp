#include "browser/engine/sharedmemory.h"
#include "browser/pane.h"

#include <QApplication>
#include <QProcess>
#include <QTest>

#include <cstdio>

#include <unistd.h>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mebibyte = 1024 * 1024;

/// Pictures and a blob that do not fit into 16 MB; tells whether they are all there.
const QString drawing = u"(async () => {"
                        " const all = [];"
                        " for (let i = 0; i < 12; ++i) {"
                        "  const canvas = document.createElement('canvas');"
                        "  canvas.width = canvas.height = 1000; document.body.append(canvas);"
                        "  const pen = canvas.getContext('2d');"
                        "  pen.fillStyle = '#0a0'; pen.fillRect(0, 0, 1000, 1000); all.push(pen);"
                        " }"
                        " const drawn = all.every(p => p.getImageData(500, 500, 1, 1).data[1] === 170);"
                        " const made = new Blob([new Uint8Array(40e6).fill(7)]);"
                        " let size = 0; try { size = (await made.arrayBuffer()).byteLength } catch (e) {}"
                        " document.title = 'canvases ' + drawn + ', blob ' + size;"
                        "})()"_s;

/// A program of its own, since an engine takes its switches once: prints what the page and the screen show.
int draw(const QUrl& url)
{
    const EngineSharedMemory memory;
    Pane pane;
    if (!pane.openAndWait(rulesFor(url.adjusted(QUrl::RemovePath)), url) || pane.loaded.isEmpty())
        return 3;
    pane.evaluate(drawing);
    QString told;
    until([&] { return (told = pane.evaluate(u"document.title"_s).toString()).startsWith(u"canvases"_s); });
    const bool seen = until([&] {
        const QColor colour = pane.window.grab().toImage().pixelColor(100, 200);
        return colour.green() > 120 && colour.red() < 60;
    });
    std::printf("%s, seen %d\n", qPrintable(told), seen);
    return 0;
}

} // namespace

/// Where the engine's processes share what they draw.
class TestPaneSharedMemory : public QObject
{
    Q_OBJECT

private slots:
    void theChoice_data();
    void theChoice();
    void a16MbDevShmIsDrawnWithout();
};

void TestPaneSharedMemory::theChoice_data()
{
    QTest::addColumn<qint64>("standard"); // MiB, -1: not there
    QTest::addColumn<qint64>("session");
    QTest::addColumn<SharedMemory>("chosen");
    QTest::newRow("as usual") << qint64(8000) << qint64(800) << SharedMemory::Standard;
    QTest::newRow("small") << qint64(16) << qint64(800) << SharedMemory::OfSession;
    QTest::newRow("a container's") << qint64(64) << qint64(-1) << SharedMemory::Short;
    QTest::newRow("none") << qint64(-1) << qint64(800) << SharedMemory::OfSession;
    QTest::newRow("none at all") << qint64(-1) << qint64(-1) << SharedMemory::Short;
    QTest::newRow("both small") << qint64(64) << qint64(16) << SharedMemory::Short;
}

void TestPaneSharedMemory::theChoice()
{
    QFETCH(qint64, standard);
    QFETCH(qint64, session);
    QFETCH(SharedMemory, chosen);
    const auto place = [](qint64 size) { return MemoryPlace{size >= 0, size >= 0 ? size * mebibyte : 0}; };
    QCOMPARE(chooseSharedMemory(place(standard), place(session)), chosen);
}

void TestPaneSharedMemory::a16MbDevShmIsDrawnWithout()
{
    if (::geteuid() != 0)
        QSKIP("only root gives a process a /dev/shm of its own");
    HttpServer server;
    server.route("/x", html(u"<style>body{margin:0}</style>"_s));
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    // The test's own folders lie in /dev/shm as a rule: the session's stays, the rest is hidden.
    process.start(u"unshare"_s,
                  {u"-m"_s, u"sh"_s, u"-ec"_s,
                   u"run=$(mktemp -d /tmp/run.XXXXXX); mount -t tmpfs -o size=1g,mode=700 tmpfs $run; "
                   "export XDG_RUNTIME_DIR=$run TMPDIR=/tmp HOME=/tmp; unset XDG_CONFIG_HOME XDG_CACHE_HOME "
                   "XDG_DATA_HOME XDG_STATE_HOME; mount -t tmpfs -o size=16m tmpfs /dev/shm; \"$@\" || exit; "
                   "umount -l $run; rmdir $run"_s,
                   u"sh"_s, QCoreApplication::applicationFilePath(), u"--draw"_s,
                   server.url(u"/x"_s).toString()});
    QVERIFY(until([&] { return process.state() == QProcess::NotRunning; }));
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(process.readAllStandardOutput().trimmed(), QByteArray("canvases true, blob 40000000, seen 1"));
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    if (argc == 3 && QByteArray(argv[1]) == "--draw")
        return draw(QUrl(QString::fromLocal8Bit(argv[2])));
    TestPaneSharedMemory test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_pane_sharedmemory.moc"
