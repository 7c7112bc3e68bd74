#pragma once

#include <QTableView>

class QAction;

namespace hekim {

/// A table that only shows: sorted by a click on a heading, cells and rows copied as text. What a change of
/// the rows costs does not depend on how many there are: rows have one height, and columns get their widths
/// once, from the first rows.
class PastReportsTableView : public QTableView
{
    Q_OBJECT

public:
    explicit PastReportsTableView(QWidget* parent = nullptr);

    /// After other columns came in.
    void fitColumns();

    [[nodiscard]] QAction* copyAction() const { return m_copy; }
    /// The selected cells, rows by lines, columns by tabs; of the cells between them that are not selected
    /// nothing.
    [[nodiscard]] QString selectedText() const;

protected:
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;

private:
    void copySelection();
    void copyRow();
    [[nodiscard]] QString textAt(int row, int column) const;

    QAction* m_copy;
    QAction* m_copyRow;
};

} // namespace hekim
