#pragma once

#include "core/identity/identitynumber.h"

#include <QDialog>

class QLineEdit;

namespace hekim {

class IdentityField;

/// Asks for a health professional whose checks are to be recorded. The number is used to recognise the person
/// and is kept nowhere (rule S1).
class ReadinessDoctorDialog : public QDialog
{
    Q_OBJECT

public:
    ReadinessDoctorDialog(EnvironmentName environment, QWidget* parent);

    void propose(const IdentityNumber& number);

signals:
    void given(const hekim::IdentityNumber& number, const QString& name);

private:
    IdentityField* m_number;
    QLineEdit* m_name;
};

} // namespace hekim
