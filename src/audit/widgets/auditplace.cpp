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

void AuditPlace::record(AuditAction action, AuditOutcome outcome, const QString& detail) const
{
    m_sink.record(
        {.action = action, .outcome = outcome, .doctor = m_doctor(), .patient = m_patient, .detail = detail});
}

void audit(const QWidget& where, AuditAction action, bool done, const QString& detail)
{
    for (const QWidget* widget = &where; widget; widget = widget->parentWidget()) {
        if (const auto* place = widget->findChild<AuditPlace*>({}, Qt::FindDirectChildrenOnly)) {
            place->record(action, done ? AuditOutcome::Done : AuditOutcome::Failed, detail);
            return;
        }
    }
}

} // namespace hekim
