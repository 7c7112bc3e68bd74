#pragma once

#include "audit/auditevent.h"

#include <memory>

class QObject;

namespace hekim {

/// Something that takes a while, as a value that its callbacks keep: whose it is was settled when it began.
/// It has one line whatever becomes of it: by end(), or when the last copy goes, as what is no longer waited
/// for.
class AuditDeed
{
public:
    /// Of no doctor and no patient: it has no line.
    AuditDeed() = default;
    AuditDeed(AuditSink& sink, const AuditEvent& event);

    /// The first call counts. Without a detail it is the one that it began with.
    void end(bool done, const QString& detail = {}) const;
    /// For work of the background that goes on when the view is closed that began it: its end is heard here,
    /// as long as the trail takes events.
    [[nodiscard]] QObject* context() const;

private:
    class Open;
    std::shared_ptr<Open> m_open;
};

} // namespace hekim
