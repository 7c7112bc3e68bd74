#include "gui/lockaudit.h"

#include "gui/pindesk.h"
#include "services/doctorsession.h"

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

QString wordOf(LockDesk::Cause cause)
{
    switch (cause) {
    case LockDesk::Cause::Doctor:
        return u"by the doctor"_s;
    case LockDesk::Cause::Idle:
        return u"nobody worked"_s;
    case LockDesk::Cause::System:
        return u"by the system"_s;
    }
    return {};
}

} // namespace

void auditLock(LockDesk& desk, const DoctorSession& session, AuditSink& sink)
{
    QObject::connect(&desk, &LockDesk::locked, &desk, [&session, &sink](LockDesk::Cause cause) {
        sink.record({.action = AuditAction::Lock, .doctor = session.doctor(), .detail = wordOf(cause)});
    });
    QObject::connect(&desk, &LockDesk::unlocked, &desk, [&session, &sink] {
        sink.record({.action = AuditAction::Unlock, .doctor = session.doctor()});
    });
}

void auditPins(PinDesk& pins, const LockDesk& desk, AuditSink& sink)
{
    QObject::connect(&pins, &PinDesk::refused, &pins, [&desk, &sink](const IdentityNumber& doctor) {
        sink.record({.action = desk.isLocked() ? AuditAction::Unlock : AuditAction::Login,
                     .outcome = AuditOutcome::Failed,
                     .doctor = doctor,
                     .detail = u"PIN"_s});
    });
    QObject::connect(&pins, &PinDesk::chosen, &pins, [&sink](const IdentityNumber& doctor) {
        sink.record({.action = AuditAction::PinChanged, .doctor = doctor});
    });
}

} // namespace hekim
