#pragma once

#include "readiness/readinessrecord.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace hekim {

class DateField;

/// One step: what the guide says, what the program saw, and what a person states about it.
class ReadinessForm : public QWidget
{
    Q_OBJECT

public:
    explicit ReadinessForm(QWidget* parent = nullptr);

    struct Shown
    {
        ChecklistStep step;
        ReadinessState state = ReadinessState::Open;
        std::optional<Statement> statement;
        std::optional<Verification> verification;
        QString doctorName; ///< for a doctor's own checks
    };
    void show(const Shown& shown);
    /// Whether something was typed that is not saved.
    [[nodiscard]] bool isChanged() const;
    /// Who stated something last: proposed for the next step.
    void proposeBy(const QString& name) { m_proposedBy = name; }
    void setVerifying(bool verifying);

signals:
    /// None: the step is open again.
    void saveAsked(const std::optional<hekim::Statement>& statement);
    void verifyAsked();

private:
    /// What stands in the fields, from the state on.
    [[nodiscard]] QStringList typed() const;
    void fill(const std::optional<Statement>& statement);
    void follow();
    void save();
    void tell(const QString& text);

    QLabel* m_title;
    QLabel* m_source;
    QLabel* m_wording;
    QLabel* m_addresses;
    QLabel* m_stateIcon;
    QLabel* m_state;
    QLabel* m_warning;
    QPushButton* m_verify;
    QComboBox* m_kind;
    QLineEdit* m_document;
    DateField* m_documentDate;
    QLineEdit* m_by;
    DateField* m_renewBy;
    QPlainTextEdit* m_note;
    QLabel* m_fault;
    QPushButton* m_save;
    QString m_proposedBy;
    QStringList m_before;
};

} // namespace hekim
