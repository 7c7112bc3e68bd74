#pragma once

#include "gui/readinessdesk.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeWidget;
class QTreeWidgetItem;

namespace hekim {

class MessageBar;
class ReadinessForm;

/// "Hazırlık": the steps that an institution goes through before it may use the services, and what is
/// recorded of each.
class ReadinessDialog : public QDialog
{
    Q_OBJECT

public:
    ReadinessDialog(ReadinessDesk& desk, QWidget* parent);

    void reject() override; ///< asks before something typed is lost

private:
    struct Row
    {
        ChecklistStep step;
        QString doctorKey;
        QString doctorName;
        [[nodiscard]] QString id() const { return step.id + doctorKey; }
    };
    QWidget* makeChoices();
    QWidget* makeButtons();
    void load();
    void fillTree();
    void addList(const QString& title, const QList<ChecklistStep>& steps);
    void addRow(QTreeWidgetItem* parent, const Row& row);
    [[nodiscard]] ReadinessState stateOf(const Row& row) const;
    [[nodiscard]] const Row* currentRow() const;
    void followSelection(QTreeWidgetItem* item, QTreeWidgetItem* former);
    void showRow();
    void choose(const std::function<void(ReadinessRecord&)>& edit);
    /// Changes the record on disk and shows it; what fails is told.
    bool change(const std::function<void(ReadinessRecord&)>& edit);
    void saveStep(const std::optional<Statement>& statement);
    void verify();
    void addDoctor();
    void keepDoctor(const IdentityNumber& number, const QString& name);
    void removeDoctor();
    void whenNothingTyped(const std::function<void()>& then);
    void tell(const Error& error);
    void askWhereToExport();
    void exportTo(const QString& path);

    ReadinessDesk& m_desk;
    ReadinessRecord m_record;
    bool m_isLoaded = false;
    QList<Row> m_rows;
    MessageBar* m_notices;
    QComboBox* m_hes;
    QComboBox* m_remote;
    QTreeWidget* m_tree;
    QStackedWidget* m_right;
    QLabel* m_empty;
    ReadinessForm* m_form;
    QPushButton* m_addDoctor = nullptr;
    QPushButton* m_removeDoctor = nullptr;
    QPushButton* m_export = nullptr;
};

} // namespace hekim
