#include "browser/engine/webgl.h"
#include "browser/pane.h"
#include "platform/process/changedvariables.h"

#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QLibraryInfo>
#include <QProcess>
#include <QSocketNotifier>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <unistd.h>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
const QByteArray secretText = "GizliIcerik7261";
const QByteArray secretCookie = "kurabiye9183";
const QByteArray secretStored = "saklanan5527";

/// The program as a second process: opens the address, prints the renderer's process id when the page has
/// done its work, and ends when its standard input does.
int visit(QApplication& application, const QUrl& url, const QString& switches)
{
    if (!switches.isEmpty())
        changeVariable("QTWEBENGINE_CHROMIUM_FLAGS", switches.toLatin1());
    Pane pane;
    if (!pane.openAndWait(rulesFor(url.adjusted(QUrl::RemovePath)), url) || pane.loaded.isEmpty())
        return 3;
    if (!until([&pane] { return pane.view()->title() == u"done"; }))
        return 4;
    std::printf("renderer %lld\n", qlonglong(pane.view()->page()->renderProcessPid()));
    std::fflush(stdout);
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &application, &QApplication::quit);
    return QApplication::exec();
}

class Visitor
{
public:
    Visitor(const QString& program, const QStringList& arguments, const QProcessEnvironment& environment)
    {
        m_process.setProcessEnvironment(environment);
        m_process.start(program, arguments);
    }

    /// The renderer's process id, once the page is there; 0 when it never was.
    qint64 renderer()
    {
        if (!until(
                [this] {
                    m_output += m_process.readAllStandardOutput();
                    return m_output.contains('\n') || m_process.state() == QProcess::NotRunning;
                },
                60s))
            return 0;
        return m_output.startsWith("renderer ") ? m_output.mid(9).trimmed().toLongLong() : 0;
    }
    bool end()
    {
        m_process.closeWriteChannel();
        return until([this] { return m_process.state() == QProcess::NotRunning; }) &&
               m_process.exitCode() == 0;
    }
    QByteArray errors() { return m_process.readAllStandardError(); }

private:
    QProcess m_process;
    QByteArray m_output;
};

/// Files under the folder that hold any of what the page held.
QStringList filesHolding(const QString& folder, const QList<QByteArray>& secrets)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System | QDir::NoSymLinks,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray content = file.readAll();
        for (const QByteArray& secret : secrets) {
            const QByteArray wide(reinterpret_cast<const char*>(QString::fromLatin1(secret).utf16()),
                                  secret.size() * 2);
            if (content.contains(secret) || content.contains(wide))
                found.append(file.fileName());
        }
    }
    return found;
}

HttpServerReply storingPage()
{
    HttpServerReply reply = html(QString::fromLatin1(
        "<p>" + secretText +
        "<script>"
        "document.cookie='c=" +
        secretCookie +
        ";max-age=99999';"
        "localStorage.setItem('k','" +
        secretStored + "');sessionStorage.setItem('k','" + secretStored +
        "');"
        "const end=()=>document.title='done';"
        "const db=indexedDB.open('d',1);db.onupgradeneeded=()=>db.result.createObjectStore('s');"
        "db.onsuccess=()=>{const t=db.result.transaction('s','readwrite');"
        "t.objectStore('s').put('" +
        secretStored +
        "','k');t.oncomplete=async()=>{"
        "try{const c=await caches.open('c');await c.put('/c',new Response('" +
        secretStored +
        "'));}catch(e){}"
        "await fetch('/cached');end();};};db.onerror=end;</script>"));
    reply.headers = {{"Set-Cookie", "h=" + secretCookie + "; Max-Age=99999"},
                     {"Cache-Control", "max-age=99999"}};
    return reply;
}
} // namespace

/// What stays behind, and what the page's process may do (rules S2 and S7), seen from outside a second
/// process.
class TestPanePrivacy : public QObject
{
    Q_OBJECT

private slots:
    void S2_nothingOnDisk();
    void P1_S2_nothingIsSharedBetweenPages();
    void S7_sandboxIsOn_data();
    void S7_sandboxIsOn();
};

