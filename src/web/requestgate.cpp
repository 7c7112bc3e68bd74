#include "web/requestgate.h"

#include "web/gatekeeper.h"

namespace hekim {

RequestGate::RequestGate(Gatekeeper& gatekeeper, QObject* parent)
    : QWebEngineUrlRequestInterceptor(parent), m_gatekeeper(gatekeeper)
{
}

void RequestGate::interceptRequest(QWebEngineUrlRequestInfo& info)
{
    using Info = QWebEngineUrlRequestInfo;
    const Info::ResourceType type = info.resourceType();
    const bool mainFrame =
        type == Info::ResourceTypeMainFrame || type == Info::ResourceTypeNavigationPreloadMainFrame;
    const bool innerFrame = type == Info::ResourceTypeSubFrame ||
                            type == Info::ResourceTypeNavigationPreloadSubFrame ||
                            type == Info::ResourceTypeObject;
    const QUrl to = info.requestUrl();

    // The PDF viewer is a document of its own inside the page, which the engine reports as a main frame
    // without an initiator. The page itself cannot go there: ClinicalPage sees that navigation before.
    if (mainFrame && to.scheme() == u"chrome-extension") {
        info.block(!m_gatekeeper.admitsFrameRequest(to, to, false));
        return;
    }

    if (mainFrame || innerFrame) {
        // For a main frame the first party is the address itself: who asks is the initiator, none for our own
        // load().
        const QUrl from = mainFrame ? info.initiator() : info.firstPartyUrl();
        if (!m_gatekeeper.admitsFrameRequest(to, from, mainFrame)) {
            info.block(true);
            emit frameRefused(to, mainFrame);
        } else if (mainFrame) {
            emit mainFrameRequested(info.requestMethod());
        }
        return;
    }
    if (!m_gatekeeper.admitsRequest(to, info.firstPartyUrl(), info.initiator()))
        info.block(true);
}

} // namespace hekim
