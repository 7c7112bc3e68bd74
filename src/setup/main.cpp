#include "setup/commandline.h"

#include "core/errortext.h"
#include "core/language.h"
#include "platform/hardening.h"
#include "platform/settingsplaces.h"
#include "setup/auditcommand.h"
#include "setup/checkcommand.h"
#include "setup/provisioncommand.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

// The table of DESIGN 1.
int exitCode(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::BadInput:
        return 2;
    case ErrorKind::KeychainUnavailable:
        return 4;
    default:
        return 3;
    }
}

// One plain line, as the table promises. Whoever sets up a keychain needs its own words as well.
int refuse(const Error& error)
{
    const auto settings = Settings::load(standardSettingsPlaces({}), {});
    installLanguage(*QCoreApplication::instance(), settings ? settings->language() : Language::System);
    QString line = u"hekim-asistani: "_s + sentenceFor(error);
    if (error.kind == ErrorKind::KeychainUnavailable)
        line += u" ["_s + lineForIt(error) + u']';
    std::fputs(qPrintable(line + u'\n'), stderr);
    return exitCode(error);
}

} // namespace

} // namespace hekim

int main(int argc, char* argv[])
{
    using namespace hekim;
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