void TestPanePrivacy::S2_nothingOnDisk()
{
    HttpServer server;
    server.route("/x", storingPage());
    HttpServerReply cached = HttpServerReply::text(secretText);
    cached.headers = {{"Cache-Control", "max-age=99999"}};
    server.route("/cached", cached);

    QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME",
                             "XDG_STATE_HOME", "XDG_RUNTIME_DIR"}) {
        const QString folder = home.filePath(QString::fromLatin1(name));
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        environment.insert(QString::fromLatin1(name), folder);
    }
    Visitor visitor(QCoreApplication::applicationFilePath(),
                    {u"--visit"_s, server.url(u"/x"_s).toString(), QString()}, environment);
    QVERIFY2(visitor.renderer() > 0, visitor.errors().constData());
    QCOMPARE(server.count("/cached"), 1);
    const QList<QByteArray> secrets{secretText, secretCookie, secretStored};
    QCOMPARE(filesHolding(home.path(), secrets), QStringList()); // as a crash would leave it
    QVERIFY(visitor.end());
    QCOMPARE(filesHolding(home.path(), secrets), QStringList());

    // The search itself finds what is there.
    QFile planted(home.filePath(u"HOME/planted"_s));
    QVERIFY(planted.open(QIODevice::WriteOnly));
    planted.write("x" + secretCookie + "x");
    planted.close();
    QCOMPARE(filesHolding(home.path(), secrets), QStringList{planted.fileName()});
}

void TestPanePrivacy::P1_S2_nothingIsSharedBetweenPages()
{
    HttpServer server;
    server.route("/x", storingPage());
    server.route("/cached", HttpServerReply::text("x"));
    server.route("/y", html(u"y"_s));
    const NavigationRules rules = rulesFor(server.url());
    Pane first;
    QVERIFY(first.openAndWait(rules, server.url(u"/x"_s)));
    QTRY_COMPARE(first.view()->title(), u"done"_s);
    QVERIFY(first.evaluate(u"document.cookie"_s).toString().contains(QString::fromLatin1(secretCookie)));
    Pane second;
    QVERIFY(second.openAndWait(rules, server.url(u"/y"_s)));
    QCOMPARE(second.evaluate(u"document.cookie"_s).toString(), QString());
    QCOMPARE(second.evaluate(u"localStorage.length"_s).toInt(), 0);
    QVERIFY(!server.requests("/y").first().hasHeader("Cookie"));
}

void TestPanePrivacy::S7_sandboxIsOn_data()
{
    QTest::addColumn<QString>("switches");
    const auto row = [](const char* name, WebGl setting, bool drawnBySoftware) {
        QTest::newRow(name) << QString::fromLatin1(
            webgl::switchesFor(setting, drawnBySoftware, QLibraryInfo::version()).join(' '));
    };
    row("a GPU", WebGl::Automatic, false);
    row("no GPU", WebGl::Automatic, true);
    row("no WebGL", WebGl::Off, true);
}

void TestPanePrivacy::S7_sandboxIsOn()
{
    QFETCH(QString, switches);
    HttpServer server;
    server.route("/x", html(u"<script>document.title='done'</script>"_s));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"QTWEBENGINE_DISABLE_SANDBOX"_s);
    environment.remove(u"QTWEBENGINE_CHROMIUM_FLAGS"_s);
    QString program = QCoreApplication::applicationFilePath();
    QStringList arguments{u"--visit"_s, server.url(u"/x"_s).toString(), switches};
    QTemporaryDir home;
    if (::geteuid() == 0) {
        // The engine does not run sandboxed as root: an ordinary user does it.
        if (QStandardPaths::findExecutable(u"runuser"_s).isEmpty())
            QSKIP("as root and without runuser there is no ordinary user to run it");
        if (QProcess::execute(u"runuser"_s, {u"-u"_s, u"nobody"_s, u"--"_s, u"test"_s, u"-x"_s, program}) !=
            0)
            QSKIP("the ordinary user cannot reach the build folder");
        environment.insert(u"HOME"_s, home.path());
        environment.insert(u"XDG_RUNTIME_DIR"_s, home.path());
        QVERIFY(QFile::setPermissions(home.path(), QFile::Permissions(0x7777)));
        arguments = QStringList{u"-u"_s, u"nobody"_s, u"--"_s, program} + arguments;
        program = u"runuser"_s;
    }
    Visitor visitor(program, arguments, environment);
    const qint64 renderer = visitor.renderer();
    QVERIFY2(renderer > 0, visitor.errors().constData());
    QFile status(u"/proc/%1/status"_s.arg(renderer));
    QVERIFY(status.open(QIODevice::ReadOnly));
    const QByteArray text = status.readAll();
    QVERIFY2(text.contains("\nSeccomp:\t2\n"), text.constData());
    QVERIFY2(text.contains("\nNoNewPrivs:\t1\n"), text.constData());
    // In a network namespace of its own the renderer cannot reach anything but its parent.
    const QString own = QFile::symLinkTarget(u"/proc/%1/ns/net"_s.arg(renderer));
    QVERIFY(!own.isEmpty());
    QVERIFY(own != QFile::symLinkTarget(u"/proc/self/ns/net"_s));
    QVERIFY(visitor.end());
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments.at(1) == u"--visit")
        return visit(application, QUrl(arguments.at(2)), arguments.at(3));
    TestPanePrivacy test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_pane_privacy.moc"
