#pragma once

#include "core/error/error.h"

#include <optional>

namespace hekim {

/// What the operating system lets this process hold open at once (files, sockets, pipes). Each page of the
/// engine takes some 7 or 8; when none is left, a page is never loaded and says nothing.
struct OpenFiles
{
    int used = 0;
    int limit = 0;

    [[nodiscard]] int left() const { return limit - used; }

    /// As it is now; takes well below a millisecond. Nothing where there is no limit, or none is known.
    static std::optional<OpenFiles> count();

    /// Lets this process, and those it starts, have as many as the system allows it at most: desktops give
    /// 1,024 to begin with and some 500,000 to programs that ask.
    static void raiseLimit();

    /// The window with its engine and one page takes 80 or more, and keeps 96 in reserve (TabLimiter); below
    /// this it would end in the middle of its start, or refuse its first patient.
    static constexpr int fewestForWindow = 256;
    /// TooFewFiles, where the limit is below that although it was raised.
    static std::optional<Error> tooFewForWindow();
};

} // namespace hekim
