#pragma once

#include <QWidget>

class QTabWidget;

namespace hekim {

/// The first tabs once more, as buttons left of the others, while so many are open that these have scrolled
/// out of sight.
class TabShortcuts : public QWidget
{
    Q_OBJECT

public:
    /// Of the tabs that are there now, each by its icon and text; takes the tabs' left corner.
    explicit TabShortcuts(QTabWidget& tabs);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow();

    QTabWidget& m_tabs;
    QWidget* m_row; ///< hidden by itself: a hidden corner would take its room all the same
};

} // namespace hekim
