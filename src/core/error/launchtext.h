#pragma once

#include "core/error/error.h"

namespace hekim {

/// What is said of a launch that brought no window, or did not reach it; empty for other kinds of error.
QString launchSentence(ErrorKind kind);

} // namespace hekim
