#pragma once

#include "core/error.h"
#include "core/identitynumber.h"
#include "core/settings.h"

#include <QWidget>

#include <memory>

class QMenu;

namespace Ui {
class LoginPage;
}

namespace hekim {

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
    /// What was typed as PIN; empty where none is used. The field is empty afterwards.
    [[nodiscard]] QString takePin();
    void clearFailure();
    /// Fills the field, without logging in.
    void proposeDoctor(const IdentityNumber& doctor);
    /// What waits for the login, in words without whole numbers; empty when nothing waits.
    void setWaiting(const QString& text);
    /// Empties the field for the next doctor and takes the keyboard.
    void reset();
    /// What can be done before a login.
    [[nodiscard]] QMenu& menu() { return *m_menu; }

signals:
    void loginAsked(const hekim::IdentityNumber& doctor);
    void stopAsked();
    void servicesAsked(); ///< try again to start them
    void checkAsked();    ///< the connection check, after a failure
    void waitingDiscarded();
    void setupAsked(); ///< the institution
    void helpAsked();
    void typed(); ///< first sign of a user: time to warm the engine

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
};

} // namespace hekim
