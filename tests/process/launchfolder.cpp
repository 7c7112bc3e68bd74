#include "process/launchfolder.h"

#include "support/places.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <csignal>
#include <grp.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace hekim::test {

namespace {

constexpr uid_t nobody = 65534;
constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
constexpr int longestRun = 60000;

QList<QJsonObject> linesOf(const QString& file)
{
    QList<QJsonObject> objects;
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return objects;
    QList<QByteArray> lines = in.readAll().split('\n');
    lines.removeLast(); // what follows the last line's end: nothing, or a line that is being written
    for (const QByteArray& line : lines)
        objects.append(QJsonDocument::fromJson(line).object());
    return objects;
}

} // namespace

LaunchFolder::LaunchFolder() : m_environment(QProcessEnvironment::systemEnvironment())
{
    const QDir folder(m_folder.path());
    folder.mkdir(u"bin"_s);
    folder.mkdir(u"record"_s);
    folder.mkdir(u"config"_s);
    folder.mkdir(u"run"_s, ownerOnly);
    // Copies: a program finds its neighbours by where it really is.
    QFile::copy(QStringLiteral(HEKIM_BIN "/hekim-asistani"), launcher());
    QFile::copy(QStringLiteral(HEKIM_BIN "/hekim-test-window"), path(u"bin/hekim-asistani-desktop"_s));
    (void)writeFile(u"run/hekim-asistani.own-session"_s, {}); // also where the system keeps one for this user
    writeSettings("[ui]\nlanguage=en\n");

    for (const QString& name : {u"WAYLAND_DISPLAY"_s, u"XDG_ACTIVATION_TOKEN"_s, u"DESKTOP_STARTUP_ID"_s})
        m_environment.remove(name);
    m_environment.insert(u"DISPLAY"_s, u":77.0"_s);
    m_environment.insert(u"XDG_RUNTIME_DIR"_s, runtimeFolder());
    m_environment.insert(u"XDG_CONFIG_HOME"_s, path(u"config"_s));
    m_environment.insert(u"HEKIM_TEST_RECORD"_s, path(u"record"_s));
}

LaunchFolder::~LaunchFolder()
{
    const QList<QJsonObject> started = windows();
    for (const QJsonObject& window : started) {
        const auto process = static_cast<pid_t>(window.value(u"process"_s).toInteger());
        const QString program = QFile::symLinkTarget(u"/proc/%1/exe"_s.arg(process));
        if (program.startsWith(m_folder.path())) // the number may belong to another by now
            ::kill(process, SIGKILL);
    }
}

QString LaunchFolder::socketPath() const
{
    return runtimeFolder() + u"/hekim-asistani-_77.sock"_s;
}

void LaunchFolder::setWindowManner(const QString& manner)
{
    m_environment.insert(u"HEKIM_TEST_WINDOW"_s, manner);
}

void LaunchFolder::enter() const
{
    for (const char* name : {"DISPLAY", "XDG_RUNTIME_DIR", "HEKIM_TEST_RECORD", "HEKIM_TEST_WINDOW"})
        qputenv(name, m_environment.value(QString::fromLatin1(name)).toLocal8Bit());
}

QString LaunchFolder::writeFile(const QString& name, const QByteArray& content) const
{
    QFile file(path(name));
    [[maybe_unused]] const bool written =
        file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    Q_ASSERT(written);
    return file.fileName();
}

void LaunchFolder::writeSettings(const QByteArray& ini) const
{
    QDir(path(u"config"_s)).mkdir(u"hekim-asistani"_s);
    (void)writeFile(u"config/hekim-asistani/settings.ini"_s, ini);
}

std::unique_ptr<QProcess> LaunchFolder::start(const QStringList& arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->start(launcher(), arguments);
    return process;
}

Run LaunchFolder::run(const QStringList& arguments, const QByteArray& input) const
{
    const std::unique_ptr<QProcess> process = start(arguments);
    process->write(input);
    process->closeWriteChannel();
    return finish(*process);
}

Run LaunchFolder::finish(QProcess& process)
{
    process.waitForFinished(longestRun);
    Run run;
    if (process.exitStatus() == QProcess::NormalExit && process.state() == QProcess::NotRunning)
        run.exitCode = process.exitCode();
    run.output = QString::fromUtf8(process.readAllStandardOutput());
    run.error = QString::fromUtf8(process.readAllStandardError());
    return run;
}

QList<QJsonObject> LaunchFolder::messages() const
{
    return linesOf(path(u"record/messages"_s));
}

QList<QJsonObject> LaunchFolder::windows() const
{
    return linesOf(path(u"record/windows"_s));
}

qint64 LaunchFolder::windowProcess() const
{
    const QList<QJsonObject> listening = linesOf(path(u"record/listening"_s));
    return listening.isEmpty() ? 0 : listening.constLast().value(u"process"_s).toInteger();
}

void runAsNobody(QProcess& process)
{
    process.setChildProcessModifier([] {
        if (::setgroups(0, nullptr) != 0 || ::setgid(nobody) != 0 || ::setuid(nobody) != 0)
            ::_exit(99);
    });
}

bool giveToNobody(const QString& path)
{
    return ::chown(QFile::encodeName(path).constData(), nobody, nobody) == 0;
}

bool isRoot()
{
    return ::geteuid() == 0;
}

bool holdsWholeNumber(const QString& text)
{
    static const QRegularExpression number(u"[0-9]{11}"_s);
    return number.match(text).hasMatch();
}

} // namespace hekim::test
