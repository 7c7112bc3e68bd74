#pragma once

#include "audit/auditevent.h"
#include "gui/lockdesk.h"

#include <QWidget>

namespace hekim {

class DoctorSession;

/// Writes down each lock, why, and each unlock. All outlive the desk.
void auditLock(LockDesk& desk, const DoctorSession& session, AuditSink& sink);

} // namespace hekim
