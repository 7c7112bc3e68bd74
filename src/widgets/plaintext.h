#pragma once

#include <QString>

class QLabel;
class QWidget;

namespace hekim {

/// Rule S9: what a label or a tooltip is given is text. Left alone, Qt guesses from the text itself, and what
/// looks like markup is drawn as such, with images and links. For the style's polish(): it is asked about
/// every widget before it is first drawn, those that Qt makes by itself (tooltips, message boxes, questions)
/// too.
void keepPlain(QWidget& widget);

/// For sentences: plain from the beginning, and breaks its lines.
QLabel* wrappingLabel(const QString& text, QWidget* parent);
inline QLabel* wrappingLabel(QWidget* parent)
{
    return wrappingLabel({}, parent);
}

} // namespace hekim
