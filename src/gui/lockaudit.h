#pragma once

#include "audit/auditevent.h"
#include "gui/lockdesk.h"

#include <QWidget>

namespace hekim {

class DoctorSession;
class PinDesk;

/// Writes down each lock, why, and each unlock. All outlive the desk.
void auditLock(LockDesk& desk, const DoctorSession& session, AuditSink& sink);
/// Writes down each wrong PIN, at the login or at the lock, and each one that is chosen.
void auditPins(PinDesk& pins, const LockDesk& desk, AuditSink& sink);

} // namespace hekim
