#pragma once

#include <QLockFile>

#include <chrono>

namespace hekim {

/// For QLockFile::setStaleLockTime(), where a lock is to last as long as its process lives. A living holder
/// is known by the kernel's lock on the file, however old the file is; a dead one by its process id. The age
/// only serves a file that a crash left empty: it names no process, and would otherwise be held for good.
inline constexpr std::chrono::seconds emptyLockFileAge{10};

} // namespace hekim
