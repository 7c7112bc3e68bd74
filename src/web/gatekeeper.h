#pragma once

#include "core/navigationrules.h"
#include "web/externalprogram.h"
#include "web/gesturewatch.h"
#include "web/isolatedpage.h"
#include "web/programfinder.h"

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
    /// The request of a frame, redirects included; refuses silently what admitsNavigation() has told of
    /// already.
    [[nodiscard]] bool admitsFrameRequest(const QUrl& to, const QUrl& from, bool mainFrame) const;
    /// A sub-resource; an invalid initiator (an opaque origin) counts as the page at `firstParty`.
    [[nodiscard]] bool admitsRequest(const QUrl& to, const QUrl& firstParty, const QUrl& initiator) const;
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
