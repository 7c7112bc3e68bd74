#pragma once

#include <QSize>

class QWidget;

namespace hekim {

/// Gives a window the size it reads well at, or what the screen has: 1366×768 at 150 % is 910×512.
void resizeComfortably(QWidget& window, const QSize& wanted);

} // namespace hekim
