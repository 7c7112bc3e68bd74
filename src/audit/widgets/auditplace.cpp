#include "audit/widgets/auditplace.h"

#include "services/erapor/doctorsession.h"

#include <QWidget>

namespace hekim {

AuditPlace::AuditPlace(QWidget& widget, AuditSink& sink, const std::optional<IdentityNumber>& doctor,
                       const std::optional<IdentityNumber>& patient)
    : QObject(&widget), m_sink(sink), m_doctor([doctor] { return doctor; }), m_patient(patient)
{
}

AuditPlace::AuditPlace(QWidget& widget, AuditSink& sink, const DoctorSession& session)
    : QObject(&widget), m_sink(sink), m_doctor([&session] { return session.doctor(); })
{
}

AuditEvent AuditPlace::event(AuditAction action, AuditOutcome outcome, const QString& detail) const
{
    return {
        .action = action, .outcome = outcome, .doctor = m_doctor(), .patient = m_patient, .detail = detail};
}

void AuditPlace::record(AuditAction action, AuditOutcome outcome, const QString& detail) const
{
    m_sink.record(event(action, outcome, detail));
}

AuditDeed AuditPlace::begin(AuditAction action, const QString& detail) const
{
    return {m_sink, event(action, AuditOutcome::Failed, detail)};
}

namespace {

const AuditPlace* placeAround(const QWidget& where)
{
    for (const QWidget* widget = &where; widget; widget = widget->parentWidget()) {
        if (const auto* place = widget->findChild<AuditPlace*>({}, Qt::FindDirectChildrenOnly))
            return place;
    }
    return nullptr;
}

} // namespace

void audit(const QWidget& where, AuditAction action, bool done, const QString& detail)
{
    if (const AuditPlace* place = placeAround(where))
        place->record(action, done ? AuditOutcome::Done : AuditOutcome::Failed, detail);
}

AuditDeed auditedDeed(const QWidget& where, AuditAction action, const QString& detail)
{
    const AuditPlace* place = placeAround(where);
    return place ? place->begin(action, detail) : AuditDeed();
}

} // namespace hekim
