#pragma once

#include "core/error.h"

namespace hekim {

/// One sentence or two for the physician: what happened, and what to do (rule W1). Translated; never secret.
QString sentenceFor(const Error& error);

/// One line for IT: kind, step, host, HTTP status and detail, in fixed English words so that it can be
/// searched for.
QString lineForIt(const Error& error);

} // namespace hekim
