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
        if (m_opaqueFrames && m_opaqueFrames->isTelling(to))
            opaqueFrameShown(OpaqueFrames::Kind::Runs);
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
        noteOthersFrame(redacted(to.host()), OpaqueFrames::Kind::Runs);
}

void RequestGate::opaqueFrameShown(OpaqueFrames::Kind kind)
{
    noteOthersFrame(u"an opaque origin", kind);
}

void RequestGate::noteOthersFrame(QStringView host, OpaqueFrames::Kind kind)
{
    if (m_othersFrame.isEmpty())
        m_othersFrame = host.toString();
    if (m_othersScripts.isEmpty() && kind == OpaqueFrames::Kind::Runs)
        m_othersScripts = host.toString();
}

void RequestGate::documentCreated(bool hasWindows)
{
    if (hasWindows)
        return;
    m_othersForms.clear();
    m_refusesForms = false;
    m_othersFrame.clear();
    m_othersScripts.clear();
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

bool RequestGate::admitsSocket(const QUrl& to) const
{
    return admitsToAgent(to, m_othersScripts);
}

bool RequestGate::admitsRedirect(const QUrl& to) const
{
    return admitsToAgent(to, m_othersFrame);
}

bool RequestGate::admitsToAgent(const QUrl& to, const QString& othersFrame) const
{
    if (othersFrame.isEmpty() || !m_gatekeeper.rules().isAgent(to))
        return true;
    qInfo(
        "web: nothing goes to port %d of this computer: the page has a frame of %s, which could be what asks",
        to.port(), qUtf8Printable(othersFrame));
    return false;
}

} // namespace hekim
