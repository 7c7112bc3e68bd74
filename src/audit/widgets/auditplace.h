#pragma once

#include "audit/auditdeed.h"
#include "audit/auditevent.h"

#include <QObject>

#include <functional>

class QWidget;

namespace hekim {

class DoctorSession;

/// Whose a widget and all in it is, for the audit trail: what happens in there is written down for this
/// doctor and patient. A child of the widget.
class AuditPlace : public QObject
{
    Q_OBJECT

public:
    /// `sink` outlives the widget.
    AuditPlace(QWidget& widget, AuditSink& sink, const std::optional<IdentityNumber>& doctor,
               const std::optional<IdentityNumber>& patient = {});
    /// Of the doctor who is logged in when it happens, if there is one. `session` outlives the widget.
    AuditPlace(QWidget& widget, AuditSink& sink, const DoctorSession& session);

    void record(AuditAction action, AuditOutcome outcome, const QString& detail = {}) const;
    [[nodiscard]] AuditDeed begin(AuditAction action, const QString& detail) const;

private:
    [[nodiscard]] AuditEvent event(AuditAction action, AuditOutcome outcome, const QString& detail) const;

    AuditSink& m_sink;
    std::function<std::optional<IdentityNumber>()> m_doctor;
    std::optional<IdentityNumber> m_patient;
};

/// Writes down what was done in this widget, for the nearest place around it; windows that belong to a widget
/// count as in it. Nothing where there is none.
void audit(const QWidget& where, AuditAction action, bool done = true, const QString& detail = {});

/// The same for what takes a while: place, doctor and patient are those of now, whatever becomes of the
/// widget.
[[nodiscard]] AuditDeed auditedDeed(const QWidget& where, AuditAction action, const QString& detail = {});

} // namespace hekim
