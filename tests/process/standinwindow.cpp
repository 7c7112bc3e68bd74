// A window without a window: takes the instance channel as the desktop does and writes down what it is given.
//
// HEKIM_TEST_RECORD  folder for the record
// HEKIM_TEST_WINDOW  "ends": ends before it listens; "crashes": with another's words; "says why": as the
// window does;
//                    "deaf": never listens; "busy": refuses all; else: works

#include "core/launch/launchrequest.h"
#include "platform/ipc/instanceserver.h"
#include "platform/ipc/startwords.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimer>

#include <chrono>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto longestLife = 150s; // also when the test that started it is gone

void record(const QString& name, const QJsonObject& object)
{
    QFile file(qEnvironmentVariable("HEKIM_TEST_RECORD") + u'/' + name);
    if (file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        file.write(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n'); // one write, never mixed
}

QJsonObject thisProcess()
{
    rlimit core = {};
    rlimit files = {};
    ::getrlimit(RLIMIT_CORE, &core);
    ::getrlimit(RLIMIT_NOFILE, &files);
    QJsonArray environment;
    for (char** entry = environ; *entry != nullptr; ++entry)
        environment.append(QString::fromLocal8Bit(*entry));
    return {{u"process"_s, QCoreApplication::applicationPid()},
            {u"arguments"_s, QJsonArray::fromStringList(QCoreApplication::arguments().mid(1))},
            {u"environment"_s, environment},
            {u"coreLimit"_s, static_cast<qint64>(core.rlim_cur)},
            {u"filesLimit"_s, static_cast<qint64>(files.rlim_cur)}};
}

QJsonObject asJson(const hekim::InstanceMessage& message)
{
    QJsonObject object = hekim::toJson(message.request);
    object.insert(u"command"_s,
                  message.command == hekim::InstanceMessage::Command::Open ? u"open"_s : u"logout"_s);
    if (message.environment)
        object.insert(u"environment"_s, toString(*message.environment));
    object.insert(u"settingsFile"_s, message.settingsFile);
    object.insert(u"activationToken"_s, QString::fromLatin1(message.activationToken));
    object.insert(u"isUrl"_s, message.request.source == hekim::LaunchSource::Url);
    return object;
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    const QString manner = qEnvironmentVariable("HEKIM_TEST_WINDOW");
    record(u"windows"_s, thisProcess());
    if (manner == u"ends")
        return 3;
    if (manner == u"crashes") { // as the loader does where a library is missing
        std::fputs("first\nhekim-asistani-desktop: libX.so.1: cannot open shared object file\n", stderr);
        return 127;
    }
    if (manner == u"says why") {
        hekim::StartWords::say(
            {.kind = hekim::ErrorKind::NoDisplay, .step = hekim::Step::Display, .detail = u"not \"here\""_s});
        return 5;
    }
    QTimer::singleShot(longestLife, &application, &QCoreApplication::quit);
    if (manner == u"deaf")
        return QCoreApplication::exec();

    const QStringList arguments = QCoreApplication::arguments();
    const auto option = arguments.indexOf(u"--environment"_s);
    const auto environment = option < 0 ? hekim::EnvironmentName::Training
                                        : hekim::environmentFromString(arguments.value(option + 1)).value();
    hekim::InstanceServer server;
    if (manner == u"busy")
        server.setJudge([](const hekim::InstanceMessage&) {
            return hekim::InstanceReply{hekim::InstanceReply::Outcome::Busy, u"too many launches wait"_s};
        });
    QObject::connect(&server, &hekim::InstanceServer::messageAccepted, &application,
                     [](const hekim::InstanceMessage& message) { record(u"messages"_s, asJson(message)); });
    const auto taken = server.listen(environment);
    if (!taken || *taken == hekim::InstanceServer::Taken::Elsewhere) {
        record(u"givenWay"_s, {{u"process"_s, QCoreApplication::applicationPid()}});
        return taken ? 0 : 1;
    }
    hekim::StartWords::leave(server.channel().startWords);
    record(u"listening"_s, {{u"process"_s, QCoreApplication::applicationPid()}});
    return QCoreApplication::exec();
}
