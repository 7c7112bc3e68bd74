#include "platform/hardening.h"

#include "platform/weakeningvariables.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <vector>

extern char** environ; // NOLINT(readability-redundant-declaration): POSIX leaves declaring it to the program

namespace hekim {

void clearWeakeningEnvironment()
{
    std::vector<QByteArray> names;
    for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
        const QByteArray text(*entry);
        names.push_back(text.left(text.indexOf('=')));
    }
    for (const QByteArray& name : names) {
        if (weakens(name, ::geteuid() == 0))
            ::unsetenv(name.constData());
    }
}

void disableCoreDumps()
{
    const rlimit none = {0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
}

void closeMemoryToOthers()
{
    ::prctl(PR_SET_DUMPABLE, 0);
}

} // namespace hekim
