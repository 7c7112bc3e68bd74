#pragma once

#include "gui/window/clipboardkeeper.h"
#include "gui/window/freedmemory.h"
#include "gui/window/sessionlosses.h"

#include <QMainWindow>

#include <memory>

namespace Ui {
class MainWindow;
}

namespace hekim {

class AuditSink;
class CredentialStore;
class DoctorSession;
class IdentityNumber;
class LockScreen;
class LoginPage;
class Settings;
class Workspace;

/// The window: the login page, the lock page or the work page, the environment's banner above and the
/// services' state below. What is shown when is told to it.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// All outlive it.
    MainWindow(const Settings& settings, const DoctorSession& session, const CredentialStore& credentials,
               AuditSink& audit);
    ~MainWindow() override;

    [[nodiscard]] LoginPage& loginPage() { return *m_login; }
    [[nodiscard]] LockScreen& lockScreen() { return *m_lock; }
    /// While a doctor is in.
    [[nodiscard]] Workspace* workspace() { return m_work; }
    /// What a dialog belongs to: the doctor's work or the lock page, with which it goes, or the window.
    [[nodiscard]] QWidget& dialogParent();
    /// What an end of the session would lose.
    [[nodiscard]] SessionLosses losses() const;

    /// Makes the work page of a doctor the one in front.
    void showWork(std::unique_ptr<Workspace> work);
    void lock(const IdentityNumber& doctor, bool guarded);
    void unlock();
    /// The session is over: its work goes out of sight, and the login page comes.
    void hideWork();
    /// What hideWork() hid goes with all its pages and profiles: nothing of a doctor's session is left (rule
    /// P4).
    void dropWork();

    /// To the front, with what the caller has of the right to come there.
    void come(const QByteArray& activationToken);

signals:
    void closeAsked();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    std::unique_ptr<Ui::MainWindow> m_ui;
    ClipboardKeeper m_clipboard;
    FreedMemory m_freedMemory;
    LoginPage* m_login;
    LockScreen* m_lock = nullptr;
    Workspace* m_work = nullptr;
};

} // namespace hekim
