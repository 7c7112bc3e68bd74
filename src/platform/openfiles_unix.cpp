#include "platform/openfiles.h"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <dirent.h>
#include <sys/resource.h>

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

} // namespace hekim
