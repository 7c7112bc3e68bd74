#pragma once

#include <QString>

namespace hekim {

enum class LockCause { Doctor, Idle, System };

/// In fixed words, for AuditEvent::detail.
QString detailOf(LockCause cause);

} // namespace hekim
