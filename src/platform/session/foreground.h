#pragma once

#include <QByteArray>

class QWindow;

namespace hekim {

/// Brings the window to the front with the caller's activation token (X11 startup id, Wayland
/// xdg-activation).
void bringToFront(QWindow& window, const QByteArray& activationToken);

} // namespace hekim
