#pragma once

#include "core/identity/identitynumber.h"
#include "core/launch/reason.h"

#include <QDialog>

#include <memory>

namespace Ui {
class NewPatientDialog;
}

namespace hekim {

/// Opens a patient without the HBYS: a number and a reason, or the empty form.
class NewPatientDialog : public QDialog
{
    Q_OBJECT

public:
    explicit NewPatientDialog(EnvironmentName environment, QWidget* parent = nullptr);
    ~NewPatientDialog() override;

signals:
    void chosen(const std::optional<hekim::IdentityNumber>& patient, std::optional<hekim::Reason> reason);

private:
    void choose();
    void chooseEmptyForm();
    [[nodiscard]] std::optional<Reason> reason() const;

    std::unique_ptr<Ui::NewPatientDialog> m_ui;
};

} // namespace hekim
