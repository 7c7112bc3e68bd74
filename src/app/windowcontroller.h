#pragma once

#include "app/launch/launchcontroller.h"
#include "app/lock/lockcontroller.h"
#include "app/session/sessioncontroller.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

class QDialog;

namespace hekim {

class MainWindow;
class MessageBar;
class PinDialog;
class Workspace;

/// Between the window and the controllers of the flow: shows the session's state in the window, brings its
/// wishes to them, and asks what they want to have asked.
class WindowController : public QObject
{
    Q_OBJECT

public:
    /// All outlive it.
    struct Parts
    {
        MainWindow& window;
        SessionController& session;
        LaunchController& launches;
        LockController& lock;
        std::function<std::unique_ptr<Workspace>()> makeWorkspace;
        /// Answers a page's dialog with "cancel".
        std::function<void()> cancelPageDialog;
        /// Keeps the institution's password for as long as the window lives.
        std::function<void(const QString& password)> keepPassword;
    };
    explicit WindowController(Parts parts, QObject* parent = nullptr);

    /// A launch or log-out from outside.
    void take(const InstanceMessage& message);
    /// Asks what would be lost (rule P3), then goes on, unless the session is another by then or `context` is
    /// gone.
    void askBeforeEnd(QObject* context, std::function<void()> goOn);

signals:
    void servicesAsked();                   ///< the services could not be started: try again
    void workShown(hekim::Workspace& work); ///< a doctor is in

private:
    void connectLoginPage();
    void connectLaunches();
    void follow(SessionController::State before);
    void showWork();
    void showWaiting();
    void tellLoginFailure(const Error& error, SessionId failed);
    void tellPinRefusal(const PinRefusal& refusal);
    void askForPassword(SessionId failed);
    void choosePin();
    void askAboutEnd(const EndWish& wish);
    void propose(const LaunchRequest& request);
    void askToSwitch(const LaunchRequest& request);

    Parts m_parts;
    QPointer<QDialog> m_passwordDialog;
    QPointer<QDialog> m_question;
    QPointer<PinDialog> m_pinDialog;
    bool m_passwordTyped = false; ///< a refused one is asked for again
};

} // namespace hekim
