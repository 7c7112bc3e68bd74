#include "browser/gates/requestgate.h"

#include "browser/gates/gatekeeper.h"

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
        if (m_opaqueFrames && m_opaqueFrames->isTelling(to))
            m_frames.addOpaque(OpaqueFrames::Kind::Runs);
        if (!m_gatekeeper.admitsRequest(to, info.firstPartyUrl(), info.initiator()) ||
            (info.resourceType() == Info::ResourceTypeWebSocket && !admitsSocket(to)))
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
    const bool otherPatient = m_forms.refuse(info);
    if (!admitted || otherPatient) {
        info.block(true);
        emit frameRefused(to, mainFrame, otherPatient ? Notice::OtherPatientRefused : Notice::AddressRefused);
        return;
    }
    const NavigationRules& rules = m_gatekeeper.rules();
    if (mainFrame)
        emit mainFrameRequested(info.requestMethod());
    else if (!to.host().isEmpty() && !rules.isErapor(to) && !rules.isAgent(to))
        m_frames.add(to.host());
}

void RequestGate::documentCreated(bool hasWindows)
{
    if (hasWindows)
        return;
    m_forms.forget();
    m_frames.forget();
}

bool RequestGate::admitsSocket(const QUrl& to) const
{
    return !m_gatekeeper.rules().isAgent(to) || m_frames.admitsSocket(to);
}

bool RequestGate::admitsRedirect(const QUrl& to) const
{
    return !m_gatekeeper.rules().isAgent(to) || m_frames.admitsRedirect(to);
}

} // namespace hekim
