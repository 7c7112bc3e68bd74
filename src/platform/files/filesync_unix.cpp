#include "platform/files/filesync.h"

#include <QFile>

#include <cerrno>

#include <unistd.h>

namespace hekim {

bool syncToDisk(QFile& file)
{
    // Some file systems (FUSE, pipes) know no such thing: then there is nothing to wait for.
    return ::fsync(file.handle()) == 0 || errno == EINVAL || errno == ENOSYS;
}

} // namespace hekim
