// A process that writes into an audit trail as the window does, for tests of several such and of killed ones:
//
//     audit-writer <folder> <mark> <name> <number of events>
//
// Event n has the detail "<name> <n>". They come in bursts of growing size, the next one when something was
// written, which is told as a line on standard output.

#include "audit/audittrail.h"
#include "services/secrets/keychain.h"
#include "services/secrets/persondigests.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace hekim;

namespace {

/// Some 20 KiB: a kill can come between the pages of one writing.
constexpr int largestBurst = 40;

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto settings = Settings::load({}, {}); // training: a key that everybody knows, and no keychain
    if (arguments.size() != 5 || !settings)
        return 2;
    const int wanted = arguments.at(4).toInt();
    Keychain keychain;
    PersonDigests persons(keychain);
    AuditTrail trail({arguments.at(1), arguments.at(2)}, *settings, persons);
    trail.setRetryAfter(std::chrono::milliseconds(1));

    int recorded = 0;
    const auto recordBurst = [&] {
        for (int left = 1 + recorded % largestBurst; left > 0 && recorded < wanted; --left)
            trail.record({.action = AuditAction::FormOpened,
                          .detail = u"%1 %2"_s.arg(arguments.at(3)).arg(++recorded)});
        if (recorded == wanted)
            QCoreApplication::quit();
    };
    QObject::connect(&trail, &AuditTrail::written, &trail, [&] {
        std::puts("written");
        std::fflush(stdout);
        recordBurst();
    });
    QTimer::singleShot(0, &trail, recordBurst);
    return QCoreApplication::exec();
}
