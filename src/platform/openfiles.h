#pragma once

#include <optional>

namespace hekim {

/// What the operating system lets this process hold open at once (files, sockets, pipes). Each page of the
/// engine takes some 7 or 8; when none is left, a page is never loaded and nobody is told.
struct OpenFiles
{
    int used = 0;
    int limit = 0;

    [[nodiscard]] int left() const { return limit - used; }

    /// As it is now; takes well below a millisecond. Nothing where there is no limit, or none is known.
    static std::optional<OpenFiles> count();
};

} // namespace hekim
