#include "browser/engine/webgl.h"
#include "browser/pane.h"
#include "platform/process/changedvariables.h"

#include <QApplication>
#include <QProcess>
#include <QScreen>
#include <QStandardPaths>
#include <QTest>

#include <cstdio>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Draws one green picture by WebGL 1 and one by WebGL 2 and tells what drew it, or that it could not be.
const QString drawing = u"(() => ['webgl', 'webgl2'].map(kind => {"
                        " const gl = document.createElement('canvas').getContext(kind);"
                        " if (!gl) return kind + ' none';"
                        " gl.clearColor(0, 1, 0, 1); gl.clear(gl.COLOR_BUFFER_BIT);"
                        " const pixel = new Uint8Array(4);"
                        " gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);"
                        " const info = gl.getExtension('WEBGL_debug_renderer_info');"
                        " return kind + ' ' + Array.from(pixel).join(' ') + ' by ' +"
                        "   gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER);"
                        "}).join('\\n'))()"_s;

/// A page of one colour, and on its upper half a picture by WebGL 2 of another.
const QString page = u"<body style='margin: 0; background: #00a060'>"
                     "<canvas id=c style='display: block; width: 100vw; height: 50vh'></canvas><script>"
                     "const gl = c.getContext('webgl2', { preserveDrawingBuffer: true });"
                     "if (gl) { gl.clearColor(0, 0.4, 0.8, 1); gl.clear(gl.COLOR_BUFFER_BIT); }</script>"_s;

/// What a person at the screen sees: a page can say that it is drawn and be white.
QByteArray seen(int x, int y)
{
    return QApplication::primaryScreen()->grabWindow(0).toImage().pixelColor(x, y).name().toLatin1();
}

/// The program as a second process, since an engine takes its switches once: prints what the page drew.
int draw(const QUrl& url)
{
    Pane pane;
    pane.window.setGeometry(0, 0, 400, 400);
    if (!pane.openAndWait(rulesFor(url.adjusted(QUrl::RemovePath)), url) || pane.loaded.isEmpty())
        return 3;
    std::puts(qPrintable(pane.evaluate(drawing).toString()));
    pane.view()->setGeometry(pane.window.rect());
    until([] { return seen(200, 300) == "#00a060"; });
    std::printf("screen: %s %s\n", seen(200, 100).constData(), seen(200, 300).constData());
    for (const char* name : {"QTWEBENGINE_CHROMIUM_FLAGS", "LIBGL_ALWAYS_SOFTWARE"})
        std::printf("programs: %s=%s\n", name,
                    qPrintable(userEnvironment().value(QString::fromLatin1(name))));
    return 0;
}

/// A virtual display: no GPU draws there.
class VirtualScreen
{
public:
    bool start()
    {
        m_server.start(u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"800x600x24"_s,
                                   u"-nolisten"_s, u"tcp"_s});
        if (!m_server.waitForStarted())
            return false;
        if (!until([this] { return m_server.canReadLine(); }))
            return false;
        m_name = u':' + QString::fromLatin1(m_server.readLine().trimmed());
        return true;
    }
    ~VirtualScreen()
    {
        m_server.terminate();
        m_server.waitForFinished();
    }
    [[nodiscard]] QString name() const { return m_name; }

private:
    QProcess m_server;
    QString m_name;
};

} // namespace

/// `web/webgl`: pictures are drawn without a GPU too, and the switches for it touch nothing else.
class TestPaneWebGl : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void S7_switchesAreAboutDrawingOnly();
    void softwareIsKnown_data();
    void softwareIsKnown();
    void draws_data();
    void draws();

private:
    VirtualScreen m_screen;
};

void TestPaneWebGl::initTestCase()
{
    if (QStandardPaths::findExecutable(u"Xvfb"_s).isEmpty())
        QSKIP("there is no virtual display to draw on (package xvfb)");
    QVERIFY(m_screen.start());
}

