#include "widgets/announce.h"

#include <QAccessible>
#include <QWidget>

namespace hekim {

void announce(QWidget& widget)
{
    QAccessibleEvent event(&widget, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace hekim
