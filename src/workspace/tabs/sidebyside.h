#pragma once

#include <QObject>

class QSplitter;

namespace hekim {

class UiState;

/// Report and images beside each other: the share of each and which of them stands left, as the user left it
/// last. Nothing is loaded anew by it.
class SideBySide : public QObject
{
    Q_OBJECT

public:
    /// `splitter` holds the report first and the images second; the state outlives it.
    SideBySide(QSplitter& splitter, UiState& state);

    /// As it was last, once both are there and visible.
    void restore();
    void swap();

private:
    void keep();
    void setSwapped(bool swapped);

    QSplitter& m_splitter;
    UiState& m_state;
    bool m_swapped = false;
};

} // namespace hekim
