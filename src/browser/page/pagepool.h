#pragma once

#include "browser/page/isolatedpage.h"

#include <memory>

namespace hekim {

class PagesWay;
class ProxyLogins;

/// Keeps one warmed page in reserve, so that a click in the HBYS costs a load and nothing else.
class PagePool : public QObject
{
    Q_OBJECT

public:
    PagePool(const CertificateJudge& certificates, PageDialogs& dialogs, AllowedPrograms& programs,
             QObject* parent = nullptr);
    ~PagePool() override;

    /// For the pages that are handed out from now on; both outlive them.
    void setProxies(const PagesWay& way, ProxyLogins& logins)
    {
        m_way = &way;
        m_proxyLogins = &logins;
    }
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
    const PagesWay* m_way = nullptr;
    ProxyLogins* m_proxyLogins = nullptr;
    std::unique_ptr<IsolatedPage> m_reserve;
    bool m_preparing = false;
};

} // namespace hekim
