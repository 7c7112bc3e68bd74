#include "platform/files/filesync.h"

#include <QFile>

#include <io.h>
#include <qt_windows.h>

namespace hekim {

bool syncToDisk(QFile& file)
{
    return FlushFileBuffers(reinterpret_cast<HANDLE>(_get_osfhandle(file.handle()))) != 0;
}

} // namespace hekim
