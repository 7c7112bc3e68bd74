#pragma once

#include "core/error/error.h"

#include <QByteArray>
#include <QObject>

#include <chrono>
#include <functional>

namespace hekim {

/// How long the programs wait for what a caller has to say, by file or standard input.
inline constexpr std::chrono::seconds longestInput{5};

/// Reads a file or, for "-", standard input: at most `limit` bytes, for at most `deadline`, without ever
/// blocking, so that a caller who forgets to close the pipe, a FIFO or an endless device cannot hold the
/// program. `done` is called exactly once, never synchronously. Errors: BadInput of `field` with TooLarge or
/// Unreadable.
void readBounded(const QString& source, qsizetype limit, std::chrono::milliseconds deadline,
                 const QString& field, QObject* context, std::function<void(Result<QByteArray>)> done);

} // namespace hekim
