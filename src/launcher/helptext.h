#pragma once

#include <QString>

namespace hekim {

/// What `--help` prints: the options that this version has, and the exit codes.
QString helpText();

} // namespace hekim
