#pragma once

#include "core/error.h"

namespace hekim {

/// The launch contract's exit codes (DESIGN 1): an HBYS relies on them.
enum class ExitCode {
    Done = 0,
    ServiceFailed = 1,
    BadRequest = 2,
    BadSettings = 3,
    NoKeychain = 4,
    NoWindow = 5
};

/// The one place that turns an error into an exit code.
ExitCode exitCodeFor(const Error& error);

} // namespace hekim
