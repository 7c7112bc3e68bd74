#include "browser/gates/requestgate.h"

#include "browser/gates/gatekeeper.h"
#include "core/text/redaction.h"

namespace hekim {

using namespace Qt::StringLiterals;
using Info = QWebEngineUrlRequestInfo;
using Notice = Gatekeeper::Notice;

RequestGate::RequestGate(Gatekeeper& gatekeeper, QObject* parent)
    : QWebEngineUrlRequestInterceptor(parent), m_gatekeeper(gatekeeper)
{
}

void RequestGate::interceptRequest(QWebEngineUrlRequestInfo& info)
{
    const QUrl to = info.requestUrl();
    switch (info.resourceType()) {
    case Info::ResourceTypeMainFrame:
    case Info::ResourceTypeNavigationPreloadMainFrame:
        // The PDF viewer is a document of its own inside the page, which the engine reports as a main frame
        // without an initiator. The page itself cannot go there: ClinicalPage sees that navigation before.
        if (to.scheme() == u"chrome-extension")
            info.block(!m_gatekeeper.admitsInnerFrame(to, to, to));
        else
            judgeFrame(info, true);
        break;
    case Info::ResourceTypeSubFrame:
    case Info::ResourceTypeNavigationPreloadSubFrame:
    case Info::ResourceTypeObject:
        judgeFrame(info, false);
        break;
    default:
        if (!m_gatekeeper.admitsRequest(to, info.firstPartyUrl(), info.initiator()) ||
            (info.resourceType() == Info::ResourceTypeWebSocket && !admitsFromAnyFrame(to)))
            info.block(true);
    }
}

void RequestGate::judgeFrame(QWebEngineUrlRequestInfo& info, bool mainFrame)
{
    const QUrl to = info.requestUrl();
    // For a main frame the first party is the address itself: who asks is the initiator, none for our own
    // load().
    const bool admitted = mainFrame
                              ? m_gatekeeper.admitsMainFrame(to, info.initiator())
                              : m_gatekeeper.admitsInnerFrame(to, info.firstPartyUrl(), info.initiator());
    const bool otherPatient = refusesForm(info);
    if (!admitted || otherPatient) {
        info.block(true);
        emit frameRefused(to, mainFrame, otherPatient ? Notice::OtherPatientRefused : Notice::AddressRefused);
        return;
    }
    const NavigationRules& rules = m_gatekeeper.rules();
    if (mainFrame)
        emit mainFrameRequested(info.requestMethod());
    else if (!to.host().isEmpty() && !rules.isErapor(to) && !rules.isAgent(to))
        noteOthersFrame(redacted(to.host()));
}

void RequestGate::noteOthersFrame(QStringView host)
{
    if (m_othersFrame.isEmpty())
        m_othersFrame = host.toString();
}

void RequestGate::documentCreated(bool hasWindows)
{
    if (hasWindows)
        return;
    m_othersForms.clear();
    m_refusesForms = false;
    m_othersFrame.clear();
}

void RequestGate::formTold(const QString& form, bool namesAnother)
{
    if (namesAnother)
        m_othersForms.insert(form);
    else if (m_othersForms.isEmpty())
        m_refusesForms = false;
}

bool RequestGate::refusesForm(const Info& info)
{
    // An answer that is loaded anew was judged when its form went.
    const bool isForm = info.requestMethod() == "POST" &&
                        info.navigationType() != Info::NavigationTypeReload &&
                        info.navigationType() != Info::NavigationTypeBackForward;
    if (!isForm || (m_othersForms.isEmpty() && !m_refusesForms))
        return false;
    if (!m_othersForms.isEmpty())
        m_othersForms.erase(m_othersForms.cbegin());
    m_refusesForms = true;
    return true;
}

bool RequestGate::admitsFromAnyFrame(const QUrl& to) const
{
    if (m_othersFrame.isEmpty() || !m_gatekeeper.rules().isAgent(to))
        return true;
    qInfo(
        "web: nothing goes to port %d of this computer: the page has a frame of %s, which could be what asks",
        to.port(), qUtf8Printable(m_othersFrame));
    return false;
}

} // namespace hekim
