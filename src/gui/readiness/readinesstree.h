#pragma once

#include "readiness/readinessrecord.h"

#include <QTreeWidget>

namespace hekim {

/// The steps of an institution's lists with their states. A step that each health professional needs stands
/// there once for each.
class ReadinessTree : public QTreeWidget
{
    Q_OBJECT

public:
    struct Row
    {
        ChecklistStep step;
        QString doctorKey; ///< empty for a step of the institution itself
        QString doctorName;
        [[nodiscard]] QString id() const { return step.id + doctorKey; }
    };

    explicit ReadinessTree(QWidget* parent = nullptr);

    /// What was selected stays selected where it is still there; no signal tells of the change.
    void fill(const ReadinessRecord& record, EnvironmentName environment);
    [[nodiscard]] bool isEmpty() const { return m_rows.isEmpty(); }
    [[nodiscard]] const Row* currentRow() const; ///< until the next fill(); null on a heading
    [[nodiscard]] ReadinessState stateOf(const Row& row) const;

private:
    void addList(const QString& title, const QList<ChecklistStep>& steps);
    void addRow(QTreeWidgetItem* parent, const Row& row);
    void select(const QString& id);

    ReadinessRecord m_record;
    EnvironmentName m_environment = EnvironmentName::Training;
    QList<Row> m_rows;
};

} // namespace hekim
