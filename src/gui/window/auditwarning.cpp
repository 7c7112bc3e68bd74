#include "gui/window/auditwarning.h"

#include "core/error/errortext.h"
#include "widgets/uistate.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

QString toldKey(const QString& name)
{
    return u"told/"_s + name;
}

} // namespace

void AuditWarning::trailFailed(const Error& error)
{
    if (std::exchange(m_told, true))
        return;
    m_untold += tr("What is opened cannot be recorded yet. Go on working, and tell your IT.\nFor IT: %1")
                    .arg(lineForIt(error));
    tell();
}

void AuditWarning::keyRetired(const SettingsNotice& notice)
{
    if (m_memory.value(toldKey(notice.name)).toBool())
        return;
    m_untold += tr("Please tell your IT: %1").arg(sentenceFor(notice));
    m_retired += notice.name;
    tell();
}

void AuditWarning::workShown(MessageBar& notices)
{
    m_notices = &notices;
    tell();
}

void AuditWarning::tell()
{
    if (!m_notices || m_untold.isEmpty())
        return;
    m_notices->show(theme::State::Warning, std::exchange(m_untold, {}).join(u'\n'));
    for (const QString& name : std::exchange(m_retired, {}))
        m_memory.set(toldKey(name), true);
}

} // namespace hekim
