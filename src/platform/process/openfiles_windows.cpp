#include "platform/process/openfiles.h"

namespace hekim {

std::optional<OpenFiles> OpenFiles::count()
{
    return std::nullopt; // a process has room for millions of handles
}

void OpenFiles::raiseLimit() {}

std::optional<Error> OpenFiles::tooFewForWindow()
{
    return std::nullopt;
}

} // namespace hekim
