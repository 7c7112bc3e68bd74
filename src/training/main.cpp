#include "core/settings/language.h"
#include "training/announcement.h"
#include "training/arguments.h"
#include "training/http/httpserver.h"
#include "training/ministry.h"

#include <QGuiApplication>

#include <cstdio>
#include <cstdlib>
#include <thread>

using namespace Qt::StringLiterals;
using namespace hekim::training;

namespace {

constexpr int exitMalformed = 2;
constexpr int exitPortInUse = 5;

void print(FILE* stream, const QByteArray& text)
{
    std::fwrite(text.constData(), 1, std::size_t(text.size()), stream);
    std::fflush(stream);
}

int complain(int code, const QString& sentence)
{
    print(stderr, "hekim-asistani-training: " + sentence.toUtf8() + '\n');
    return code;
}

/// Ends the process when standard input closes, however the program that started it went away.
void endWithStandardInput()
{
    std::thread([] {
        while (std::getchar() != EOF) {
        }
        // At once: nothing is kept, and a request that is told to be stuck must not hold the process.
        std::_Exit(EXIT_SUCCESS);
    }).detach();
}

} // namespace

int main(int argc, char* argv[])
{
    // Standard error holds our own lines only, not Qt's remarks on the machine.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});

    QStringList words;
    for (int index = 1; index < argc; ++index) {
        words.append(QString::fromLocal8Bit(argv[index]));
    }
#ifndef Q_OS_WIN
    // Only the fonts of the PDF previews need Gui, and no display. (Windows has its fonts in its own platform
    // only.)
    qputenv("QT_QPA_PLATFORM", "offscreen");
#endif
    int noArguments = 1; // ours are not Qt's
    QGuiApplication application(noArguments, argv);
    hekim::installLanguage(application, hekim::Language::System);

    const auto arguments = Arguments::parse(words);
    if (!arguments) {
        return complain(exitMalformed, arguments.error());
    }
    if (arguments->wish == Arguments::Wish::Help) {
        print(stdout, Arguments::help().toUtf8());
        return EXIT_SUCCESS;
    }
    if (arguments->wish == Arguments::Wish::Version) {
        print(stdout, "hekim-asistani-training " HEKIM_VERSION "\n");
        return EXIT_SUCCESS;
    }
    if (arguments->stopWithStdin) {
        endWithStandardInput();
    }

    Ministry ministry([] { return QDateTime::currentDateTimeUtc(); }, arguments->tokenLifetimeSeconds);
    ministry.misbehaviour().set(arguments->misbehaviour);
    HttpServer server(ministry.router(), ministry.misbehaviour());
    const auto port = server.bind(arguments->port);
    if (!port) {
        return complain(exitPortInUse, QCoreApplication::translate(
                                           "hekim::training::Main",
                                           "Port %1 cannot be used, another program may hold it; "
                                           "choose another with --port, or --port 0 for any free one.")
                                           .arg(arguments->port));
    }
    print(stdout, addressLine(*port));
    if (!arguments->stopWithStdin) {
        print(stdout, readableList(*port).toUtf8());
    }
    server.serve();
    return EXIT_SUCCESS;
}
