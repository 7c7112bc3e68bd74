#include "platform/process/hardening.h"

#include "platform/process/weakeningvariables.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstring>
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

void openClosedStreams()
{
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; ++stream) {
        if (::fcntl(stream, F_GETFD) < 0) // the lowest that is free is this one
            (void)::open("/dev/null", O_RDWR);
    }
}

void disableCoreDumps()
{
    // With 0 no file is written, but a program named in core_pattern (apport, systemd-coredump) still gets
    // the whole memory; at 1 the kernel keeps it from that as well (fs/coredump.c), and a byte is too little
    // for a file.
    const rlimit none = {1, 1};
    if (::setrlimit(RLIMIT_CORE, &none) != 0) { // a limit of 0 came from outside and cannot be raised
        const rlimit zero = {0, 0};
        ::setrlimit(RLIMIT_CORE, &zero);
    }
}

void closeMemoryToOthers()
{
    ::prctl(PR_SET_DUMPABLE, 0);
}

void hideArguments(int argc, char* argv[])
{
    for (int i = 1; i < argc; ++i)
        std::memset(argv[i], 0, std::strlen(argv[i]));
}

} // namespace hekim
