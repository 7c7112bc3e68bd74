#include "setup/commandline.h"

#include "core/errortext.h"
#include "core/language.h"
#include "platform/boundedreader.h"
#include "platform/hardening.h"
#include "platform/settingsplaces.h"
#include "services/keychain.h"
#include "services/provisioning.h"
#include "setup/auditcommand.h"
#include "setup/checkcommand.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

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

// Data that cannot be read are unusable like data that cannot be understood (exit 3).
Error asUnusableData(Error error)
{
    error.kind = ErrorKind::BadSettings;
    return error;
}

Result<ProvisioningData> dataFor(const CommandLine& line, const QByteArray& document)
{
    auto data = ProvisioningData::fromJson(document);
    if (data && line.environment && *line.environment != data->environment) {
        return badSettings(u"environment"_s, InputFault::NotAllowedHere,
                           u"--environment and the data name different ones"_s);
    }
    return data;
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

    Keychain keychain;
    Provisioner provisioner(keychain, standardSettingsPlaces(line->settingsFile));
    const auto finished = [](const Result<void>& applied) {
        QCoreApplication::exit(applied ? 0 : refuse(applied.error()));
    };
    readBounded(line->provisionFrom, maxProvisioningBytes, 5s, u"provision"_s, &application,
                [&](const Result<QByteArray>& document) {
                    const auto data =
                        document.map_error(asUnusableData).and_then([&](const QByteArray& bytes) {
                            return dataFor(*line, bytes);
                        });
                    if (data)
                        provisioner.apply(*data, &application, finished);
                    else
                        finished(tl::make_unexpected(data.error()));
                });
    return QCoreApplication::exec();
}
