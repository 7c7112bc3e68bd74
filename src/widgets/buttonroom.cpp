#include "widgets/buttonroom.h"

#include <QScreen>
#include <QToolButton>

namespace hekim {

void keepRowNarrow(QWidget& row)
{
    constexpr double part = 0.45; // the tabs need the rest
    if (row.sizeHint().width() <= row.screen()->availableSize().width() * part)
        return;
    const QList<QToolButton*> buttons = row.findChildren<QToolButton*>();
    for (QToolButton* button : buttons) {
        if (button->toolTip().isEmpty())
            button->setToolTip(button->text());
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    }
}

} // namespace hekim
