#pragma once

#include <QString>

#include <optional>

namespace hekim {

/// The AppImage that this program runs out of.
struct AppImage
{
    QString file;   ///< the AppImage itself, absolute
    QString folder; ///< where its content stands, for as long as a program runs out of it
};

/// Nothing for a program that was installed in another way, even when an AppImage started it (an HBYS may be
/// one: its variables are inherited). Needs the application object.
std::optional<AppImage> runningAppImage();

/// The image stays as long as a process holds a descriptor that came with it. The window keeps it to itself:
/// browsers and signing programs that it starts outlive it, and would keep the image.
void keepAppImageToOurselves();

} // namespace hekim
