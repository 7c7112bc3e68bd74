#include "widgets/plaintext.h"

#include <QLabel>

namespace hekim {

void keepPlain(QWidget& widget)
{
    auto* label = qobject_cast<QLabel*>(&widget);
    if (label && label->textFormat() == Qt::AutoText)
        label->setTextFormat(Qt::PlainText);
}

QLabel* wrappingLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace hekim
