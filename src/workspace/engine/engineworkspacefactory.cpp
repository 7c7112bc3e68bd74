#include "workspace/engine/engineworkspacefactory.h"

#include "browser/engine/pagesproxy.h"
#include "core/navigation/navigationrules.h"
#include "workspace/tabs/tabbedworkspace.h"

#include <qtwebenginecoreglobal.h>

namespace hekim {

using namespace Qt::StringLiterals;

EngineWorkspaceFactory::EngineWorkspaceFactory(const Parts& parts)
    : m_programs(parts.allowedProgramsFile, parts.settings)
    , m_gate([&settings = parts.settings](
                 const QUrl& place) { return NavigationRules(settings, {}).isAllowedHost(place); },
             parts.proxyLogins)
    , m_pages(m_certificates, m_dialogs, m_programs)
{
    m_gate.proxies().setSetting(parts.settings.proxy());
    sendPagesThrough(m_gate.listen());
    m_pages.setProxies(m_gate, parts.proxyLogins);
    connect(&m_pages, &PagePool::engineStarted, this, &WorkspaceFactory::started);
    connect(&m_dialogs, &PageDialogs::closed, this, &WorkspaceFactory::dialogClosed);
}

std::unique_ptr<Workspace> EngineWorkspaceFactory::makeWorkspace(const WorkParts& parts)
{
    auto workspace = std::make_unique<TabbedWorkspace>(parts, m_pages);
    connect(workspace.get(), &QObject::destroyed, &m_dialogs, &PageDialogs::forgetFolder);
    return workspace;
}

QString EngineWorkspaceFactory::version() const
{
    // Not as it is written: "102.0.5005.177" has eleven digits and would be masked as a person's number.
    const QString chromium = QString::fromLatin1(qWebEngineChromiumVersion());
    return u"Qt WebEngine %1, Chromium %2 (%3)"_s.arg(
        QString::fromLatin1(qWebEngineVersion()), chromium.section(u'.', 0, 0), chromium.section(u'.', 1));
}

} // namespace hekim
