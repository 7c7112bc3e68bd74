#include "app/windowstart.h"

#include "platform/process/appimage.h"
#include "platform/process/changedvariables.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>

namespace hekim {

using namespace Qt::StringLiterals;

std::optional<WindowStart> WindowStart::following(Application::After after, const QString& config,
                                                  std::optional<EnvironmentName> environment)
{
    if (after == Application::After::Nothing)
        return {};
    // An AppImage is taken away with the process that came out of it: it must be started as a whole.
    const auto image = runningAppImage();
    WindowStart next{image ? image->file : QCoreApplication::applicationFilePath(), {}, userEnvironment()};
    if (!config.isEmpty())
        next.arguments << u"--config"_s << QDir::current().absoluteFilePath(config);
    if (environment && after == Application::After::SameEnvironment)
        next.arguments << u"--environment"_s << toString(*environment);
    return next;
}

bool WindowStart::run() const
{
    QProcess process; // as the launcher does it
    process.setProgram(program);
    process.setArguments(arguments);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(QDir::rootPath());
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    return process.startDetached();
}

} // namespace hekim
