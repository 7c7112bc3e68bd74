#pragma once

#include "core/identitynumber.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace hekim {

class MessageBar;

/// What is on screen while the window is locked: who works here, masked, and nothing of any patient (rule
/// P6).
class LockPage : public QWidget
{
    Q_OBJECT

public:
    explicit LockPage(QWidget* parent = nullptr);

    /// For the doctor whose work is behind it.
    void setDoctor(const IdentityNumber& doctor);
    /// How many launches wait for the window to be unlocked.
    void setWaiting(int launches);
    [[nodiscard]] MessageBar& notices() { return *m_notices; }

signals:
    void unlockAsked();
    void otherDoctorAsked();

private:
    QLabel* m_doctor;
    QLabel* m_waiting;
    MessageBar* m_notices;
    QPushButton* m_unlock;
    QPushButton* m_otherDoctor;
};

} // namespace hekim
