#include "cli/commandline.h"

#include "cli/auditcommand.h"
#include "cli/checkcommand.h"
#include "cli/provisioncommand.h"
#include "core/error/errortext.h"
#include "core/error/exitcode.h"
#include "core/settings/language.h"
#include "platform/files/settingsplaces.h"
#include "platform/process/hardening.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

// One plain line, as the table promises. The person who sets up a keychain needs its own words as well.
int refuse(const Error& error)
{
    const auto settings = Settings::load(standardSettingsPlaces({}), {});
    installLanguage(*QCoreApplication::instance(), settings ? settings->language() : Language::System);
    QString line = u"hekim-asistani: "_s + sentenceFor(error);
    if (error.kind == ErrorKind::KeychainUnavailable)
        line += u" ["_s + lineForIt(error) + u']';
    std::fputs(qPrintable(line + u'\n'), stderr);
    return static_cast<int>(exitCodeFor(error));
}

} // namespace

} // namespace hekim

int main(int argc, char* argv[])
{
    using namespace hekim;
    openClosedStreams();
    clearWeakeningEnvironment();
    disableCoreDumps();
    closeMemoryToOthers();
    QCoreApplication application(argc, argv);
    // Nothing but our own line goes to standard error; a library's warning might quote what it was given
    // (rule S1).
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});

    const auto line = parseCommandLine(QCoreApplication::arguments());
    hideArguments(argc, argv);
    if (!line)
        return refuse(line.error());

    const auto ended = [](const Result<int>& code) {
        QCoreApplication::exit(code ? *code : refuse(code.error()));
    };
    if (line->audit != CommandLine::Audit::No) {
        AuditCommand audit(*line);
        audit.start(&application, ended);
        return QCoreApplication::exec();
    }
    if (line->checks) {
        CheckCommand check(*line);
        check.start(&application, ended);
        return QCoreApplication::exec();
    }

    ProvisionCommand provision(*line);
    provision.start(&application, ended);
    return QCoreApplication::exec();
}
