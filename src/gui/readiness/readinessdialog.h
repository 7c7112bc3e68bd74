#pragma once

#include "gui/readiness/readinesscontroller.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeWidgetItem;

namespace hekim {

class MessageBar;
class ReadinessChoices;
class ReadinessForm;
class ReadinessTree;

/// "Hazırlık": the steps that an institution goes through before it may use the services, and what is
/// recorded of each.
class ReadinessDialog : public QDialog
{
    Q_OBJECT

public:
    ReadinessDialog(ReadinessController& controller, QWidget* parent);

    void reject() override; ///< asks before something typed is lost

private:
    [[nodiscard]] EnvironmentName environment() const;
    QWidget* makeButtons();
    void load();
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
    void exportRecord();
    void exportTo(const QString& path);

    ReadinessController& m_controller;
    ReadinessRecord m_record;
    bool m_isLoaded = false;
    MessageBar* m_notices;
    ReadinessChoices* m_choices;
    ReadinessTree* m_tree;
    QStackedWidget* m_right;
    QLabel* m_empty;
    ReadinessForm* m_form;
    QPushButton* m_addDoctor = nullptr;
    QPushButton* m_removeDoctor = nullptr;
    QPushButton* m_export = nullptr;
};

} // namespace hekim
