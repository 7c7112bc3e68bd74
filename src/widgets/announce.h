#pragma once

class QWidget;

namespace hekim {

/// A screen reader reads the widget's name and description out at once: something has happened that no user
/// asked about.
void announce(QWidget& widget);

} // namespace hekim
