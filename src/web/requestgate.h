#pragma once

#include <QWebEngineUrlRequestInterceptor>

namespace hekim {

class Gatekeeper;

/// The second gate: sees every request that goes to the network, sub-resources, WebSockets and redirects
/// included, but no foreign schemes; those and the user's gesture are seen by ClinicalPage.
class RequestGate : public QWebEngineUrlRequestInterceptor
{
    Q_OBJECT

public:
    explicit RequestGate(Gatekeeper& gatekeeper, QObject* parent = nullptr);

    void interceptRequest(QWebEngineUrlRequestInfo& info) override;

signals:
    /// An admitted request of the main frame, a redirect's next one included.
    void mainFrameRequested(const QByteArray& method);
    void frameRefused(const QUrl& url, bool mainFrame);

private:
    Gatekeeper& m_gatekeeper;
};

} // namespace hekim
