#include "platform/process/appimage.h"

namespace hekim {

std::optional<AppImage> runningAppImage()
{
    return std::nullopt; // a matter of Linux
}

void keepAppImageToOurselves() {}

} // namespace hekim
