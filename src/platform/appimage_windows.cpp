#include "platform/appimage.h"

namespace hekim {

std::optional<AppImage> runningAppImage()
{
    return std::nullopt; // a matter of Linux
}

void keepAppImageToOurselves() {}

} // namespace hekim
