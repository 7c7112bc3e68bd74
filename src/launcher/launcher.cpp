#include "launcher/launcher.h"

#include "core/error/errortext.h"
#include "core/settings/language.h"
#include "core/text/redaction.h"
#include "launcher/helptext.h"
#include "launcher/integration.h"
#include "launcher/programs.h"
#include "launcher/windowhandoff.h"
#include "platform/files/boundedreader.h"
#include "platform/files/settingsplaces.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

constexpr qsizetype longestToken = 4096;

void write(std::FILE* stream, const QString& text)
{
    const QByteArray bytes = text.toLocal8Bit();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
    std::fflush(stream);
}

/// The desktop's proof that a click stands behind this call.
QByteArray activationToken()
{
    QByteArray token = qgetenv("XDG_ACTIVATION_TOKEN");
    if (token.isEmpty())
        token = qgetenv("DESKTOP_STARTUP_ID");
    return token.size() <= longestToken ? token : QByteArray();
}

QString canonical(const QString& file)
{
    return file.isEmpty() ? QString() : QFileInfo(file).canonicalFilePath();
}

QStringList commonOptions(const CommandLine& line, const QString& settingsFile)
{
    QStringList options;
    if (!settingsFile.isEmpty())
        options << u"--config"_s << settingsFile;
    if (line.environment)
        options << u"--environment"_s << toString(*line.environment);
    return options;
}

} // namespace

Launcher::Launcher(const QStringList& arguments, QObject* parent) : QObject(parent), m_arguments(arguments) {}

void Launcher::start()
{
    const Result<CommandLine> line = parseCommandLine(m_arguments);
    if (!line) {
        fail(line.error());
        return;
    }
    m_line = *line;
    carryOut();
}

void Launcher::carryOut()
{
    switch (m_line.action) {
    case CommandLine::Action::Help:
        speak();
        print(helpText());
        return;
    case CommandLine::Action::Version:
        print(u"hekim-asistani " HEKIM_VERSION "\n"_s);
        return;
    case CommandLine::Action::Provision:
        provision();
        return;
    case CommandLine::Action::Check:
        check();
        return;
    case CommandLine::Action::Audit:
        audit();
        return;
    case CommandLine::Action::Integrate:
        integrate();
        return;
    case CommandLine::Action::RemoveIntegration:
        integrationEnded(Integration().remove());
        return;
    case CommandLine::Action::Open:
    case CommandLine::Action::LogOut:
        break;
    }
    const Result<Settings> settings =
        Settings::load(standardSettingsPlaces(m_line.settingsFile), m_line.environment);
    if (!settings) {
        fail(settings.error());
        return;
    }
    m_settings = *settings;
    if (m_line.action == CommandLine::Action::LogOut)
        deliver(LaunchRequest{});
    else
        readRequest();
}

void Launcher::provision()
{
    startSetup({u"--provision"_s, m_line.provisionSource}, {});
}

void Launcher::check()
{
    QStringList arguments{u"--check"_s};
    if (m_line.asJson)
        arguments.append(u"--json"_s);
    if (m_line.fields.isEmpty()) {
        startSetup(arguments, {});
        return;
    }
    arguments << u"--doctor"_s << u"-"_s; // its number stands in one process list already
    startSetup(arguments, m_line.fields.constFirst().second.toUtf8());
}

void Launcher::audit()
{
    QStringList arguments{u"--audit"_s, m_line.audit};
    if (!m_line.requestSource.isEmpty())
        arguments << u"--request"_s << m_line.requestSource;
    startSetup(arguments + m_line.auditRange, {});
}

/// `input` empty: the setup program reads our own standard input.
void Launcher::startSetup(const QStringList& arguments, const QByteArray& input)
{
    const QString option = arguments.constFirst().mid(2);
    const auto unusable = [this, option](const QString& detail) {
        fail(badSettings(option, InputFault::Unreadable, detail).value());
    };
    const QString program = findProgram(u"hekim-asistani-setup"_s);
    if (program.isEmpty()) {
        unusable(u"hekim-asistani-setup is not installed beside the launcher"_s);
        return;
    }
    auto* setup = new QProcess(this);
    setup->setProcessChannelMode(QProcess::ForwardedChannels);
    if (input.isEmpty())
        setup->setInputChannelMode(QProcess::ForwardedInputChannel);
    connect(setup, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        if (status == QProcess::NormalExit)
            emit finished(code);
        else
            finish(m_line.action == CommandLine::Action::Check
                       ? ExitCode::ServiceFailed
                       : ExitCode::BadSettings); // cut short: what it was to store cannot be relied on
    });
    connect(setup, &QProcess::errorOccurred, this, [setup, unusable](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            unusable(u"hekim-asistani-setup: "_s + setup->errorString());
    });
    setup->start(program, arguments + commonOptions(m_line, m_line.settingsFile));
    if (!input.isEmpty()) {
        setup->write(input);
        setup->closeWriteChannel();
    }
}

