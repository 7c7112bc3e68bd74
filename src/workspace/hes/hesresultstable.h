#pragma once

#include "workspace/hes/hesresultsmodel.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace hekim {

/// The results of a batch: counts, a filter, the table, and its export.
class HesResultsTable : public QFrame
{
    Q_OBJECT

public:
    explicit HesResultsTable(QWidget* parent = nullptr);

    void setEntries(const QList<HesList::Entry>& entries);
    void take(const HesResults& results);
    /// The run is over: sorted and filtered anew by what came.
    void settle();
    [[nodiscard]] bool isEmpty() const { return m_model.rowCount() == 0; }

signals:
    void saved(const QString& path);
    void notSaved(const QString& path);

private:
    void showCounts();
    void exportTo(const QString& path);
    void askWhere();

    HesResultsModel m_model;
    HesResultsView m_view;
    QLabel* m_counts;
    QComboBox* m_classes;
    QTableView* m_table;
    QPushButton* m_export;
};

} // namespace hekim
