#include "audit/auditdeed.h"

#include <QCoreApplication>
#include <QPointer>

#include <utility>

namespace hekim {

using namespace Qt::StringLiterals;

class AuditDeed::Open
{
public:
    Open(AuditSink& sink, AuditEvent event)
        : m_sink(sink), m_context(&sink.deedContext()), m_event(std::move(event))
    {
    }
    ~Open()
    {
        const QString why = auditDetailOf({.kind = ErrorKind::Cancelled});
        end(false, m_event.detail.isEmpty() ? why : u"%1: %2"_s.arg(m_event.detail, why));
    }
    Q_DISABLE_COPY_MOVE(Open)

    void end(bool done, const QString& detail)
    {
        if (std::exchange(m_ended, true) || !m_context)
            return;
        m_event.outcome = done ? AuditOutcome::Done : AuditOutcome::Failed;
        if (!detail.isEmpty())
            m_event.detail = detail;
        m_sink.record(m_event);
    }
    [[nodiscard]] QObject* context() const { return m_context; }

private:
    AuditSink& m_sink;
    QPointer<QObject> m_context; ///< gone: so is the sink
    AuditEvent m_event;
    bool m_ended = false;
};

AuditDeed::AuditDeed(AuditSink& sink, const AuditEvent& event) : m_open(std::make_shared<Open>(sink, event))
{
}

void AuditDeed::end(bool done, const QString& detail) const
{
    if (m_open)
        m_open->end(done, detail);
}

QObject* AuditDeed::context() const
{
    return m_open ? m_open->context() : QCoreApplication::instance();
}

} // namespace hekim
