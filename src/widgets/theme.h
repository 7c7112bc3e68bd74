#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>

class QApplication;
class QLabel;

namespace hekim::theme {

/// Spacing in pixels: multiples of four, nothing between.
inline constexpr int gapSmall = 4;
inline constexpr int gap = 8;
inline constexpr int gapLarge = 16;
inline constexpr int gapSection = 24;

/// How round the corners of cards are, as in the style sheet.
inline constexpr int cardRadius = 8;

/// The three text sizes of the window, relative to the system's own.
enum class TextSize { Small, Normal, Large };
void setTextSize(QWidget& widget, TextSize size);

/// What a colour means. A state never speaks by colour alone: each has an icon and a word beside it.
enum class State { Info, Ok, Warning, Error };

/// Colours of a state's surface, AA contrast between the two, for the light or dark palette in use.
struct StateColours
{
    QColor background;
    QColor text;
};
StateColours coloursOf(State state);
/// Puts them on a widget; what it draws of its background is its own.
void wear(QWidget& widget, State state);
QIcon iconOf(State state);

/// One of our line icons (resources/icons), drawn in the palette's text colour.
QIcon icon(const QString& name);

/// Palette and style sheet, from the system's light, dark or high-contrast choice. Call again when the
/// system's changes.
void apply(QApplication& application);

} // namespace hekim::theme
