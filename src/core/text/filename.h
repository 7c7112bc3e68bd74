#pragma once

#include <QString>

namespace hekim {

/// A name under which a file that a page offers may be proposed to the user: one path part without identity
/// numbers (rule S1), without what a file system or a reader of the name could stumble over, and not too
/// long. Empty when nothing is left of it.
QString safeFileName(const QString& suggested);

} // namespace hekim
