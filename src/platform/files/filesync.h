#pragma once

class QFile;

namespace hekim {

/// Waits until what was written to the open file is on the disk; false where it cannot be brought there.
bool syncToDisk(QFile& file);

} // namespace hekim
