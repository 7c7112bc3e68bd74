#pragma once

#include "core/error/error.h"
#include "core/identity/identitynumber.h"
#include "core/settings/settings.h"

#include <QWidget>

#include <memory>

class QMenu;

namespace Ui {
class LoginPage;
}

namespace hekim {

class MessageBar;

/// Where a doctor logs in: institution, environment, one field, one button; the launch that waits, masked;
/// and in training the invented doctors to choose from.
class LoginPage : public QWidget
{
    Q_OBJECT

public:
    explicit LoginPage(const Settings& settings, QWidget* parent = nullptr);
    ~LoginPage() override;

    /// Until the services' addresses are known (training starts its ministry first) the button waits and says
    /// so; when that failed, it tries again.
    enum class Services { Starting, Ready, Failed };
    void setServices(Services services);
    /// A login is under way: the button becomes a way to stop it.
    void setBusy(bool busy);
    void setFailure(const Error& error);
    /// The PIN was refused, in words; the field takes the next one.
    void setPinRefusal(const QString& sentence);
    void clearFailure();
    /// Fills the field, without logging in. A PIN that was typed for another number goes.
    void proposeDoctor(const IdentityNumber& doctor);
    /// Empties the fields.
    void clearTyped();
    /// Something about this computer that the doctor has to tell IT.
    void warn(const QString& text);
    /// The system asks for the keyring's password, and the login waits for that.
    void setKeyringWaits(bool waits);
    /// What waits for the login, in words without whole numbers; empty when nothing waits.
    void setWaiting(const QString& text);
    /// Ready for the next doctor, with the keyboard.
    void reset();
    /// What can be done before a login.
    [[nodiscard]] QMenu& menu() { return *m_menu; }

signals:
    /// The PIN is empty where none is used or typed.
    void loginAsked(const hekim::IdentityNumber& doctor, const QString& pin);
    void stopAsked();
    void servicesAsked(); ///< try again to start them
    void checkAsked();    ///< the connection check, after a failure
    void waitingDiscarded();
    void setupAsked(); ///< the institution
    void helpAsked();
    void typed(); ///< a key, or a click on an invented doctor

private:
    void offerInventedDoctors();
    void askLogin();
    void showStanding();
    void showFailure(const QString& sentence, const QString& forIt);
    void showButton();
    void addMenuButton();

    std::unique_ptr<Ui::LoginPage> m_ui;
    Services m_services = Services::Starting;
    bool m_busy = false;
    QMenu* m_menu;
    MessageBar* m_notice;
};

} // namespace hekim
