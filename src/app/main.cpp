#include "app/application.h"
#include "app/platformfailure.h"
#include "app/windowstart.h"
#include "browser/engine/engineswitches.h"
#include "browser/engine/sharedmemory.h"
#include "browser/engine/spelling.h"
#include "browser/engine/webgl.h"
#include "core/error/errortext.h"
#include "core/settings/language.h"
#include "platform/files/memoryfolder.h"
#include "platform/files/settingsplaces.h"
#include "platform/ipc/startwords.h"
#include "platform/log/logfile.h"
#include "platform/process/appimage.h"
#include "platform/process/displayvariables.h"
#include "platform/process/hardening.h"
#include "platform/process/openfiles.h"
#include "widgets/scrollareaaccess.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

enum ExitCode { Done = 0, MalformedCall = 2, UnusableSettings = 3, NotStarted = 5 };

struct Call
{
    QString config;
    std::optional<hekim::EnvironmentName> environment;
};

/// The launcher starts this program with at most `--config` and `--environment`; a patient never stands here.
std::optional<Call> readCall(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addOption({u"config"_s, {}, u"file"_s});
    parser.addOption({u"environment"_s, {}, u"name"_s});
    if (!parser.parse(arguments) || !parser.positionalArguments().isEmpty())
        return std::nullopt;
    Call call{parser.value(u"config"_s), std::nullopt};
    if (parser.isSet(u"environment"_s)) {
        call.environment = hekim::environmentFromString(parser.value(u"environment"_s));
        if (!call.environment)
            return std::nullopt;
    }
    return call;
}

QStringList argumentsOf(int argc, char* argv[])
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

int refuse(ExitCode code, const QString& sentence)
{
    std::fprintf(stderr, "hekim-asistani: %s\n", qUtf8Printable(sentence));
    return code;
}

int refuse(const hekim::Error& error)
{
    hekim::StartWords::say(error);
    return error.kind == hekim::ErrorKind::BadSettings ? UnusableSettings : NotStarted;
}

/// What would end the window, or leave it blank, in the middle of its start.
std::optional<hekim::Error> obstacle()
{
    if (const std::optional<hekim::Error> error = hekim::OpenFiles::tooFewForWindow())
        return error;
    if (!hekim::hasDisplay())
        return hekim::Error{.kind = hekim::ErrorKind::NoDisplay,
                            .step = hekim::Step::Display,
                            .detail = u"neither DISPLAY nor WAYLAND_DISPLAY is set"_s};
    return std::nullopt;
}

} // namespace

/// The window from start to end. `next` is what is to be started when all of it is gone.
// Outside the namespace: Q_INIT_RESOURCE declares a function of everybody's.
static int runWindow(const Call& call, char* argv[], std::optional<hekim::WindowStart>& next)
{
    const auto settings = hekim::Settings::load(hekim::standardSettingsPlaces(call.config), call.environment);
    if (settings)
        hekim::webgl::chooseDriver(settings->webGl());

    // The engine is loaded when it is too late to ask for this (WorkspaceLoader).
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    // Neither Qt nor the engine reads options from our command line (--webEngineArgs, rule S7).
    qInstallMessageHandler(hekim::sayWhyNoPlatform); // until the log takes over
    int noArguments = 1;
    QApplication application(noArguments, argv);
    QApplication::setApplicationName(u"hekim-asistani"_s);
    QApplication::setApplicationDisplayName(u"Hekim Asistanı"_s);
    QApplication::setApplicationVersion(u"" HEKIM_VERSION ""_s);
    QApplication::setDesktopFileName(u"hekim-asistani"_s);
    const hekim::EngineDownloadsInMemory
        downloadsInMemory; // after the fonts: those of the user are found there
    const hekim::LogFile log(hekim::LogFile::standardFolder(), u"desktop.log"_s);

    hekim::installLanguage(application, settings ? settings->language() : hekim::Language::System);
    if (!settings)
        return refuse(settings.error());
    for (const hekim::SettingsNotice& notice : settings->notices())
        qInfo("settings: %s", qUtf8Printable(hekim::lineForIt(notice)));

    hekim::InstanceServer instances;
    const auto taken = instances.listen(settings->environment());
    if (!taken)
        return refuse(taken.error());
    if (*taken == hekim::InstanceServer::Taken::Elsewhere)
        return Done;

    hekim::StartWords::leave(instances.channel().startWords);
    hekim::spelling::offer(hekim::spelling::folders());
    hekim::webgl::chooseSwitches(settings->webGl());
    hekim::addEngineSwitches(hekim::closingSwitches());
    const hekim::EngineSharedMemory sharedMemory;
    Q_INIT_RESOURCE(help);
    Q_INIT_RESOURCE(icons);
    hekim::theme::apply(application);
    hekim::installScrollAreaAccess();
    hekim::Application assistant(*settings, instances, QFileInfo(call.config).canonicalFilePath());
    if (sharedMemory.isShort())
        assistant.tellSharedMemoryIsShort();
    assistant.start();
    const int code = QApplication::exec();
    next = hekim::WindowStart::following(assistant.after(), call.config, call.environment);
    return code;
}

int main(int argc, char* argv[])
{
    hekim::clearWeakeningEnvironment();
    hekim::disableCoreDumps();
    hekim::OpenFiles::raiseLimit();
    hekim::mendDisplayVariables();
    hekim::keepAppImageToOurselves();
#ifdef Q_OS_LINUX
    // The engine shows its pages to screen readers on Linux only when told so (QTBUG-59922); until one asks,
    // it costs nothing.
    qputenv("QTWEBENGINE_ENABLE_LINUX_ACCESSIBILITY", "1");
#endif

    const std::optional<Call> call = readCall(argumentsOf(argc, argv));
    if (!call)
        return refuse(MalformedCall,
                      u"hekim-asistani-desktop is started by hekim-asistani; it takes --config and "
                      "--environment only."_s);

    if (const std::optional<hekim::Error> error = obstacle())
        return refuse(*error);

    std::optional<hekim::WindowStart> next;
    const int code = runWindow(*call, argv, next);
    if (next && !next->run())
        return refuse(NotStarted, u"%1 could not be started again."_s.arg(next->program));
    return code;
}