void TestPaneWebGl::S7_switchesAreAboutDrawingOnly()
{
    const QByteArrayList known{"--ignore-gpu-blocklist", "--disable-3d-apis", "--disable-gpu-compositing"};
    for (const QVersionNumber& engine : {QVersionNumber(6, 4, 2), QVersionNumber(6, 12)}) {
        for (const WebGl setting : {WebGl::Automatic, WebGl::Software, WebGl::Off}) {
            for (const bool drawnBySoftware : {false, true}) {
                for (const QByteArray& flag : webgl::switchesFor(setting, drawnBySoftware, engine))
                    QVERIFY2(known.contains(flag), flag.constData());
            }
        }
        // A faulty driver stays behind the engine's list.
        QVERIFY(webgl::switchesFor(WebGl::Automatic, false, engine).isEmpty());
        QVERIFY(webgl::switchesFor(WebGl::Software, false, engine).isEmpty());
    }
}

void TestPaneWebGl::softwareIsKnown_data()
{
    QTest::addColumn<QByteArray>("renderer");
    QTest::addColumn<bool>("software");
    const auto row = [](const char* renderer, bool software) {
        QTest::newRow(renderer) << QByteArray(renderer) << software;
    };
    row("llvmpipe (LLVM 15.0.6, 256 bits)", true);
    row("softpipe", true);
    row("Software Rasterizer", true);
    row("Microsoft Basic Render Driver", true);
    row("GDI Generic", true);
    row("Mesa Intel(R) UHD Graphics 620 (KBL GT2)", false);
    row("AMD Radeon Graphics (radeonsi, renoir, LLVM 15.0.6)", false);
    row("NVIDIA GeForce GT 710/PCIe/SSE2", false);
    row("", false);
}

void TestPaneWebGl::softwareIsKnown()
{
    QFETCH(QByteArray, renderer);
    QFETCH(bool, software);
    QCOMPARE(webgl::isSoftware(renderer), software);
}

void TestPaneWebGl::draws_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<bool>("drawn");
    QTest::newRow("auto") << u"auto"_s << true;
    QTest::newRow("software") << u"software"_s << true;
    QTest::newRow("off") << u"off"_s << false;
}

void TestPaneWebGl::draws()
{
    QFETCH(QString, setting);
    QFETCH(bool, drawn);
    HttpServer server;
    server.route("/x", html(page));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DISPLAY"_s, m_screen.name());
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    environment.remove(u"LIBGL_ALWAYS_SOFTWARE"_s);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationFilePath(),
                  {u"--draw"_s, server.url(u"/x"_s).toString(), setting});
    QVERIFY(until([&process] { return process.state() == QProcess::NotRunning; }, 60s));
    const QByteArray errors = process.readAllStandardError();
    QVERIFY2(process.exitCode() == 0, errors.constData());
    const QByteArrayList lines = process.readAllStandardOutput().split('\n');
    QVERIFY(lines.size() >= 5);
    if (drawn) {
        QVERIFY2(lines.at(0).startsWith("webgl 0 255 0 255 by llvmpipe"), lines.at(0).constData());
        QVERIFY2(lines.at(1).startsWith("webgl2 0 255 0 255 by llvmpipe"), lines.at(1).constData());
    } else {
        QCOMPARE(lines.at(0), "webgl none");
        QCOMPARE(lines.at(1), "webgl2 none");
    }
    QCOMPARE(lines.at(2), drawn ? "screen: #0066cc #00a060" : "screen: #00a060 #00a060");
    // What was set for the engine is not for the programs that the user starts.
    QCOMPARE(lines.at(3), "programs: QTWEBENGINE_CHROMIUM_FLAGS=");
    QCOMPARE(lines.at(4), "programs: LIBGL_ALWAYS_SOFTWARE=");
}

int main(int argc, char** argv)
{
    const QByteArray asked = argc == 4 && QByteArray(argv[1]) == "--draw" ? argv[3] : "";
    if (asked.isEmpty()) {
        QApplication application(argc, argv);
        TestPaneWebGl test;
        return QTest::qExec(&test, argc, argv);
    }
    const WebGl setting =
        settingsFor(QUrl(QString::fromLocal8Bit(argv[2])), {{u"web/webgl"_s, QString::fromLatin1(asked)}})
            .webGl();
    webgl::chooseDriver(setting);
    QApplication application(argc, argv);
    webgl::chooseSwitches(setting);
    return draw(QUrl(QString::fromLocal8Bit(argv[2])));
}

#include "tst_pane_webgl.moc"
