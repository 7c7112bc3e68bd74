#pragma once

class QWidget;

namespace hekim {

/// Leaves the icons alone of a row of tool buttons whose words would take more than their part of the
/// screen's width: large letters on a small screen. The words stay as tool tips; accessible names are
/// untouched.
void keepRowNarrow(QWidget& row);

} // namespace hekim