void Launcher::integrate()
{
    if (const std::optional<AppImage> image = runningAppImage())
        integrationEnded(Integration().set(*image));
    else // a package registers its links itself, for everybody
        fail(badInput(u"--integrate"_s, InputFault::NotAllowedHere).value());
}

void Launcher::integrationEnded(const Result<void>& result)
{
    if (result)
        finish(ExitCode::Done);
    else
        fail(result.error());
}

void Launcher::readRequest()
{
    const EnvironmentName environment = m_settings->environment();
    if (!m_line.requestSource.isEmpty()) {
        readBounded(m_line.requestSource, maxRequestBytes, longestInput, u"request"_s, this,
                    [this, environment](const Result<QByteArray>& document) {
                        if (document)
                            deliver(launchRequestFromJson(*document, environment));
                        else
                            fail(document.error());
                    });
    } else if (!m_line.url.isEmpty()) {
        deliver(launchRequestFromUrl(m_line.url, environment));
    } else {
        deliver(launchRequestFromFields(m_line.fields, LaunchSource::Options, environment));
    }
}

void Launcher::deliver(const Result<LaunchRequest>& request)
{
    if (!request) {
        fail(request.error());
        return;
    }
    const Result<InstanceChannel> channel = instanceChannel();
    if (!channel) {
        fail(channel.error());
        return;
    }
    const bool opens = m_line.action == CommandLine::Action::Open;
    InstanceMessage message;
    message.command = opens ? InstanceMessage::Command::Open : InstanceMessage::Command::LogOut;
    message.request = *request;
    if (m_settings->environmentWasNamed())
        message.environment = m_settings->environment();
    message.settingsFile = canonical(m_line.settingsFile);
    message.activationToken = activationToken();
    if (encode(message).size() > maxInstanceMessageBytes) {
        fail(badInput(u"accession"_s, InputFault::TooLarge).value());
        return;
    }

    std::optional<WindowHandOff::Window> window;
    if (opens) // no number on its command line: the request follows through the channel
        window = {findProgram(u"hekim-asistani-desktop"_s), commonOptions(m_line, message.settingsFile)};
    auto* handOff = new WindowHandOff(*channel, message, window, {}, this);
    connect(handOff, &WindowHandOff::answered, this, &Launcher::replied);
    connect(handOff, &WindowHandOff::failed, this, &Launcher::fail);
    connect(handOff, &WindowHandOff::nobodyThere, this,
            [this] { finish(ExitCode::Done); }); // no doctor is logged in
    handOff->start();
}

void Launcher::replied(const InstanceReply& reply)
{
    switch (reply.outcome) {
    case InstanceReply::Outcome::Accepted:
        finish(ExitCode::Done);
        return;
    case InstanceReply::Outcome::WrongEnvironment:
        fail({.kind = ErrorKind::InstanceElsewhere, .step = Step::WindowHandOff, .detail = reply.detail});
        return;
    case InstanceReply::Outcome::Malformed:
        fail(badInput(u"request"_s, InputFault::None, reply.detail).value());
        return;
    case InstanceReply::Outcome::UnknownVersion:
    case InstanceReply::Outcome::Busy:
        fail({.kind = ErrorKind::InstanceSilent, .step = Step::WindowHandOff, .detail = reply.detail});
        return;
    }
}

void Launcher::finish(ExitCode code)
{
    emit finished(static_cast<int>(code));
}

void Launcher::fail(const Error& error)
{
    speak();
    QString line = sentenceFor(error);
    const ExitCode code = exitCodeFor(error);
    if (code == ExitCode::NoWindow && !error.detail.isEmpty())
        line += u" (%1)"_s.arg(error.detail); // the sentence is the physician's; this is what IT needs
    // One line, whatever the file names in it are made of.
    write(stderr, u"hekim-asistani: %1\n"_s.arg(redacted(line).simplified()));
    finish(code);
}

void Launcher::print(const QString& text)
{
    write(stdout, text);
    finish(ExitCode::Done);
}

/// The language costs milliseconds, and a hand-over that succeeds says nothing. Where the arguments were
/// refused or the settings failed, the user's own file still tells which one is wanted, if it can be read.
void Launcher::speak()
{
    if (!m_settings) {
        if (const Result<Settings> own = Settings::load(standardSettingsPlaces({}), {}))
            m_settings = *own;
    }
    installLanguage(*QCoreApplication::instance(), m_settings ? m_settings->language() : Language::System);
}

} // namespace hekim
