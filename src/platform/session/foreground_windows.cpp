#include "platform/session/foreground.h"

#include <QWindow>

namespace hekim {

void bringToFront(QWindow& window, const QByteArray&)
{
    // The launcher has handed the foreground on (allowForeground), so Windows grants the request.
    if (window.windowStates().testFlag(Qt::WindowMinimized))
        window.setWindowStates(window.windowStates() & ~Qt::WindowMinimized);
    window.raise();
    window.requestActivate();
}

} // namespace hekim
