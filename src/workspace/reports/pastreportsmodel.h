#pragma once

#include "workspace/reports/pastreportstable.h"

#include <QAbstractTableModel>

namespace hekim {

/// The rows of a table that match the filter, in the chosen order. A change of the filter is one reset, not
/// thousands of removed and added rows: what a view costs does not grow with the rows.
class PastReportsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /// Keeps filter and order.
    void setTable(const PastReportsTable& table);
    [[nodiscard]] const PastReportsTable& table() const { return m_table; }
    void setFilter(const QString& filter);
    /// All reports, shown or not.
    [[nodiscard]] int total() const { return m_table.rowCount(); }

    /// The table's row behind a shown one, and back (-1 when the filter leaves it out).
    [[nodiscard]] int tableRow(int shownRow) const { return m_shown.at(shownRow); }
    [[nodiscard]] int shownRow(int tableRow) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    void chooseRows();
    [[nodiscard]] QVariant alignment(int column) const;

    PastReportsTable m_table;
    QList<int> m_shown; ///< the table's rows
    QString m_filter;
    int m_sortColumn = -1;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace hekim
