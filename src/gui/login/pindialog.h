#pragma once

#include "core/identity/pinrules.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace hekim {

class PinField;

/// Lets a doctor choose a PIN at the first login on this computer.
class PinDialog : public QDialog
{
    Q_OBJECT

public:
    /// Where `required`, the only other way out is to log out.
    PinDialog(const IdentityNumber& doctor, bool required, QWidget* parent);

    /// It was not kept: why; the doctor may try again.
    void fail(const QString& sentence);

signals:
    void chosen(const QString& pin);

private:
    void judge();
    void say(const QString& message);

    IdentityNumber m_doctor;
    PinField* m_pin;
    PinField* m_again;
    QLabel* m_message;
    QPushButton* m_keep;
};

} // namespace hekim
