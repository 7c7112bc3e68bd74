#include "browser/page/pagepool.h"

#include "browser/gates/pagelogins.h"
#include <QTimer>

namespace hekim {

PagePool::PagePool(const CertificateJudge& certificates, PageDialogs& dialogs, AllowedPrograms& programs,
                   QObject* parent)
    : QObject(parent), m_certificates(certificates), m_dialogs(dialogs), m_programs(programs)
{
}

PagePool::~PagePool() = default;

void PagePool::prepare()
{
    if (m_reserve || m_preparing)
        return;
    m_preparing = true;
    // An interval of zero fires when the window system's queue is empty: the first profile takes 50 ms of
    // this thread.
    QTimer::singleShot(0, this, [this] {
        m_preparing = false;
        if (m_reserve)
            return;
        m_reserve = std::make_unique<IsolatedPage>(m_certificates, m_dialogs, m_programs);
        m_reserve->warm();
        emit engineStarted();
    });
}

std::unique_ptr<IsolatedPage> PagePool::take()
{
    std::unique_ptr<IsolatedPage> page = std::move(m_reserve);
    if (!page)
        page = std::make_unique<IsolatedPage>(m_certificates, m_dialogs, m_programs);
    page->setWay(m_way);
    if (m_proxyLogins)
        page->logins().setProxyLogins(m_proxyLogins);
    // The next one only when the page that is handed out has loaded: preparing must not slow the click down.
    // (See "What a click costs": a load needs the event loop for itself.)
    connect(page.get(), &IsolatedPage::loadingChanged, this, [this](bool loading) {
        if (!loading)
            prepare();
    });
    return page;
}

} // namespace hekim
