#include "platform/process/appimage.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <fcntl.h>

namespace hekim {

std::optional<AppImage> runningAppImage()
{
    const AppImage image{qEnvironmentVariable("APPIMAGE"),
                         QFileInfo(qEnvironmentVariable("APPDIR")).canonicalFilePath()};
    const bool isOurs = !image.folder.isEmpty() &&
                        QCoreApplication::applicationDirPath().startsWith(image.folder + u'/') &&
                        QFileInfo(image.file).isAbsolute() && QFileInfo(image.file).isFile();
    return isOurs ? std::optional(image) : std::nullopt;
}

void keepAppImageToOurselves()
{
    bool isNumber = false;
    const int descriptor = qEnvironmentVariableIntValue("HEKIM_APPIMAGE_ALIVE", &isNumber);
    if (isNumber && descriptor > 2)
        ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    qunsetenv("HEKIM_APPIMAGE_ALIVE");
}

} // namespace hekim
