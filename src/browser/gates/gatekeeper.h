#pragma once

#include "browser/programs/externalprogram.h"
#include "browser/programs/programfinder.h"
#include "browser/programs/registeredprogram.h"
#include "browser/watch/gesturewatch.h"
#include "core/navigation/navigationrules.h"

#include <QObject>

#include <functional>

namespace hekim {

class AllowedPrograms;

/// Holds a page's rules and judges by them whatever the engine's gates ask: the one place where a verdict
/// becomes a refusal, a question or a started program.
///
/// The engine asks in the middle of its own work: what the outside hears is told in a later turn of the event
/// loop.
class Gatekeeper : public QObject
{
    Q_OBJECT

public:
    /// What the pane did not do, for a message bar. Texts are made by the gui; nothing here holds a query or
    /// a number.
    enum class Notice {
        OtherPatientRefused,
        AddressRefused,
        CertificateRefused,
        DownloadRefused,
        PermissionDenied,
        ProgramNotListed,
        ProgramNeedsClick,
        ProgramMissing,
        ProgramOutOfSight, ///< the page was hidden before the program was found
        FullScreenRefused,
        WindowLeftEmpty, ///< the page opened a window and loaded nothing into it
        StepTimedOut ///< the page's next step did not answer in time and was stopped; what was shown stays
    };
    Q_ENUM(Notice)

    enum class ProgramAnswer {
        Once,
        Always ///< for this scheme and this very program
    };

    explicit Gatekeeper(AllowedPrograms& allowed, QObject* parent = nullptr);

    void setRules(const NavigationRules& rules);
    [[nodiscard]] const NavigationRules& rules() const { return m_rules; }
    [[nodiscard]] GestureWatch& gestures() { return m_gestures; }

    /// A frame of the page at `from` wants to go to `to`. What is not admitted is refused, asked or started
    /// here.
    bool admitsNavigation(const QUrl& to, const QUrl& from, bool mainFrame);
    /// The request of the main frame, redirects included; refuses silently what admitsNavigation() has told
    /// of already.
    [[nodiscard]] bool admitsMainFrame(const QUrl& to, const QUrl& from) const;
    /// The request of an inner frame, or of anything in one. The page around it and who asks must both be
    /// allowed: a frame of another origin must not borrow what only the page may reach. An opaque origin is
    /// empty, and allowed nothing that depends on who asks.
    [[nodiscard]] bool admitsInnerFrame(const QUrl& to, const QUrl& page, const QUrl& initiator) const;
    [[nodiscard]] bool admitsRequest(const QUrl& to, const QUrl& page, const QUrl& initiator) const;
    /// A pop-up: opened for the user only. What leads out of the page is asked or started instead.
    bool admitsWindow(const QUrl& to, const QUrl& from, bool userInitiated);
    /// One that the page opened by itself and the user then allowed: whether it may be loaded.
    [[nodiscard]] bool admitsBlockedWindow(const QUrl& to, const QUrl& from) const;
    /// The page changed its own address without a navigation (history.pushState): whether it may stay (rule
    /// P1).
    bool admitsAddress(const QUrl& address);

    /// The answer to programAsked().
    void startProgram(const QUrl& url, const RegisteredProgram& program, ProgramAnswer answer);

    void tell(Notice notice, const QUrl& about);

signals:
    void notice(hekim::Gatekeeper::Notice notice, const QString& hostOrScheme);
    /// The page wanted a window that the user did not ask for: an admitted address, or about:blank. Further
    /// ones are dropped until the user does something.
    void windowBlocked(const QUrl& url);
    /// The user clicked a link to a foreign host: to be asked, then opened in the system's browser.
    void systemBrowserAsked(const QUrl& url);
    /// The user clicked a link that starts a program which is not remembered as allowed (rule S6).
    void programAsked(const QUrl& url, const hekim::RegisteredProgram& program);
    /// A page that belongs to no patient asks for a patient's report form; of a window too.
    void patientAsked(const QString& number, const QUrl& url);
    /// A patient's page asks for the doctor's reports, which name other patients; of a window too.
    void doctorIndexAsked();

private:
    void act(NavigationRules::Verdict verdict, const QUrl& to);
    void later(std::function<void()> what);

    AllowedPrograms& m_allowed;
    NavigationRules m_rules;
    GestureWatch m_gestures;
    ProgramFinder m_finder;
    ExternalProgram m_program;
};

} // namespace hekim
