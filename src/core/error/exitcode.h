#pragma once

#include "core/error/error.h"

namespace hekim {

/// The launch contract's exit codes (docs/hbys-vendors.md): an HBYS relies on them.
enum class ExitCode {
    Done = 0,
    ServiceFailed = 1,
    BadRequest = 2,
    BadSettings = 3,
    NoKeychain = 4,
    NoWindow = 5
};

/// The one place that turns an error into an exit code, for every program of the command line.
ExitCode exitCodeFor(const Error& error);

} // namespace hekim
