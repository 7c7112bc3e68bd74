#include "widgets/comfortablesize.h"

#include <QScreen>
#include <QWidget>

namespace hekim {

namespace {

constexpr QSize frame{16, 48}; // what the window manager puts around a window

} // namespace

void resizeComfortably(QWidget& window, const QSize& wanted)
{
    window.resize(wanted.boundedTo(window.screen()->availableSize() - frame));
}

} // namespace hekim
