#pragma once

#include "core/identity/identitynumber.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace hekim {

class MessageBar;
class PinField;

/// What is on screen while the window is locked: who works here, masked, and nothing of any patient (rule
/// P6).
class LockPage : public QWidget
{
    Q_OBJECT

public:
    explicit LockPage(QWidget* parent = nullptr);

    /// For the doctor whose work is behind it.
    void setDoctor(const IdentityNumber& doctor);
    /// Out of sight it could still be read: nothing of the session stays (rule P4).
    void clear();
    /// Unlocking asks for the doctor's PIN.
    void setGuarded(bool guarded);
    /// A PIN is being checked.
    void setBusy(bool busy);
    /// Why it stays locked.
    void setRefusal(const QString& sentence);
    /// The system asks for the keyring's password, and the PIN's check waits for that.
    void setKeyringWaits(bool waits);
    /// How many launches wait for the window to be unlocked.
    void setWaiting(int launches);
    [[nodiscard]] MessageBar& notices() { return *m_notices; }

signals:
    void unlockAsked(const QString& pin); ///< empty where none is asked for
    void otherDoctorAsked();

private:
    QLabel* m_doctor;
    QLabel* m_waiting;
    PinField* m_pin;
    MessageBar* m_notices;
    QPushButton* m_unlock;
    QPushButton* m_otherDoctor;
};

} // namespace hekim
