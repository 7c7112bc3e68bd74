#include "gui/auditwarning.h"

#include "core/errortext.h"

#include <utility>

namespace hekim {

void AuditWarning::trailFailed(const Error& error)
{
    if (!std::exchange(m_told, true)) {
        m_untold = error;
        tell();
    }
}

void AuditWarning::workShown(MessageBar& notices)
{
    m_notices = &notices;
    tell();
}

void AuditWarning::tell()
{
    if (!m_notices || !m_untold)
        return;
    m_notices->show(theme::State::Warning,
                    tr("What is opened cannot be recorded at present; perhaps the disk is full. You can go "
                       "on working, and it is recorded later. Please tell your IT. (For IT: %1)")
                        .arg(lineForIt(*m_untold)));
    m_untold.reset();
}

} // namespace hekim
