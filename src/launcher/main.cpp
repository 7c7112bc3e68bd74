#include "launcher/launcher.h"
#include "platform/process/hardening.h"
#include "platform/process/openfiles.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

/// Standard error belongs to the launch contract: one plain line. Qt's own remarks (a locale that is not
/// UTF-8, a missing runtime folder) are not it, and may hold what was typed.
void dropMessage(QtMsgType, const QMessageLogContext&, const QString&) {}

} // namespace

int main(int argc, char* argv[])
{
    hekim::openClosedStreams();
    hekim::clearWeakeningEnvironment(); // the window inherits what is left
    hekim::OpenFiles::raiseLimit();     // as it does this
    hekim::disableCoreDumps();
    hekim::closeMemoryToOthers();
    qInstallMessageHandler(dropMessage);

    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"hekim-asistani"_s);
    QCoreApplication::setApplicationVersion(u"" HEKIM_VERSION ""_s);

    const QStringList arguments = QCoreApplication::arguments();
    hekim::hideArguments(argc, argv);
    hekim::Launcher launcher(arguments);
    QObject::connect(&launcher, &hekim::Launcher::finished, &application, &QCoreApplication::exit,
                     Qt::QueuedConnection); // it may finish before the loop runs
    launcher.start();
    return QCoreApplication::exec();
}
