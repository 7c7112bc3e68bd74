#pragma once

#include "browser/page/isolatedpage.h"
#include "browser/programs/externalprogram.h"
#include "browser/programs/programfinder.h"
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
    void startProgram(const QUrl& url, const RegisteredProgram& program, IsolatedPage::ProgramAnswer answer);

    void tell(IsolatedPage::Notice notice, const QUrl& about);

signals:
    void notice(hekim::IsolatedPage::Notice notice, const QString& hostOrScheme);
    void windowBlocked(const QUrl& url); ///< an admitted address, or about:blank
    void systemBrowserAsked(const QUrl& url);
    void programAsked(const QUrl& url, const hekim::RegisteredProgram& program);
    void patientAsked(const QString& number, const QUrl& url);
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
