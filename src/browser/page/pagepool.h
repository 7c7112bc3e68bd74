#pragma once

#include "browser/page/isolatedpage.h"

#include <memory>

namespace hekim {

class ProxyLogins;

/// Keeps one warmed page in reserve, so that a click in the HBYS costs a load and nothing else.
class PagePool : public QObject
{
    Q_OBJECT

public:
    PagePool(const CertificateJudge& certificates, PageDialogs& dialogs, AllowedPrograms& programs,
             QObject* parent = nullptr);
    ~PagePool() override;

    /// For the pages that are made from now on; outlives them.
    void setProxyLogins(ProxyLogins& logins) { m_proxyLogins = &logins; }
    [[nodiscard]] ProxyLogins* proxyLogins() const { return m_proxyLogins; }

    /// Starts the engine and warms a page, in a later turn of the event loop.
    void prepare();
    /// The page in reserve, or a new one; another is prepared when the event loop is idle.
    std::unique_ptr<IsolatedPage> take();

signals:
    /// The engine runs, and with it the processes that later pages are forked from.
    void engineStarted();

private:
    const CertificateJudge& m_certificates;
    PageDialogs& m_dialogs;
    AllowedPrograms& m_programs;
    ProxyLogins* m_proxyLogins = nullptr;
    std::unique_ptr<IsolatedPage> m_reserve;
    bool m_preparing = false;
};

} // namespace hekim
