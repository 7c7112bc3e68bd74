#pragma once

#include "core/settings/settings.h"

#include <QByteArrayList>
#include <QVersionNumber>

/// What `web/webgl` means to the engine: viewers of images need WebGL, and Chromium refuses it where no GPU
/// draws (virtual desktops, terminal servers, Xvfb), although the software driver that draws there can do it.
namespace hekim::webgl {

/// Before the application object: `software` lets Mesa (Linux) or Qt's own driver (Windows) draw the whole
/// window, for computers whose GPU or driver is faulty.
void chooseDriver(WebGl setting);

/// After the application object and before the first page: tells the engine its switches, which it reads
/// once. They come from the setting and from what draws here, never from outside (rule S7).
void chooseSwitches(WebGl setting);

/// The switches of Chromium for a setting and a release of Qt, which is its engine's too. `drawnBySoftware`:
/// no GPU can be used. Nothing among them touches the sandbox or TLS (rule S7).
[[nodiscard]] QByteArrayList switchesFor(WebGl setting, bool drawnBySoftware, const QVersionNumber& engine);

/// What draws in this process (GL_RENDERER), by the context that the engine shares; empty: there is no
/// OpenGL.
[[nodiscard]] QByteArray renderer();

/// Whether there is OpenGL at all; costs nothing. Without it a window must not be made for views that the
/// graphics card draws: Qt 6.4 would end at its first drawing (a null QRhi in
/// QPlatformBackingStore::rhiFlush).
[[nodiscard]] bool isThere();

/// Whether what OpenGL calls its renderer (GL_RENDERER) is a program on the processor.
[[nodiscard]] bool isSoftware(const QByteArray& drawnBy);

} // namespace hekim::webgl
