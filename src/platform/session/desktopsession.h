#pragma once

#include <QString>

namespace hekim {

/// The desktop session that this process belongs to. On a terminal server one user may sit in several.
namespace DesktopSession {

/// A name for files, the same whatever way the display is spelled: `:0`, `:0.1`, `unix:0`, `unix/host:0` and
/// the path of its socket are one X server, `wayland-0` and the path of its socket one compositor. DISPLAY
/// counts before WAYLAND_DISPLAY, since callers that set one by hand set that one; "none" without both.
/// `runtimeFolder` is where the compositor's socket is looked for when the caller's own folder has none.
QString name(const QString& runtimeFolder);

} // namespace DesktopSession

} // namespace hekim
