#include "workspace/reports/pastreportsmodel.h"

namespace hekim {

void PastReportsModel::setTable(const PastReportsTable& table)
{
    beginResetModel();
    m_table = table;
    chooseRows();
    endResetModel();
}

void PastReportsModel::setFilter(const QString& filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    chooseRows();
    endResetModel();
}

void PastReportsModel::chooseRows()
{
    m_shown = m_table.matching(m_filter);
    m_table.sort(m_shown, m_sortColumn, m_order);
}

int PastReportsModel::shownRow(int tableRow) const
{
    return static_cast<int>(m_shown.indexOf(tableRow));
}

int PastReportsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int PastReportsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_table.columnCount();
}

QVariant PastReportsModel::alignment(int column) const
{
    return QVariant(Qt::AlignVCenter | (m_table.isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft));
}

QVariant PastReportsModel::data(const QModelIndex& index, int role) const
{
    if (index.isValid() && role == Qt::TextAlignmentRole)
        return alignment(index.column());
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    return m_table.text(m_shown.at(index.row()), index.column());
}

QVariant PastReportsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_table.columnCount())
        return {};
    if (role == Qt::DisplayRole)
        return m_table.heading(section);
    if (role == Qt::ToolTipRole)
        return m_table.column(section).member;
    if (role == Qt::TextAlignmentRole)
        return alignment(section);
    return {};
}

void PastReportsModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_order = order;
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QList<int> tableRows;
    tableRows.reserve(before.size());
    for (const QModelIndex& index : before)
        tableRows.append(m_shown.at(index.row()));
    chooseRows();
    QList<int> shownRows(m_table.rowCount(), -1);
    for (int row = 0; row < m_shown.size(); ++row)
        shownRows[m_shown.at(row)] = row;
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(shownRows.at(tableRows.at(i)), before.at(i).column()));
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

} // namespace hekim
