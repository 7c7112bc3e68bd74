#include "widgets/plaintext.h"

#include <QLabel>

namespace hekim {

void keepPlain(QWidget& widget)
{
    auto* label = qobject_cast<QLabel*>(&widget);
    if (label && label->textFormat() == Qt::AutoText)
        label->setTextFormat(Qt::PlainText);
}

} // namespace hekim
