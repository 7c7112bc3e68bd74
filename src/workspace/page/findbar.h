#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QToolButton;

namespace hekim {

/// The bar at the foot of a page in which one searches the page.
class FindBar : public QFrame
{
    Q_OBJECT

public:
    explicit FindBar(QWidget* parent = nullptr);

    /// Shows the bar and gives it the keyboard; what was searched last is there, selected.
    void open();
    void showResult(int current, int count);

signals:
    void wanted(const QString& text, bool backward);
    void closed(); ///< the marks in the page are to go, and the page is to have the keyboard

private:
    void search(bool backward);
    void leave();

    QLineEdit* m_text;
    QLabel* m_result;
    QToolButton* m_previous;
    QToolButton* m_next;
};

} // namespace hekim
