#pragma once

#include "core/settings/settings.h"
#include "services/diagnostics/connectioncheck.h"

#include <QObject>

namespace hekim {

class CredentialStore;
class DoctorSession;
class HttpClient;
class MainWindow;
class ReadinessController;
class SessionController;
class Teleradiology;
class WorkspaceLoader;
class Workspace;

/// Opens what the menus of the login page and of the work page offer.
class DialogController : public QObject
{
    Q_OBJECT

public:
    /// All outlive it.
    struct Parts
    {
        const Settings& settings;
        SessionController& session;
        DoctorSession& doctorSession;
        HttpClient& http;
        CredentialStore& credentials;
        Teleradiology& radiology;
        ReadinessController& readiness;
        WorkspaceLoader& pages;
        MainWindow& window;
    };
    explicit DialogController(const Parts& parts, QObject* parent = nullptr);

    /// The menus of a work page that was made.
    void serve(Workspace& work);

signals:
    void settingsAsked();
    void setupAsked(); ///< the institution
    void helpAsked();

private:
    void serveLoginPage();
    [[nodiscard]] ConnectionCheck::Logins logins() const;
    void openPatient(Workspace& work);
    void checkConnection();
    void gatherSupportFile();
    void showReadiness(Workspace& work);
    void showAbout();

    Parts m_parts;
};

} // namespace hekim
