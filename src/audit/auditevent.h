#pragma once

#include "core/error/error.h"
#include "core/identity/identitynumber.h"
#include "core/launch/launchrequest.h"

#include <QJsonObject>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace hekim {

/// What is written down (docs/audit.md names each for the clinic's data-protection officer).
enum class AuditAction {
    Login, ///< failed: refused
    LogOut,
    Lock,
    Unlock, ///< failed: a wrong PIN or another doctor's
    DoctorChanged,
    PinChanged,
    PinReset,        ///< by provisioning; the doctor chooses a new one
    Launch,          ///< of the HBYS; failed: refused
    OwnReportsRead,  ///< the doctor's own list
    FormOpened,      ///< a patient's report form
    PastReportsRead, ///< of a patient
    ImagesOpened,    ///< of a patient
    HesQuery,
    Download, ///< a file of a page was saved
    Print,
    Export,          ///< a list of the program's own was saved
    SettingsChanged, ///< detail: which keys
    PolicyChanged,   ///< detail: which keys
    SettingsLost,    ///< what they were before is not known any more, nor what changed since
    KeyChanged,      ///< the institution's key; detail: by what
    GateOverridden,  ///< live was used although its checklist is not complete; detail: why
    Damaged,         ///< the trail itself: a line that a crash cut short, or its end marker missing
    Lost,            ///< events that could not be kept until there was room; detail: how many
    FilesRemoved,    ///< older than the retention; detail: which
};
QString toString(AuditAction action);
std::optional<AuditAction> auditActionFromString(QStringView text);

enum class AuditOutcome { Done, Failed };

/// Something that happened, as the part that did it says it. The numbers in it are written as keyed digests
/// and masked, never whole (rule S1).
struct AuditEvent
{
    AuditAction action = AuditAction::Login;
    AuditOutcome outcome = AuditOutcome::Done;
    std::optional<IdentityNumber> doctor{};
    std::optional<IdentityNumber> patient{};
    std::optional<LaunchSource> source{}; ///< of a launch
    QString detail{};                     ///< fixed words, key names or counts; never what was typed or read
    QJsonObject settings{};               ///< their state, of what is said about them (settingswatch.h)
};

/// Where events go. Taking one is quick and never fails for the caller.
class AuditSink
{
public:
    virtual ~AuditSink();
    AuditSink(const AuditSink&) = delete;
    AuditSink& operator=(const AuditSink&) = delete;
    virtual void record(const AuditEvent& event) = 0;
    /// What the settings are, although nothing happened (settingswatch.h).
    virtual void noteSettings(const QJsonObject& /*state*/) {}

    /// Parent of what hears the end of deeds (auditdeed.h).
    [[nodiscard]] QObject& deedContext() { return *m_deeds; }

protected:
    AuditSink();
    /// The first thing in a destructor: what is under way has its line now.
    void endDeeds();

private:
    std::unique_ptr<QObject> m_deeds;
};

/// A launch as it arrived, and whether the window took it.
AuditEvent auditEventOf(const LaunchRequest& request, bool taken);

/// A failure in fixed words, for AuditEvent::detail: kind, step and status, without what a server said.
QString auditDetailOf(const Error& error);

} // namespace hekim
