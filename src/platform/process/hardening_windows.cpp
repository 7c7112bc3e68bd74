#include "platform/process/hardening.h"

#include "platform/process/weakeningvariables.h"

#include <QProcessEnvironment>

#include <windows.h>

namespace hekim {

void clearWeakeningEnvironment()
{
    const QStringList names = QProcessEnvironment::systemEnvironment().keys();
    for (const QString& name : names) {
        if (weakens(name.toUpper().toLatin1(), false))
            qunsetenv(name.toLatin1().constData());
    }
}

void openClosedStreams()
{
    // A file that is opened there takes no number of a closed stream's.
}

void disableCoreDumps()
{
    // Neither the dialog of a crash nor a report with the memory of the process.
    ::SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX | SEM_NOOPENFILEERRORBOX);
}

void closeMemoryToOthers()
{
    // Windows asks for a debug right or the same integrity level already; there is no switch for less.
}

void hideArguments(int, char*[])
{
    // Other users do not see a process's command line there.
}

} // namespace hekim
