#include "platform/process/openfiles.h"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <dirent.h>
#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace hekim {

std::optional<OpenFiles> OpenFiles::count()
{
    rlimit allowed = {};
    if (::getrlimit(RLIMIT_NOFILE, &allowed) != 0 || allowed.rlim_cur == RLIM_INFINITY)
        return std::nullopt;
    OpenFiles files;
    files.limit = static_cast<int>(std::min<rlim_t>(allowed.rlim_cur, INT_MAX));
    DIR* all = ::opendir("/proc/self/fd");
    if (all == nullptr) {
        if (errno != EMFILE)
            return std::nullopt; // no /proc here
        files.used = files.limit;
        return files;
    }
    while (const dirent* entry = ::readdir(all)) { // NOLINT(concurrency-mt-unsafe): this stream is ours alone
        if (entry->d_name[0] != '.')
            ++files.used;
    }
    ::closedir(all);
    --files.used; // the one that this took
    return files;
}

void OpenFiles::raiseLimit()
{
    // A limit of thousand millions (containers) serves nothing, and a program that closes every number
    // before it starts would take minutes.
    constexpr rlim_t most = 1'048'576; // the kernel's own default for fs.nr_open
    rlimit allowed = {};
    if (::getrlimit(RLIMIT_NOFILE, &allowed) != 0)
        return;
    const rlim_t wanted = std::min(allowed.rlim_max, most);
    if (allowed.rlim_cur >= wanted)
        return;
    allowed.rlim_cur = wanted;
    ::setrlimit(RLIMIT_NOFILE, &allowed);
}

std::optional<Error> OpenFiles::tooFewForWindow()
{
    rlimit allowed = {};
    if (::getrlimit(RLIMIT_NOFILE, &allowed) != 0 || allowed.rlim_cur >= rlim_t(fewestForWindow))
        return std::nullopt;
    return Error{.kind = ErrorKind::TooFewFiles,
                 .step = Step::OpenFiles,
                 .detail = u"the hard limit of open files is %1, the window needs %2"_s.arg(allowed.rlim_cur)
                               .arg(fewestForWindow)};
}

} // namespace hekim
