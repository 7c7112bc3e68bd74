#pragma once

#include "core/error/error.h"

#include <optional>

namespace hekim {

/// What a window says on its standard error while it starts. It is no child of the launcher's, so that its
/// exit code reaches no launcher; these words go to a file of the instance channel, which the launcher reads.
namespace StartWords {

/// One line for the launcher, and what stands before it for a person.
void say(const Error& error);

/// For the window that runs: what it and the engine say from now on goes nowhere.
void leave(const QString& file);

/// Why the window said that it cannot start.
std::optional<Error> reasonIn(const QString& file);
/// The last that was said by a window that gave no reason: the loader, or a library.
QString lastIn(const QString& file);

} // namespace StartWords

} // namespace hekim
