#pragma once

#include "core/error/error.h"

#include <optional>

namespace hekim {

/// One sentence or two for the physician: what happened, and what to do (rule W1). Translated; never secret.
QString sentenceFor(const Error& error);

/// One line for IT: kind, step, host, HTTP status and detail, in fixed English words so that it can be
/// searched for.
QString lineForIt(const Error& error);

/// Kind and detail of such a line, as one program says it to another; nothing for any other line.
std::optional<Error> errorFromLine(const QString& line);

} // namespace hekim
